package dev.broadsheet.service;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.config.ServiceOptions;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.topology.Stage;
import java.util.List;
import java.util.Map;

/**
 * Where the options come from: {@code BROADSHEET_ENRICH_*} variables over defaults. Settings of Kafka's clients, of Kafka
 * Streams and of the schema registry pass through under their own names, from {@code KAFKA_*} and
 * {@code SCHEMA_REGISTRY_*} variables (see {@link KafkaSettings}); those on which correctness rests cannot be set.
 *
 * @param enrich the service's own options
 * @param kafka client settings
 */
public record Configuration(EnrichConfig enrich, KafkaSettings kafka) {

    /** The service's own options. */
    static final ServiceOptions<EnrichConfig> OPTIONS = new ServiceOptions<>(EnrichConfig.class);

    /** @throws IllegalArgumentException when a Kafka setting is missing or may not be set, or a stage is unknown */
    public Configuration {
        StreamsSettings.requireAllowed(kafka.asMap().keySet());
        require(kafka, "bootstrap.servers", "KAFKA_BOOTSTRAP_SERVERS");
        require(kafka, "schema.registry.url", "SCHEMA_REGISTRY_URL");
        enrich.stages().forEach(Stage::parse);
        if (enrich.threads() < 1 || enrich.standbyReplicas() < 0) {
            throw new IllegalArgumentException("threads must be 1 or more, standby replicas 0 or more");
        }
        if (enrich.reprintDays() < 0 || enrich.reprintDays() > ReprintWindow.MAX_DAYS) {
            throw new IllegalArgumentException("reprint days are " + enrich.reprintDays() + "; they must be 0 to "
                    + ReprintWindow.MAX_DAYS + ", see BROADSHEET_ENRICH_REPRINT_DAYS");
        }
    }

    /**
     * Options given by a program, as the local mode does.
     *
     * @param properties options by name, such as {@code broadsheet.enrich.http.port}; what is left out has its default
     * @param kafka client settings
     * @throws IllegalArgumentException when an option is unknown or cannot be
     */
    public static Configuration of(Map<String, String> properties, KafkaSettings kafka) {
        return new Configuration(OPTIONS.of(properties), kafka);
    }

    /**
     * Options of a service.
     *
     * @param environment the process's environment variables
     * @throws IllegalArgumentException when an option is unknown or cannot be; the message is one line
     */
    public static Configuration load(Map<String, String> environment) {
        return of(OPTIONS.fromEnvironment(environment), KafkaSettings.fromEnvironment(environment));
    }

    /** The stages that this process runs, each once, in the order of the stream. */
    List<Stage> stages() {
        return enrich.stages().stream().map(Stage::parse).distinct().sorted().toList();
    }

    private static void require(KafkaSettings kafka, String property, String variable) {
        if (kafka.get(property) == null) {
            throw new IllegalArgumentException(property + " is missing; set the environment variable " + variable);
        }
    }
}
