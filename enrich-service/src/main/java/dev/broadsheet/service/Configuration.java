package dev.broadsheet.service;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topology.Stage;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the options come from: {@code BROADSHEET_ENRICH_*} variables over defaults. Settings of Kafka's clients, of Kafka
 * Streams and of the schema registry pass through under their own names, from {@code KAFKA_*} and
 * {@code SCHEMA_REGISTRY_*} variables (see {@link KafkaSettings}); those on which correctness rests cannot be set.
 *
 * @param enrich the service's own options
 * @param kafka client settings
 */
public record Configuration(EnrichConfig enrich, KafkaSettings kafka) {

    private static final String PREFIX =
            EnrichConfig.class.getAnnotation(ConfigMapping.class).prefix();
    private static final String VARIABLE_PREFIX = variable(PREFIX) + "_";

    /** @throws IllegalArgumentException when a Kafka setting is missing or may not be set, or a stage is unknown */
    public Configuration {
        StreamsSettings.requireAllowed(kafka.asMap().keySet());
        require(kafka, "bootstrap.servers", "KAFKA_BOOTSTRAP_SERVERS");
        require(kafka, "schema.registry.url", "SCHEMA_REGISTRY_URL");
        enrich.stages().forEach(Stage::parse);
        if (enrich.threads() < 1 || enrich.standbyReplicas() < 0) {
            throw new IllegalArgumentException("threads must be 1 or more, standby replicas 0 or more");
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
        return new Configuration(map(properties), kafka);
    }

    /**
     * Options of a service.
     *
     * @param environment the process's environment variables
     * @throws IllegalArgumentException when an option is unknown or cannot be; the message is one line
     */
    public static Configuration load(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>();
        options().forEach(option -> variables.put(variable(option), option));
        Map<String, String> properties = new TreeMap<>();
        environment.forEach((variable, value) -> {
            if (!variable.startsWith(VARIABLE_PREFIX)) {
                return;
            }
            if (!variables.containsKey(variable)) {
                // Without effect, a misspelt variable would be found by nobody.
                throw new IllegalArgumentException("the environment variable " + variable
                        + " sets no option; there are " + String.join(", ", variables.keySet()));
            }
            if (!value.isBlank()) {
                properties.put(variables.get(variable), value.strip());
            }
        });
        return of(properties, KafkaSettings.fromEnvironment(environment));
    }

    /** The stages that this process runs, each once, in the order of the stream. */
    List<Stage> stages() {
        return enrich.stages().stream().map(Stage::parse).distinct().sorted().toList();
    }

    private static EnrichConfig map(Map<String, String> properties) {
        try {
            return new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(properties, "the given options", 200))
                    .withMapping(EnrichConfig.class)
                    .build()
                    .getConfigMapping(EnrichConfig.class);
        } catch (ConfigValidationException e) {
            throw new IllegalArgumentException(e.getProblem(0).getMessage().replaceAll("SRCFG\\d+: ", ""), e);
        }
    }

    private static void require(KafkaSettings kafka, String property, String variable) {
        if (kafka.get(property) == null) {
            throw new IllegalArgumentException(property + " is missing; set the environment variable " + variable);
        }
    }

    /** Names of all options, sorted. */
    static Set<String> options() {
        Set<String> names = new TreeSet<>();
        collect(EnrichConfig.class, PREFIX, names);
        return names;
    }

    private static void collect(Class<?> group, String prefix, Set<String> names) {
        for (Method option : group.getMethods()) {
            String name =
                    prefix + "." + option.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (option.getReturnType().getEnclosingClass() == EnrichConfig.class) {
                collect(option.getReturnType(), name, names);
            } else {
                names.add(name);
            }
        }
    }

    /** The environment variable of an option, by MicroProfile Config's rule. */
    static String variable(String option) {
        return option.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
