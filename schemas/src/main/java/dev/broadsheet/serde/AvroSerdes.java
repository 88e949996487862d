package dev.broadsheet.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;

/**
 * Serdes for the values of the topics, as configured. Keys are strings and need none of this.
 *
 * <p>{@link SerdeSettings#SERDE_CLASS} names the class; ours and Confluent's take the same settings.
 */
public final class AvroSerdes {

    private AvroSerdes() {}

    /**
     * A serde for values, configured.
     *
     * @param config settings by Confluent's names, {@code schema.registry.url} at least; others are passed over
     * @throws ConfigException when a setting is missing or wrong
     */
    public static <T extends SpecificRecord> Serde<T> serde(Class<T> type, Map<String, ?> config) {
        Map<String, Object> settings = new HashMap<>(config);
        settings.put(SerdeSettings.SPECIFIC_AVRO_READER, true);
        settings.put(SerdeSettings.SPECIFIC_AVRO_VALUE_TYPE, type.getName());
        settings.put(SerdeSettings.REMOVE_JAVA_PROPERTIES, true);
        Serde<T> serde = newSerde(config.get(SerdeSettings.SERDE_CLASS));
        serde.configure(settings, false);
        return serde;
    }

    @SuppressWarnings("unchecked") // the class is configured by name; its records are those of the type set above
    private static <T extends SpecificRecord> Serde<T> newSerde(Object setting) {
        Class<?> type = setting instanceof Class<?> given
                ? given
                : ConfiguredClass.find(
                        SerdeSettings.SERDE_CLASS, setting == null ? SerdeSettings.defaultSerde() : setting.toString());
        try {
            return (Serde<T>) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ConfigException(
                    SerdeSettings.SERDE_CLASS, type.getName(), "expected a Serde with a constructor without arguments");
        }
    }
}
