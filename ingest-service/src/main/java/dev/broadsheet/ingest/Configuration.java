package dev.broadsheet.ingest;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.config.ServiceOptions;
import dev.broadsheet.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the options come from. Later layers win: defaults, a properties file, {@code BROADSHEET_INGEST_*} variables.
 *
 * <p>Settings of Kafka's clients and of the schema registry pass through under their own names, from
 * {@code KAFKA_*} and {@code SCHEMA_REGISTRY_*} variables (see {@link KafkaSettings}) or from the file with
 * {@code kafka.} before them ({@code kafka.security.protocol=SASL_SSL}, {@code kafka.schema.registry.url=…}). The same
 * setting in both places is an error, because it is a secret or an address as a rule, and nobody should have to guess
 * which one holds.
 *
 * @param ingest the service's own options
 * @param kafka client settings
 */
public record Configuration(IngestConfig ingest, KafkaSettings kafka) {

    /** The service's own options. */
    static final ServiceOptions<IngestConfig> OPTIONS = new ServiceOptions<>(IngestConfig.class);

    private static final String KAFKA_PREFIX = "kafka.";

    /**
     * Options given by a program, as the local mode does.
     *
     * @param properties options by name; what is left out has its default
     * @param kafka client settings
     * @throws IllegalArgumentException when an option is unknown or cannot be
     */
    public static Configuration of(Map<String, String> properties, KafkaSettings kafka) {
        return new Configuration(options(properties), kafka);
    }

    /**
     * Options of a service.
     *
     * @param environment the process's environment variables
     * @param file properties file in UTF-8; null for none
     * @throws IllegalArgumentException when an option is unknown, doubled or cannot be; the message is one line
     */
    public static Configuration load(Map<String, String> environment, Path file) {
        Map<String, String> properties = new TreeMap<>();
        Map<String, String> kafka = new TreeMap<>();
        read(file).forEach((name, value) -> {
            if (name.startsWith(KAFKA_PREFIX)) {
                kafka.put(name.substring(KAFKA_PREFIX.length()), value);
            } else {
                properties.put(name, value);
            }
        });
        requireOwn(properties.keySet(), file);
        properties.putAll(OPTIONS.fromEnvironment(environment));
        KafkaSettings fromEnvironment = KafkaSettings.fromEnvironment(environment);
        requireOnce(kafka.keySet(), fromEnvironment.asMap().keySet(), file);
        return new Configuration(options(properties), fromEnvironment.with(kafka));
    }

    private static IngestConfig options(Map<String, String> properties) {
        IngestConfig config = OPTIONS.of(properties);
        requireSense(config);
        return config;
    }

    private static void requireSense(IngestConfig config) {
        require(
                config.maxPageBytes() >= 1 && config.maxPageBytes() <= Topics.MAX_CONTENT_BYTES,
                "max-page-bytes is from 1 to " + Topics.MAX_CONTENT_BYTES + ", what the topics allow");
        require(config.http().port() >= 0 && config.http().port() <= 65_535, "http.port is from 0 to 65535");
        require(config.http().maxInFlight() >= 1, "http.max-in-flight is at least 1");
        require(config.folder().stablePolls() >= 1, "folder.stable-polls is at least 1");
        require(config.folder().poll().toMillis() >= 1, "folder.poll is at least a millisecond");
        require(config.folder().maxBackoff().toSeconds() >= 1, "folder.max-backoff is at least a second");
        require(!config.shutdownTimeout().isNegative(), "shutdown-timeout is not negative");
    }

    private static void require(boolean sense, String rule) {
        if (!sense) {
            throw new IllegalArgumentException(OPTIONS.prefix() + "." + rule + ".");
        }
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalArgumentException("The configuration file " + file + " cannot be read: " + e, e);
            }
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> properties.getProperty(name).strip()));
    }

    private static void requireOwn(Set<String> names, Path file) {
        for (String name : names) {
            if (!name.startsWith(OPTIONS.prefix() + ".")) {
                throw new IllegalArgumentException("The property " + name + " in " + file + " is neither "
                        + OPTIONS.prefix() + ".… nor " + KAFKA_PREFIX + "…; leave it out.");
            }
        }
    }

    private static void requireOnce(Set<String> inFile, Set<String> inEnvironment, Path file) {
        for (String name : inFile) {
            if (inEnvironment.contains(name)) {
                throw new IllegalArgumentException("The Kafka setting " + name + " is set twice, in " + file
                        + " and by an environment variable; leave one out.");
            }
        }
    }
}
