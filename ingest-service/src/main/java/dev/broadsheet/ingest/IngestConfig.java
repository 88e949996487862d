package dev.broadsheet.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Every option of the ingest service, with its default, meaning and trade-off.
 *
 * <p>An option is set in a properties file under its name ({@code broadsheet.ingest.http.port=8081}) or by an
 * environment variable, which wins ({@code BROADSHEET_INGEST_HTTP_PORT=8081}). Kafka's and the registry's settings are
 * not repeated here: see {@link Configuration}.
 */
@ConfigMapping(prefix = "broadsheet.ingest")
public interface IngestConfig {

    /**
     * Largest page in bytes, at every door. At most what the topics allow (1 MiB, the default). A smaller bound saves
     * memory: the service holds at most this times {@link Http#maxInFlight}.
     */
    @WithDefault("1048576")
    int maxPageBytes();

    /** How long requests and records under way may take when the service is told to stop; then they are cut off. */
    @WithDefault("PT25S")
    Duration shutdownTimeout();

    Http http();

    Folder folder();

    /** The HTTP door. */
    interface Http {

        /**
         * Address to listen on. Loopback unless told otherwise, because without tokens whoever reaches the port can
         * write pages; {@code 0.0.0.0} for every address.
         */
        @WithDefault("127.0.0.1")
        String host();

        /** Port to listen on; 0 takes any free one, which the service then tells. */
        @WithDefault("8080")
        int port();

        /**
         * Pages under way at once; more are told to come back (429). Higher: more throughput from many senders, more
         * memory.
         */
        @WithDefault("32")
        int maxInFlight();

        /** What a sender that must come back is told to wait. */
        @WithDefault("PT5S")
        Duration retryAfter();

        /**
         * Who may write, as {@code name:sha256-of-token} or {@code name:sha256-of-token:publication}, separated by
         * commas; made by {@code ingest hash-token}. None: whoever reaches the port may.
         */
        Optional<List<String>> tokens();

        Tls tls();
    }

    /** TLS of the HTTP door: either PEM files or a PKCS#12 key store; neither means plain HTTP. */
    interface Tls {

        /** File with the certificate chain, PEM. */
        Optional<String> certificate();

        /** File with the private key of the certificate, PEM (PKCS#8, not encrypted). */
        Optional<String> key();

        /** PKCS#12 key store with certificate and key. */
        Optional<String> keystore();

        /** Password of the key store. */
        Optional<String> keystorePassword();
    }

    /** The hot folder. */
    interface Folder {

        /** Folder that a scanner writes into; none means no hot folder. */
        Optional<String> path();

        /** How files are named, see {@link FileNamePattern}. What does not match becomes an undated page. */
        @WithDefault(FileNamePattern.DEFAULT)
        String pattern();

        /** Publication of files whose sidecar and name do not tell. */
        @WithDefault(PageMetadata.UNKNOWN_PUBLICATION)
        String publication();

        /** Pause between two looks at the folder. Shorter: pages come sooner, more file system calls. */
        @WithDefault("PT1S")
        Duration poll();

        /**
         * Looks in a row at which a file must have the same size and time before it is taken. More: safer with
         * scanners that pause while writing, slower. A scanner that renames its finished file is safe with any.
         */
        @WithDefault("3")
        int stablePolls();

        /** Whether a file waits for its sidecar. True where the scanner writes the sidecar after the page. */
        @WithDefault("false")
        boolean sidecarRequired();

        /** Longest pause between two attempts while Kafka is away; the first is one second, each next twice as long. */
        @WithDefault("PT1M")
        Duration maxBackoff();
    }
}
