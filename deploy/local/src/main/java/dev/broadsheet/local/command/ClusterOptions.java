package dev.broadsheet.local.command;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.local.LocalFolder;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.UnreadableTopicException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Option;

/** Which cluster a command talks to, and how. */
final class ClusterOptions {

    /** Somebody sits before the terminal: a broker that is not there should show within seconds. */
    private static final Map<String, String> IMPATIENT =
            Map.of("default.api.timeout.ms", "10000", "request.timeout.ms", "8000", "max.block.ms", "10000");

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers (default: $KAFKA_BOOTSTRAP_SERVERS, else those of 'broadsheet up').")
    private String bootstrapServers;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "Schema registry (default: $SCHEMA_REGISTRY_URL, else that of 'broadsheet up').")
    private String schemaRegistry;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties file with more client settings: security.protocol, sasl.jaas.config, …")
    private Path commandConfig;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the 'broadsheet up' to talk to.")
    private Path data;

    /**
     * Client settings: the command line, over the properties file, over {@code KAFKA_*} and {@code SCHEMA_REGISTRY_*},
     * over the addresses of a running {@code broadsheet up}.
     *
     * @throws CommandFailure when no cluster is named and none runs here
     */
    KafkaSettings settings() throws IOException {
        KafkaSettings settings =
                KafkaSettings.fromEnvironment(System.getenv()).with(file()).with(options());
        if (settings.get("bootstrap.servers") == null || settings.get("schema.registry.url") == null) {
            settings = settings.withDefaults(LocalFolder.of(data)
                    .addresses()
                    .orElseThrow(() -> new CommandFailure(
                            "no cluster to talk to: start one with 'broadsheet up', or give --bootstrap-servers and"
                                    + " --schema-registry")));
        }
        return settings;
    }

    /** The same settings, for what somebody waits for before a terminal. */
    KafkaSettings impatient() throws IOException {
        return settings().withDefaults(IMPATIENT);
    }

    /**
     * Makes sure within seconds that there is something to talk to, for a command that is patient later on.
     *
     * @throws UnreadableTopicException when the broker or the topic is not there
     */
    void requireTopic(String name) throws IOException {
        new TopicReader<>(name, impatient(), new ByteArrayDeserializer()).close();
    }

    /** A client for the cluster's administration. */
    Admin admin() throws IOException {
        return Admin.create(new HashMap<String, Object>(impatient().asMap()));
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        if (bootstrapServers != null) {
            options.put("bootstrap.servers", bootstrapServers);
        }
        if (schemaRegistry != null) {
            options.put("schema.registry.url", schemaRegistry);
        }
        return options;
    }

    private Map<String, String> file() throws IOException {
        if (commandConfig == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(commandConfig, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
