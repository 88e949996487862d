package dev.broadsheet.replay;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One run's way through the topic that is replayed, up to where it ends at the beginning of the run. A run that resumes reads
 * again what an earlier one sent, without sending it, so that it can report on the whole.
 */
final class ArchivePassage implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LARGEST_BATCH = 200;

    private final Route route;
    private final KafkaConsumer<String, byte[]> source;
    private final KafkaProducer<String, byte[]> producer;
    private final ReplayProgress progress;
    private final Pace pace;
    private final Set<String> sent = new HashSet<>();
    private final Map<TopicPartition, Long> starts;
    private final Map<TopicPartition, Long> ends;
    private Map<TopicPartition, OffsetAndMetadata> committed;
    private long read;

    ArchivePassage(ReplayRequest request, Route route, KafkaSettings settings, Pace pace, ReplayProgress progress) {
        this.route = route;
        this.progress = progress;
        this.pace = pace;
        source =
                new KafkaConsumer<>(consumer(request, settings), new StringDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(producer(request, settings), new StringSerializer(), new ByteArraySerializer());
        List<TopicPartition> partitions = source.partitionsFor(route.source()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        starts = source.beginningOffsets(partitions);
        ends = source.endOffsets(partitions);
        committed = committed();
    }

    /** From here on, no other run of this name can send or move the position. */
    void begin() {
        producer.initTransactions();
        committed = committed();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>(source.committed(ends.keySet()));
        positions.values().removeIf(Objects::isNull);
        return positions;
    }

    /** What an interrupted run of this name left; empty when none did. */
    Optional<Bookmark> bookmark() {
        return committed.values().stream()
                .findAny()
                .map(OffsetAndMetadata::metadata)
                .map(Bookmark::parse);
    }

    /**
     * Sends what is wanted and was not sent before.
     *
     * @param bookmark is kept beside the position
     * @param wanted the records that are
     */
    void send(Bookmark bookmark, Predicate<ConsumerRecord<String, byte[]>> wanted) throws InterruptedException {
        source.assign(ends.keySet());
        starts.forEach(source::seek);
        long total = distance(starts, ends);
        if (!committed.isEmpty()) {
            progress.resumed(total - distance(resumeFrom(), ends));
        }
        for (long left = total; left > 0; left = distance(positions(), ends)) {
            batch(source.poll(POLL), bookmark.metadata(), wanted);
            progress.read(total - distance(positions(), ends), total, sent.size());
        }
    }

    /** Records of the source that were looked at, those of interrupted runs included. */
    long read() {
        return read;
    }

    /** Keys of what was sent: ids of pages or of articles, those of interrupted runs included. */
    Set<String> sent() {
        return sent;
    }

    @Override
    public void close() {
        source.close();
        producer.close();
    }

    private void batch(
            Iterable<ConsumerRecord<String, byte[]>> records,
            String metadata,
            Predicate<ConsumerRecord<String, byte[]>> wanted)
            throws InterruptedException {
        List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() >= ends.get(partition) || record.value() == null) {
                continue;
            }
            read++;
            if (wanted.test(record)) {
                sent.add(record.key());
                if (record.offset() >= resumeFrom(partition)) {
                    batch.add(marked(record));
                }
            }
        }
        if (!batch.isEmpty()) {
            pace.await(batch.size()); // before the transaction begins: an open one must not time out
            producer.beginTransaction();
            batch.forEach(producer::send);
            producer.sendOffsetsToTransaction(position(metadata), source.groupMetadata());
            producer.commitTransaction();
        }
    }

    private ProducerRecord<String, byte[]> marked(ConsumerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> marked = new ProducerRecord<>(route.destination(), record.key(), record.value());
        RecordMarks.set(
                marked.headers(), RecordMarks.REPLAYED_FROM, route.stage().id());
        if (route.stage() == Stage.SEGMENT) {
            RecordMarks.setArchivedAt(marked.headers(), new RecordMarks.Place(record.partition(), record.offset()));
        }
        return marked;
    }

    private long resumeFrom(TopicPartition partition) {
        OffsetAndMetadata position = committed.get(partition);
        return position == null ? starts.get(partition) : Math.max(starts.get(partition), position.offset());
    }

    private Map<TopicPartition, Long> resumeFrom() {
        Map<TopicPartition, Long> from = new HashMap<>();
        starts.keySet().forEach(partition -> from.put(partition, resumeFrom(partition)));
        return from;
    }

    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        ends.keySet().forEach(partition -> positions.put(partition, source.position(partition)));
        return positions;
    }

    /** Never behind what an earlier run reached: on the way to there, nothing is sent. */
    private Map<TopicPartition, OffsetAndMetadata> position(String metadata) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        positions()
                .forEach((partition, position) -> offsets.put(
                        partition, new OffsetAndMetadata(Math.max(position, resumeFrom(partition)), metadata)));
        return offsets;
    }

    private static long distance(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        return from.keySet().stream()
                .mapToLong(p -> Math.max(0, to.get(p) - from.get(p)))
                .sum();
    }

    private static Map<String, Object> consumer(ReplayRequest request, KafkaSettings settings) {
        double batch = Math.min(LARGEST_BATCH, Math.min(request.window(), Math.ceil(request.recordsPerSecond())));
        Map<String, Object> config = TopicReader.committedOnly(settings);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, request.group());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, (int) Math.max(1, batch));
        return config;
    }

    private static Map<String, Object> producer(ReplayRequest request, KafkaSettings settings) {
        Map<String, Object> config = Topics.producer(settings);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, request.group());
        return config;
    }
}
