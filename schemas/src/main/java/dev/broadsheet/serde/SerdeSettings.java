package dev.broadsheet.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;

/** Names of the serdes' settings, all Confluent's but the first. */
public final class SerdeSettings {

    /** Class of the values' serde; {@link SpecificAvroSerde} by default, Confluent's in a build with their artifacts. */
    public static final String SERDE_CLASS = "broadsheet.serde";

    /** Addresses of the schema registry, separated by commas, or {@code mock://scope}. */
    public static final String SCHEMA_REGISTRY_URL = "schema.registry.url";

    /** Whether a writer adds its schema to the subject; true by default. */
    public static final String AUTO_REGISTER_SCHEMAS = "auto.register.schemas";

    /** Whether a writer that does not register writes with the subject's newest schema; false by default. */
    public static final String USE_LATEST_VERSION = "use.latest.version";

    /** Whether the newest schema must be able to represent what the writer has; true by default. */
    public static final String LATEST_COMPATIBILITY_STRICT = "latest.compatibility.strict";

    /** Whether a reader makes generated classes; always true here, set for serdes whose default is false. */
    public static final String SPECIFIC_AVRO_READER = "specific.avro.reader";

    /** Class that a reader of values makes; by default the one that the writer's schema names. */
    public static final String SPECIFIC_AVRO_VALUE_TYPE = "specific.avro.value.type";

    /** Class that a reader of keys makes; by default the one that the writer's schema names. */
    public static final String SPECIFIC_AVRO_KEY_TYPE = "specific.avro.key.type";

    /** Whether schemas are registered without Java's names for strings; always true here. */
    public static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";

    private static final String DEFAULTS = "serde.properties";

    private SerdeSettings() {}

    /** The serde that this build was made for: ours, or Confluent's with the Maven profile {@code confluent}. */
    static String defaultSerde() {
        Properties defaults = new Properties();
        try (InputStream in = SerdeSettings.class.getResourceAsStream(DEFAULTS)) {
            defaults.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults.getProperty(SERDE_CLASS);
    }

    static boolean flag(Map<String, ?> config, String name, boolean otherwise) {
        Object value = config.get(name);
        if (value == null || value.toString().isBlank()) {
            return otherwise;
        }
        String text = value.toString().strip();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new ConfigException(name, value, "expected true or false");
        }
        return Boolean.parseBoolean(text);
    }
}
