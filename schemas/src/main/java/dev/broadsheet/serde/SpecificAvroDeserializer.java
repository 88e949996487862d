package dev.broadsheet.serde;

import dev.broadsheet.registry.SchemaRegistryClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads generated Avro records in Confluent's wire format, whatever version of the schema they were written with.
 *
 * <p>A record that can never be read is an {@link UndecodableRecordException} or, where the registry does not know its
 * schema, a {@link dev.broadsheet.registry.RegistryException}; {@link dev.broadsheet.registry.Fault} tells that from a
 * registry that is down.
 *
 * @param <T> class of the records
 */
public final class SpecificAvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final Map<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();
    private SchemaRegistryClient registry;
    private Class<?> type;

    /** For Kafka, which calls {@link #configure}. */
    public SpecificAvroDeserializer() {}

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        if (!SerdeSettings.flag(config, SerdeSettings.SPECIFIC_AVRO_READER, true)) {
            throw new ConfigException(
                    SerdeSettings.SPECIFIC_AVRO_READER, false, "this deserializer makes generated classes only");
        }
        this.type = type(config, isKey);
        this.registry = SchemaRegistryClient.of(config);
    }

    /** @return null for null, which a compacted topic's reader takes as a tombstone */
    @Override
    public T deserialize(String topic, byte[] message) {
        if (message == null) {
            return null;
        }
        if (registry == null) {
            throw new IllegalStateException("configure() has not been called");
        }
        SpecificDatumReader<T> reader = reader(topic, WireFormat.schemaId(topic, message));
        try {
            BoundedDecoder decoder = new BoundedDecoder(message, WireFormat.HEADER);
            T record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw undecodable(topic, reader, "bytes are left over", null);
            }
            return record;
        } catch (IOException
                | AvroRuntimeException
                | ClassCastException
                | IndexOutOfBoundsException
                | UnsupportedOperationException e) { // all of them Avro's, for bytes that are not what the schema says
            throw undecodable(topic, reader, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private SpecificDatumReader<T> reader(String topic, int schemaId) {
        SpecificDatumReader<T> known = readers.get(schemaId);
        if (known != null) {
            return known;
        }
        Schema writer = registry.schemaById(schemaId);
        SpecificDatumReader<T> reader = reader(topic, schemaId, writer);
        readers.put(schemaId, reader);
        return reader;
    }

    private SpecificDatumReader<T> reader(String topic, int schemaId, Schema writer) {
        Class<?> wanted = type == null ? SpecificData.get().getClass(writer) : type;
        if (wanted == null || !SpecificRecord.class.isAssignableFrom(wanted)) {
            throw new UndecodableRecordException(
                    topic,
                    "is a " + writer.getFullName() + " (schema id " + schemaId
                            + "), which this program has no class for",
                    null);
        }
        SpecificData model = SpecificData.getForClass(wanted);
        return new SpecificDatumReader<>(writer, model.getSchema(wanted), model);
    }

    private UndecodableRecordException undecodable(
            String topic, SpecificDatumReader<T> reader, String complaint, Exception cause) {
        return new UndecodableRecordException(
                topic,
                "written as " + reader.getSchema().getFullName() + " does not read as "
                        + reader.getExpected().getFullName() + ": " + complaint,
                cause);
    }

    private static Class<?> type(Map<String, ?> config, boolean isKey) {
        String setting = isKey ? SerdeSettings.SPECIFIC_AVRO_KEY_TYPE : SerdeSettings.SPECIFIC_AVRO_VALUE_TYPE;
        Object value = config.get(setting);
        if (value == null || value instanceof Class<?>) {
            return (Class<?>) value;
        }
        return ConfiguredClass.find(setting, value.toString());
    }
}
