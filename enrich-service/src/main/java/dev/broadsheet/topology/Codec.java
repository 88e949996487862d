package dev.broadsheet.topology;

import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.Topics;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;

/** Encodes and decodes the values of one topic, and minds their size. */
final class Codec<V extends SpecificRecord> implements AutoCloseable {

    /** Room for keys, headers and the batch around a record. */
    private static final int ENVELOPE = 64 << 10;

    private final String topic;
    private final Serde<V> serde;

    Codec(String topic, Class<V> type, Map<String, ?> serdes) {
        this.topic = topic;
        this.serde = AvroSerdes.serde(type, serdes);
    }

    V decode(Headers headers, byte[] value) {
        return serde.deserializer().deserialize(topic, headers, value);
    }

    /** @throws RecordTooLargeException when the topic would not take it */
    byte[] encode(V value) {
        byte[] encoded = serde.serializer().serialize(topic, value);
        if (encoded.length > Topics.MAX_RECORD_BYTES - ENVELOPE) {
            throw new RecordTooLargeException("a record of " + encoded.length + " bytes is more than " + topic
                    + " takes (" + (Topics.MAX_RECORD_BYTES - ENVELOPE) + ")");
        }
        return encoded;
    }

    @Override
    public void close() {
        serde.close();
    }
}
