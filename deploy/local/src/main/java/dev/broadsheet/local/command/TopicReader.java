package dev.broadsheet.local.command;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.KafkaTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic from its start, committed records only. Not thread-safe.
 *
 * @param <V> class of the topic's values
 */
final class TopicReader<V extends SpecificRecord> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaTopic<V> topic;
    private final String address;
    private final KafkaConsumer<String, V> consumer;

    /**
     * @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url}
     * @throws CommandFailure when the broker or the topic is not there
     */
    TopicReader(KafkaTopic<V> topic, KafkaSettings settings) {
        this.topic = topic;
        this.address = settings.get("bootstrap.servers");
        Map<String, Object> config = new HashMap<>(ClusterOptions.IMPATIENT);
        config.putAll(settings.asMap());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "earliest");
        config.put("allow.auto.create.topics", "false");
        this.consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                AvroSerdes.serde(topic.type(), settings.asMap()).deserializer());
        try {
            assignAll();
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /**
     * Hands over every record up to what is the end now. A null value is a tombstone.
     *
     * @throws CommandFailure when a record cannot be decoded
     */
    void toEnd(Consumer<ConsumerRecord<String, V>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(reader);
        }
    }

    /**
     * Hands over each record that comes after what was read.
     *
     * @param wanted asked after each round whether to go on
     */
    void follow(Consumer<ConsumerRecord<String, V>> reader, BooleanSupplier wanted) {
        while (wanted.getAsBoolean()) {
            poll(reader);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void assignAll() {
        List<TopicPartition> partitions;
        try {
            partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
        } catch (TimeoutException e) {
            throw new CommandFailure("no Kafka broker answers at " + address, e);
        }
        if (partitions.isEmpty()) {
            throw new CommandFailure(
                    "there is no topic " + topic + " at " + address + "; 'broadsheet topics --create' makes it");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private void poll(Consumer<ConsumerRecord<String, V>> reader) {
        try {
            consumer.poll(POLL).forEach(reader);
        } catch (RecordDeserializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandFailure(
                    "the record at " + e.topicPartition() + "@" + e.offset() + " cannot be decoded: "
                            + cause.getMessage(),
                    e);
        }
    }
}
