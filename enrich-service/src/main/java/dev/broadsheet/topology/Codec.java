package dev.broadsheet.topology;

import dev.broadsheet.registry.Fault;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.Topics;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.errors.ProcessorStateException;

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

    /**
     * Decodes a value from a state store. What cannot be read there is not the fault of the record in work: another version of
     * the program wrote it, or the registry lost its schema. So it is no poison; the stage stops and says so.
     *
     * @throws ProcessorStateException when the bytes do not decode
     */
    V remembered(String key, byte[] value) {
        try {
            return decode(new RecordHeaders(), value);
        } catch (RuntimeException e) {
            if (!Fault.isPoison(e)) {
                throw e;
            }
            ProcessorStateException unreadable = new ProcessorStateException("what " + topic + " remembers of " + key
                    + " cannot be read, is this program older than its state? " + e.getMessage());
            unreadable.addSuppressed(e);
            throw unreadable;
        }
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
