package dev.broadsheet.ingest;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.Topics;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private static final String PREFIX =
            IngestConfig.class.getAnnotation(ConfigMapping.class).prefix();
    private static final String VARIABLE_PREFIX = variable(PREFIX) + "_";
    private static final String KAFKA_PREFIX = "kafka.";

    /**
     * Options given by a program, as the local mode does.
     *
     * @param properties options by name; what is left out has its default
     * @param kafka client settings
     * @throws IllegalArgumentException when an option is unknown or cannot be
     */
    public static Configuration of(Map<String, String> properties, KafkaSettings kafka) {
        return new Configuration(map(properties, Map.of()), kafka);
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
        requireKnown(environment.keySet());
        requireOwn(properties.keySet(), file);
        KafkaSettings fromEnvironment = KafkaSettings.fromEnvironment(environment);
        requireOnce(kafka.keySet(), fromEnvironment.asMap().keySet(), file);
        return new Configuration(map(properties, environment), fromEnvironment.with(kafka));
    }

    private static IngestConfig map(Map<String, String> properties, Map<String, String> environment) {
        try {
            IngestConfig config = new SmallRyeConfigBuilder()
                    .withSources(
                            new PropertiesConfigSource(properties, "the given properties", 200),
                            new EnvConfigSource(ownOf(environment), 300))
                    .withMapping(IngestConfig.class)
                    .build()
                    .getConfigMapping(IngestConfig.class);
            requireSense(config);
            return config;
        } catch (ConfigValidationException e) {
            throw new IllegalArgumentException(e.getProblem(0).getMessage().replaceAll("SRCFG\\d+: ", ""), e);
        }
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
            throw new IllegalArgumentException(PREFIX + "." + rule + ".");
        }
    }

    private static Map<String, String> ownOf(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(e -> e.getKey().startsWith(VARIABLE_PREFIX))
                .filter(e -> !e.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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

    /** A misspelt variable would be silently without effect; SmallRye cannot know which ones are meant for it. */
    private static void requireKnown(Set<String> variables) {
        Set<String> known =
                options().stream().map(Configuration::variable).collect(Collectors.toCollection(TreeSet::new));
        for (String name : new TreeSet<>(variables)) {
            if (name.startsWith(VARIABLE_PREFIX) && !known.contains(name)) {
                throw new IllegalArgumentException(
                        "The environment variable " + name + " sets no option; there are " + String.join(", ", known));
            }
        }
    }

    private static void requireOwn(Set<String> names, Path file) {
        for (String name : names) {
            if (!name.startsWith(PREFIX + ".")) {
                throw new IllegalArgumentException("The property " + name + " in " + file + " is neither " + PREFIX
                        + ".… nor " + KAFKA_PREFIX + "…; leave it out.");
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

    /** Names of all options, sorted. */
    static Set<String> options() {
        return defaults().keySet();
    }

    /** Every option with its default, sorted by name; null where it has none. */
    static SortedMap<String, String> defaults() {
        SortedMap<String, String> defaults = new TreeMap<>();
        collect(IngestConfig.class, PREFIX, defaults);
        return defaults;
    }

    private static void collect(Class<?> group, String prefix, Map<String, String> defaults) {
        for (Method option : group.getMethods()) {
            String name =
                    prefix + "." + option.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            WithDefault value = option.getAnnotation(WithDefault.class);
            if (option.getReturnType().getEnclosingClass() == IngestConfig.class) {
                collect(option.getReturnType(), name, defaults);
            } else {
                defaults.put(name, value == null ? null : value.value());
            }
        }
    }

    /** The environment variable of an option, by MicroProfile Config's rule. */
    static String variable(String option) {
        return option.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
