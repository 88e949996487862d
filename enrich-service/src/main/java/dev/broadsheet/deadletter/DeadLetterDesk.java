package dev.broadsheet.deadletter;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where an operator decides what becomes of dead letters. Letters themselves are never deleted here; a decision is kept
 * beside them, and an original is sent back in the transaction that keeps the decision.
 */
public final class DeadLetterDesk implements AutoCloseable {

    private static final String GROUP = "broadsheet.dead-letters";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final TopicPartition LETTERS = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);

    private final KafkaSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param settings client settings */
    public DeadLetterDesk(KafkaSettings settings) {
        this.settings = settings;
        Map<String, Object> config = new HashMap<>(settings.asMap());
        config.put("group.id", GROUP);
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(LETTERS));
    }

    /** All dead letters, the decided ones too, in the order in which they failed. */
    public List<FiledLetter> letters() {
        HandledLetters handled = handled();
        List<FiledLetter> letters = new ArrayList<>();
        consumer.seekToBeginning(List.of(LETTERS));
        long end = consumer.endOffsets(List.of(LETTERS)).get(LETTERS);
        try (var serde = AvroSerdes.serde(DeadLetter.class, settings.asMap())) {
            while (consumer.position(LETTERS) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    DeadLetter letter =
                            serde.deserializer().deserialize(record.topic(), record.headers(), record.value());
                    letters.add(new FiledLetter(record.offset(), letter, !handled.contains(record.offset())));
                }
            }
        }
        return letters;
    }

    /**
     * Sends the originals back to where they failed, all of them or none.
     *
     * @throws IllegalArgumentException when one is decided already, or its original was too large to be kept
     */
    public void redrive(Collection<FiledLetter> letters) {
        letters.forEach(DeadLetterDesk::requireRedrivable);
        decide(letters, producer -> {
            for (FiledLetter filed : letters) {
                DeadLetter letter = filed.letter();
                producer.send(
                        new ProducerRecord<>(letter.getTopic(), bytes(letter.getKey()), bytes(letter.getValue())));
            }
        });
    }

    /**
     * Decides that nothing becomes of them.
     *
     * @throws IllegalArgumentException when one is decided already
     */
    public void discard(Collection<FiledLetter> letters) {
        letters.forEach(DeadLetterDesk::requireOpen);
        decide(letters, producer -> {});
    }

    @Override
    public void close() {
        consumer.close();
    }

    private interface Sending {
        void send(KafkaProducer<byte[], byte[]> producer);
    }

    /** One transactional id: of two operators who decide at once, the later one wins and the other's is undone. */
    private void decide(Collection<FiledLetter> letters, Sending sending) {
        Map<String, Object> config = new HashMap<>(settings.asMap());
        config.putAll(Topics.producerLimits());
        config.put("transactional.id", GROUP);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            // Read only now: what another operator decided before is committed, and what comes later is fenced off.
            HandledLetters handled = handled();
            for (FiledLetter letter : letters) {
                if (handled.contains(letter.number())) {
                    throw decided(letter);
                }
            }
            HandledLetters after =
                    handled.with(letters.stream().map(FiledLetter::number).toList());
            producer.beginTransaction();
            sending.send(producer);
            producer.sendOffsetsToTransaction(
                    Map.of(LETTERS, new OffsetAndMetadata(after.mark(), after.metadata())), consumer.groupMetadata());
            producer.commitTransaction();
        }
    }

    private HandledLetters handled() {
        OffsetAndMetadata committed = consumer.committed(Set.of(LETTERS)).get(LETTERS);
        return committed == null
                ? HandledLetters.of(0, "")
                : HandledLetters.of(committed.offset(), committed.metadata());
    }

    private static void requireRedrivable(FiledLetter filed) {
        requireOpen(filed);
        DeadLetter letter = filed.letter();
        if (letter.getValue() == null && letter.getKey() == null) {
            throw new IllegalArgumentException("dead letter " + filed.number()
                    + " has no original to send back; hand the page in again, then discard it");
        }
    }

    private static void requireOpen(FiledLetter letter) {
        if (!letter.open()) {
            throw decided(letter);
        }
    }

    private static IllegalArgumentException decided(FiledLetter letter) {
        return new IllegalArgumentException(
                "dead letter " + letter.number() + " has been redriven or discarded already");
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
