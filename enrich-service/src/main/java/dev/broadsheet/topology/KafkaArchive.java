package dev.broadsheet.topology;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The archive on a cluster. Connects for each record: it is seldom asked. Outside of transactions, which would leave their markers
 * where doors look for the last page; a record too many does no harm.
 */
public final class KafkaArchive implements Archive {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic;
    private final Map<String, Object> consumer;
    private final Map<String, Object> producer;

    /**
     * @param topic name of the topic of pages
     * @param settings client settings with {@code bootstrap.servers}
     */
    public KafkaArchive(String topic, KafkaSettings settings) {
        this.topic = topic;
        consumer = TopicReader.committedOnly(settings);
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        producer = Topics.producer(settings);
    }

    /** @throws KafkaException when the broker does not answer in time */
    @Override
    public boolean repeat(int partition, long offset, Headers marks) {
        Optional<ConsumerRecord<byte[], byte[]>> found = read(new TopicPartition(topic, partition), offset);
        found.ifPresent(record -> {
            ProducerRecord<byte[], byte[]> copy =
                    new ProducerRecord<>(topic, partition, record.key(), record.value(), record.headers());
            RecordMarks.receivedAt(marks)
                    .ifPresent(time -> RecordMarks.set(
                            copy.headers(), RecordMarks.RECEIVED_AT, Long.toString(time.toEpochMilli())));
            append(copy);
        });
        return found.isPresent();
    }

    /** Where a record was compacted away, Kafka hands out the next one. */
    private Optional<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long offset) {
        try (KafkaConsumer<byte[], byte[]> reader =
                new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(List.of(partition));
            reader.seek(partition, offset);
            List<ConsumerRecord<byte[], byte[]>> records = reader.poll(PATIENCE).records(partition);
            if (records.isEmpty()) {
                throw new TimeoutException("the broker has not given out " + partition + "@" + offset + " in "
                        + PATIENCE.toSeconds() + " s");
            }
            return Optional.of(records.get(0)).filter(record -> record.offset() == offset);
        }
    }

    private void append(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> writer =
                new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer())) {
            writer.send(record).get();
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not take a page of the archive once more", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
