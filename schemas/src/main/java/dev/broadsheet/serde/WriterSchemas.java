package dev.broadsheet.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.registry.RegisteredSchema;
import dev.broadsheet.registry.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InvalidConfigurationException;

/** Which schema a record is written with, under which id. */
final class WriterSchemas implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaRegistryClient registry;
    private final boolean autoRegister;
    private final boolean useLatest;
    private final boolean strict;
    private final Map<Schema, Schema> plain = new ConcurrentHashMap<>();
    private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();

    /** Writes records with the schema of an id. */
    interface Writer {
        int schemaId();

        void write(SpecificRecord record, Encoder encoder) throws IOException;
    }

    WriterSchemas(SchemaRegistryClient registry, Map<String, ?> config) {
        this.registry = registry;
        this.autoRegister = SerdeSettings.flag(config, SerdeSettings.AUTO_REGISTER_SCHEMAS, true);
        this.useLatest = SerdeSettings.flag(config, SerdeSettings.USE_LATEST_VERSION, false);
        this.strict = SerdeSettings.flag(config, SerdeSettings.LATEST_COMPATIBILITY_STRICT, true);
    }

    /** The writer for records of a schema, which goes to the registry as readers of any language know it. */
    Writer writerFor(String subject, Schema own) {
        Schema schema = plain.computeIfAbsent(own, WriterSchemas::withoutJavaNames);
        if (autoRegister) {
            return new OwnSchema(registry.register(subject, schema), writer(own));
        }
        if (useLatest) {
            return latest(subject, own, schema);
        }
        return new OwnSchema(registry.lookUp(subject, schema), writer(own));
    }

    @Override
    public void close() {
        registry.close();
    }

    private Writer latest(String subject, Schema own, Schema schema) {
        RegisteredSchema latest = registry.latest(subject);
        if (latest.schema().equals(schema)) {
            return new OwnSchema(latest.id(), writer(own));
        }
        var result = SchemaCompatibility.checkReaderWriterCompatibility(latest.schema(), schema);
        if (strict && result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new InvalidConfigurationException("version " + latest.version() + " of subject " + subject
                    + " cannot represent " + own.getFullName() + " as this program writes it: "
                    + result.getResult().getIncompatibilities());
        }
        return new Projection(latest.id(), schema, latest.schema(), writer(own));
    }

    private SpecificDatumWriter<SpecificRecord> writer(Schema own) {
        return writers.computeIfAbsent(
                own, schema -> new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema)));
    }

    /** Java's name for strings in generated classes would make every other language's schema a different one. */
    private static Schema withoutJavaNames(Schema own) {
        try {
            JsonNode json = JSON.readTree(own.toString());
            json.findParents(GenericData.STRING_PROP)
                    .forEach(node -> ((ObjectNode) node).remove(GenericData.STRING_PROP));
            return new Schema.Parser().parse(json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a schema's text is JSON by Avro's word
        }
    }

    private record OwnSchema(int schemaId, SpecificDatumWriter<SpecificRecord> writer) implements Writer {
        @Override
        public void write(SpecificRecord record, Encoder encoder) throws IOException {
            writer.write(record, encoder);
        }
    }

    /**
     * Writes with a schema that is not the record's own: generated classes find their fields by position, so the record
     * is resolved to the other schema first, by name, as any reader would.
     */
    private record Projection(int schemaId, Schema from, Schema to, SpecificDatumWriter<SpecificRecord> writer)
            implements Writer {
        @Override
        public void write(SpecificRecord record, Encoder encoder) throws IOException {
            byte[] written = Binary.encode(new byte[0], out -> writer.write(record, out));
            Object resolved = new GenericDatumReader<>(from, to).read(null, new BoundedDecoder(written, 0));
            new GenericDatumWriter<>(to).write(resolved, encoder);
        }
    }
}
