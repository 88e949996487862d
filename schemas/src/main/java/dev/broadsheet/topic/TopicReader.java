package dev.broadsheet.topic;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.registry.Fault;
import dev.broadsheet.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads all partitions of a topic from the start, committed records only, and remembers its place itself: no consumer group
 * is involved. Not thread-safe.
 *
 * @param <V> what the topic's values are read as
 */
public final class TopicReader<V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Kafka's default for how long a client waits for an answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KafkaConsumer<String, V> consumer;
    private final Duration patience;
    private final List<TopicPartition> partitions;

    /**
     * A reader at the start of a topic.
     *
     * @param topic name of the topic
     * @param settings client settings with {@code bootstrap.servers}
     * @param values reads the values; null values do not pass it
     * @throws UnreadableTopicException when the broker or the topic is not there
     */
    public TopicReader(String topic, KafkaSettings settings, Deserializer<V> values) {
        consumer = new KafkaConsumer<>(committedOnly(settings), new StringDeserializer(), values);
        String timeout = settings.get(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
        patience = timeout == null ? PATIENCE : Duration.ofMillis(Long.parseLong(timeout));
        try {
            partitions = partitions(topic, settings);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /**
     * A reader at the start of a topic of the contract.
     *
     * @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url}
     * @throws UnreadableTopicException when the broker or the topic is not there
     */
    public static <V extends SpecificRecord> TopicReader<V> of(KafkaTopic<V> topic, KafkaSettings settings) {
        return new TopicReader<>(
                topic.name(),
                settings,
                AvroSerdes.serde(topic.type(), settings.asMap()).deserializer());
    }

    /**
     * A reader that takes what can never be decoded for null: such a record is, or will be, a dead letter, and nothing to stop at.
     *
     * @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url}
     * @throws UnreadableTopicException when the broker or the topic is not there
     */
    public static <V extends SpecificRecord> TopicReader<V> lenient(
            String topic, Class<V> type, KafkaSettings settings) {
        Deserializer<V> strict = AvroSerdes.serde(type, settings.asMap()).deserializer();
        return new TopicReader<>(topic, settings, (name, value) -> {
            try {
                return strict.deserialize(name, value);
            } catch (RuntimeException e) {
                if (Fault.isPoison(e)) {
                    return null;
                }
                throw e;
            }
        });
    }

    /** Settings of a consumer that sees committed records only and commits no position by itself. */
    public static Map<String, Object> committedOnly(KafkaSettings settings) {
        Map<String, Object> config = new HashMap<>(settings.asMap());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return config;
    }

    /** Where the topic ends now: by partition, the offset of the next record that will be committed. */
    public Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new TreeMap<>();
        consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    /** Passes over all that comes before these offsets; partitions that are not named are read from their start. */
    public void skipTo(Map<Integer, Long> offsets) {
        offsets.forEach((partition, offset) ->
                consumer.seek(new TopicPartition(partitions.get(0).topic(), partition), offset));
    }

    /**
     * Hands over every record from the reader's place to what is the end now. A null value is a tombstone.
     *
     * @throws UnreadableTopicException when a record cannot be decoded, or the broker falls silent for as long as a client waits
     *     for an answer ({@code default.api.timeout.ms})
     */
    public void toEnd(Consumer<ConsumerRecord<String, V>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long left = distance(ends);
        long advancedAt = System.nanoTime();
        while (left > 0) {
            poll(reader);
            long now = distance(ends);
            if (now < left) {
                advancedAt = System.nanoTime();
            } else if (System.nanoTime() - advancedAt > patience.toNanos()) {
                throw new UnreadableTopicException(
                        "the broker has said nothing for " + patience.toSeconds() + " s, with " + now + " records of "
                                + partitions.get(0).topic() + " still to read; is it running?",
                        null);
            }
            left = now;
        }
    }

    /**
     * Hands over each record that comes after what was read, until the thread is interrupted.
     *
     * @param wanted asked after each round whether to go on
     * @throws UnreadableTopicException when a record cannot be decoded
     */
    public void follow(Consumer<ConsumerRecord<String, V>> reader, BooleanSupplier wanted) {
        try {
            while (wanted.getAsBoolean()) {
                poll(reader);
            }
        } catch (InterruptException e) {
            // Told to stop; the thread stays interrupted.
        }
    }

    /** Does so in order on an interrupted thread, too, which stays interrupted. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        consumer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<TopicPartition> partitions(String topic, KafkaSettings settings) {
        String address = settings.get("bootstrap.servers");
        List<TopicPartition> found;
        try {
            found = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
        } catch (TimeoutException e) {
            throw new UnreadableTopicException("no Kafka broker answers at " + address, e);
        }
        if (found.isEmpty()) {
            throw new UnreadableTopicException(
                    "there is no topic " + topic + " at " + address
                            + (isOfContract(topic)
                                    ? "; 'broadsheet topics --create' makes it"
                                    : "; who writes to it makes it"),
                    null);
        }
        return found;
    }

    private static boolean isOfContract(String topic) {
        return Topics.all().stream().anyMatch(declared -> declared.name().equals(topic));
    }

    private long distance(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private void poll(Consumer<ConsumerRecord<String, V>> reader) {
        try {
            consumer.poll(POLL).forEach(reader);
        } catch (RecordDeserializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnreadableTopicException(
                    "the record at " + e.topicPartition() + "@" + e.offset() + " cannot be decoded: "
                            + cause.getMessage(),
                    e);
        }
    }
}
