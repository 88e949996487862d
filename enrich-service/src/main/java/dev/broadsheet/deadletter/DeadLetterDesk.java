package dev.broadsheet.deadletter;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.topic.Fencing;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where an operator decides what becomes of dead letters. Letters themselves are never deleted here; a decision is kept
 * beside them, and an original is sent back in the transaction that keeps the decision.
 */
public final class DeadLetterDesk implements AutoCloseable {

    private final KafkaSettings settings;
    private final Decisions decisions;
    private final SortedSet<Long> seen = new TreeSet<>();

    /** @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url} */
    public DeadLetterDesk(KafkaSettings settings) {
        this.settings = settings;
        this.decisions = new Decisions(settings);
    }

    /** All dead letters, the decided ones too, in the order in which they failed. */
    public List<FiledLetter> letters() {
        List<FiledLetter> letters = new ArrayList<>();
        try (TopicReader<DeadLetter> reader = TopicReader.of(Topics.DEAD_LETTERS, settings)) {
            HandledLetters handled = decisions.read();
            reader.toEnd(record -> {
                seen.add(record.offset());
                letters.add(new FiledLetter(record.offset(), record.value(), !handled.contains(record.offset())));
            });
        }
        return letters;
    }

    /**
     * Sends what failed back, all of it or nothing; each letter at most once, whoever else does the same at the same time.
     *
     * @throws IllegalArgumentException when one is decided already, or has nothing to send back
     * @throws IllegalStateException when somebody else decided at the same time; nothing was sent
     */
    public void redrive(Collection<FiledLetter> letters) {
        Redrive redrive = Redrive.of(letters, settings);
        decide(
                letters,
                letters.stream()
                        .flatMap(letter -> redrive.records(letter).stream())
                        .toList());
    }

    /**
     * Decides that nothing becomes of them.
     *
     * @throws IllegalArgumentException when one is decided already
     * @throws IllegalStateException when somebody else decided at the same time
     */
    public void discard(Collection<FiledLetter> letters) {
        decide(letters, List.of());
    }

    @Override
    public void close() {
        decisions.close();
    }

    /** One transactional id: of two operators who decide at once, the later one wins and the other's is undone. */
    private void decide(Collection<FiledLetter> letters, List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config = Topics.producer(settings);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, Decisions.GROUP);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            List<Long> numbers = letters.stream().map(FiledLetter::number).toList();
            if (!seen.containsAll(numbers)) {
                letters();
            }
            // Read only now: what another operator decided before is committed, and what comes later is fenced off.
            HandledLetters handled = decisions.read();
            letters.forEach(letter -> requireOpen(letter, handled));
            producer.beginTransaction();
            records.forEach(producer::send);
            decisions.write(handled.with(numbers, seen), producer);
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw Fencing.isFencedOff(e)
                    ? new IllegalStateException(
                            "somebody else decided on dead letters at the same time, so this was undone; list them again",
                            e)
                    : e;
        }
    }

    private static void requireOpen(FiledLetter letter, HandledLetters handled) {
        if (handled.contains(letter.number())) {
            throw new IllegalArgumentException(
                    "dead letter " + letter.number() + " has been redriven or discarded already");
        }
    }
}
