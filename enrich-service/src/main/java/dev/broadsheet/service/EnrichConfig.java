package dev.broadsheet.service;

import dev.broadsheet.topic.Topics;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Every option of the enrich service, with its default, meaning and trade-off.
 *
 * <p>An option is set by an environment variable: {@code BROADSHEET_ENRICH_HTTP_PORT=8081} sets
 * {@code broadsheet.enrich.http.port}. Kafka's and the registry's settings are not repeated here, see
 * {@link Configuration}.
 */
@ConfigMapping(prefix = "broadsheet.enrich")
public interface EnrichConfig {

    /** Stages that this process runs: segment, classify, enrich. Apart, they scale apart. */
    @WithDefault("segment,classify,enrich")
    List<String> stages();

    /**
     * Prefix of the application ids: {@code broadsheet} gives broadsheet-segment and so on. Processes with the same
     * prefix share the work; another prefix is another application, with its own position and memory.
     */
    @WithDefault("broadsheet")
    String applicationId();

    /**
     * Folder of the state stores. Keep it on a volume: without it, a restart reads the whole memory back from Kafka.
     * Two processes must not share one.
     */
    @WithDefault("state")
    String stateDir();

    /** Threads of each stage. As many as there are partitions can work at once, over all processes. */
    @WithDefault("1")
    int threads();

    /** Copies of the memory that other processes hold ready. One: a process that dies is replaced at once, for its disk. */
    @WithDefault("0")
    int standbyReplicas();

    /**
     * Reprints are found between issues at most so many days apart, 0 to 366; 0: of the same day only. The memory and the disk of the
     * enrich stage grow with it. It may change at any restart: what was told of earlier articles stays.
     */
    @WithDefault("14")
    int reprintDays();

    /** Copies of each partition of topics that are created; -1: as the cluster says. */
    @WithDefault("-1")
    int replicationFactor();

    /** Whether missing topics are created at start. False where the process may not, or an operator does. */
    @WithDefault("true")
    boolean createTopics();

    /** How long records under way may take when the service is told to stop. */
    @WithDefault("PT25S")
    Duration shutdownTimeout();

    /**
     * Whether a process that is told to stop hands its work over at once. False: the others wait for {@code session.timeout.ms}, in which
     * a process that only restarts goes on with its own work and its own memory.
     */
    @WithDefault("false")
    boolean leaveAtOnce();

    /** Longest pause between two attempts while a fault lasts; the first is one second, each next twice as long. */
    @WithDefault("PT30S")
    Duration maxBackoff();

    Http http();

    TopicNames topics();

    /** Health and metrics. */
    interface Http {

        /** Address to listen on. Loopback unless told otherwise; {@code 0.0.0.0} for every address. */
        @WithDefault("127.0.0.1")
        String host();

        /** Port to listen on; 0 takes any free one, which the service then tells. */
        @WithDefault("8081")
        int port();
    }

    /** Topics that a new version beside the old one writes apart; the contract's unless set. */
    interface TopicNames {

        /** Articles after segmentation; default {@link Topics#SEGMENTED}. */
        Optional<String> segmented();

        /** Articles after classification; default {@link Topics#CLASSIFIED}. */
        Optional<String> classified();

        /** Finished articles; default {@link Topics#ARTICLES}. */
        Optional<String> articles();
    }
}
