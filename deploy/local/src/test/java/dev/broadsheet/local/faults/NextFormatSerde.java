package dev.broadsheet.local.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.registry.SchemaRegistryClient;
import dev.broadsheet.serde.SpecificAvroSerde;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What a next version of the program might write: every record has one field more at its end, under a schema that the registry has
 * held to be compatible. Processes are started with it by {@code broadsheet.serde}, a setting that the program has anyway.
 */
public final class NextFormatSerde<T extends SpecificRecord> implements Serde<T> {

    /** The field's value, 7, in Avro's encoding. */
    private static final byte[] MORE = {14};

    private static final int HEADER = 1 + Integer.BYTES;

    private final SpecificAvroSerde<T> today = new SpecificAvroSerde<>();
    private final Map<Integer, Integer> nextIds = new ConcurrentHashMap<>();
    private SchemaRegistryClient registry;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        today.configure(config, isKey);
        registry = SchemaRegistryClient.of(config);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> {
            byte[] written = today.serializer().serialize(topic, value);
            return written == null ? null : withMore(topic, written);
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return today.deserializer();
    }

    @Override
    public void close() {
        today.close();
        registry.close();
    }

    private byte[] withMore(String topic, byte[] written) {
        int id = nextIds.computeIfAbsent(
                ByteBuffer.wrap(written).getInt(1),
                known -> registry.register(topic + "-value", next(registry.schemaById(known))));
        return ByteBuffer.allocate(written.length + MORE.length)
                .put(written[0])
                .putInt(id)
                .put(Arrays.copyOfRange(written, HEADER, written.length))
                .put(MORE)
                .array();
    }

    private static Schema next(Schema schema) {
        ObjectMapper json = new ObjectMapper();
        try {
            ObjectNode record = (ObjectNode) json.readTree(schema.toString());
            record.withArray("fields")
                    .addObject()
                    .put("name", "more")
                    .put("type", "int")
                    .put("default", 0);
            return new Schema.Parser().parse(record.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is JSON", e);
        }
    }
}
