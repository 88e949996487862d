package dev.broadsheet.serde;

import dev.broadsheet.registry.SchemaRegistryClient;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes generated Avro records in Confluent's wire format.
 *
 * <p>Which schema it writes with is Confluent's choice of settings: {@code auto.register.schemas} (default true) adds
 * the record's own schema to its subject; without it the schema must be there already; {@code use.latest.version} takes
 * the newest one of the subject, which then need not be the record's own.
 *
 * @param <T> class of the records
 */
public final class SpecificAvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    private boolean isKey;
    private SubjectNames subjects;
    private WriterSchemas schemas;

    /** For Kafka, which calls {@link #configure}. */
    public SpecificAvroSerializer() {}

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        this.isKey = isKey;
        this.subjects = SubjectNames.of(config, isKey);
        this.schemas = new WriterSchemas(SchemaRegistryClient.of(config), config);
    }

    /** @return null for null, which a compacted topic reads as a tombstone */
    @Override
    public byte[] serialize(String topic, T record) {
        if (record == null) {
            return null;
        }
        if (schemas == null) {
            throw new IllegalStateException("configure() has not been called");
        }
        Schema own = record.getSchema();
        WriterSchemas.Writer writer = schemas.writerFor(subjects.subject(topic, isKey, own), own);
        try {
            return Binary.encode(WireFormat.header(writer.schemaId()), encoder -> writer.write(record, encoder));
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            throw new SerializationException(
                    "a " + own.getFullName() + " for topic " + topic + " does not fit its schema: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        if (schemas != null) {
            schemas.close();
        }
    }
}
