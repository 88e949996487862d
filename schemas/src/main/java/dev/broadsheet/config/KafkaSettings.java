package dev.broadsheet.config;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Client properties for Kafka and the schema registry, under the names that Kafka and Confluent document.
 *
 * <p>Environment variables become properties by dropping {@code KAFKA_}, lower-casing, and writing a dot for each
 * underscore: {@code KAFKA_SASL_JAAS_CONFIG} is {@code sasl.jaas.config}. {@code SCHEMA_REGISTRY_URL} and
 * {@code SCHEMA_REGISTRY_SSL_…} keep their prefix ({@code schema.registry.url}); every other
 * {@code SCHEMA_REGISTRY_…} variable is an option of the serdes without it: {@code SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO}
 * is {@code basic.auth.user.info}. Passwords, keys and tokens are never printed.
 */
public final class KafkaSettings {

    private static final String KAFKA = "KAFKA_";
    private static final String REGISTRY = "SCHEMA_REGISTRY_";

    /** Options of the registry client that Confluent documents only with the prefix. */
    private static final Set<String> PREFIXED = Set.of("url");

    /**
     * Variables that begin alike but are not settings of clients: those of Kafka's start scripts, and the links that
     * Kubernetes sets for a service called {@code kafka} or {@code schema-registry} in the same namespace.
     */
    private static final Pattern NOT_A_SETTING = Pattern.compile(
            "(?:KAFKA|SCHEMA_REGISTRY)_(?:HOME|VERSION|(?:.*_)?OPTS|SERVICE_(?:HOST|PORT).*|PORT(?:_.*)?)");

    private static final Pattern SECRET = Pattern.compile(
            "password|secret|token|jaas|user\\.info|credential|keystore\\.key$|private\\.key|assertion");
    private static final Pattern SECRET_BUT_NAME =
            Pattern.compile("credentials\\.source|\\.url$|token\\.endpoint\\.url");
    private static final Pattern USER_INFO_IN_URL = Pattern.compile("://[^/@\\s,]*@");

    private final Map<String, String> properties;

    private KafkaSettings(Map<String, String> properties) {
        this.properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** Settings from properties that are already under their client names. */
    public static KafkaSettings of(Map<String, String> properties) {
        return new KafkaSettings(properties);
    }

    /** Settings from {@code KAFKA_*} and {@code SCHEMA_REGISTRY_*}; other variables and empty ones are passed over. */
    public static KafkaSettings fromEnvironment(Map<String, String> environment) {
        Map<String, String> properties = new TreeMap<>();
        environment.forEach((variable, value) -> {
            String property = propertyFor(variable);
            if (property != null && !value.isBlank()) {
                properties.put(property, value.strip());
            }
        });
        return new KafkaSettings(properties);
    }

    /**
     * The client property that an environment variable sets.
     *
     * @return null when the variable is not one of these settings
     */
    public static String propertyFor(String variable) {
        if (NOT_A_SETTING.matcher(variable).matches()) {
            return null;
        }
        if (variable.startsWith(KAFKA) && variable.length() > KAFKA.length()) {
            return dotted(variable.substring(KAFKA.length()));
        }
        if (variable.startsWith(REGISTRY) && variable.length() > REGISTRY.length()) {
            String option = dotted(variable.substring(REGISTRY.length()));
            return PREFIXED.contains(option) || option.startsWith("ssl.") ? "schema.registry." + option : option;
        }
        return null;
    }

    /** These settings with others on top: where both set a property, the other wins. */
    public KafkaSettings with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(properties);
        all.putAll(others);
        return new KafkaSettings(all);
    }

    /** These settings with defaults below: where both set a property, this wins. */
    public KafkaSettings withDefaults(Map<String, String> defaults) {
        return of(defaults).with(properties);
    }

    /** One property; null where it is not set. */
    public String get(String property) {
        return properties.get(property);
    }

    /** All properties, sorted by name; holds secrets, so log {@link #toString()} instead. */
    public Map<String, String> asMap() {
        return properties;
    }

    /** The properties with secrets replaced by {@code [hidden]}. */
    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>(properties);
        shown.replaceAll(KafkaSettings::redact);
        return shown.toString();
    }

    private static String redact(String property, String value) {
        boolean secret = SECRET.matcher(property).find()
                && !SECRET_BUT_NAME.matcher(property).find();
        return secret ? "[hidden]" : USER_INFO_IN_URL.matcher(value).replaceAll("://[hidden]@");
    }

    private static String dotted(String variable) {
        return variable.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    }
}
