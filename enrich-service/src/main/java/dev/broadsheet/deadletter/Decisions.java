package dev.broadsheet.deadletter;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where it is kept which dead letters are decided: in the committed offset of a consumer group that nobody joins. Not
 * thread-safe.
 */
final class Decisions implements AutoCloseable {

    /** Name of the group, and of the one transaction in which anybody decides. */
    static final String GROUP = "broadsheet.dead-letters";

    private static final TopicPartition LETTERS = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);

    private final KafkaConsumer<byte[], byte[]> member;

    Decisions(KafkaSettings settings) {
        Map<String, Object> config = TopicReader.committedOnly(settings);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        member = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What is decided; waits for a decision that is just being written. */
    HandledLetters read() {
        OffsetAndMetadata committed = member.committed(Set.of(LETTERS)).get(LETTERS);
        return committed == null
                ? HandledLetters.of(0, "")
                : HandledLetters.of(committed.offset(), committed.metadata());
    }

    /** Writes what is decided, in the producer's open transaction. */
    void write(HandledLetters handled, Producer<?, ?> producer) {
        producer.sendOffsetsToTransaction(
                Map.of(LETTERS, new OffsetAndMetadata(handled.mark(), handled.metadata())), member.groupMetadata());
    }

    @Override
    public void close() {
        member.close();
    }
}
