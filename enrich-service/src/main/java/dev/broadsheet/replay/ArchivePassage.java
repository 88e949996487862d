package dev.broadsheet.replay;

import dev.broadsheet.id.PageId;
import dev.broadsheet.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** One run's way through the archive. */
final class ArchivePassage {

    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * What one run sent.
     *
     * @param read archive records that it read
     * @param pages ids of the pages that it sent
     */
    record Sent(long read, Set<String> pages) {
        long replayed() {
            return pages.size();
        }
    }

    private final ReplayRequest request;
    private final Consumer<String, byte[]> archive;
    private final Producer<String, byte[]> producer;
    private final ReplayProgress progress;
    private final Pace pace;
    private final Set<String> sent = new HashSet<>();

    ArchivePassage(
            ReplayRequest request,
            Consumer<String, byte[]> archive,
            Producer<String, byte[]> producer,
            Pace pace,
            ReplayProgress progress) {
        this.request = request;
        this.archive = archive;
        this.producer = producer;
        this.progress = progress;
        this.pace = pace;
    }

    Sent send(Predicate<PageId> wanted) throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = PublishedArticles.partitions(archive, Topics.PAGES.name());
        Map<TopicPartition, Long> starts = archive.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = archive.endOffsets(partitions);
        archive.assign(partitions);
        resume(starts);
        long first = distance(starts, positions(partitions));
        if (first > 0) {
            progress.resumed(first);
        }
        long total = distance(starts, ends);
        while (distance(positions(partitions), ends) > 0) {
            batch(archive.poll(POLL), ends, wanted);
            progress.read(distance(starts, positions(partitions)), total, sent.size());
        }
        return new Sent(total - first, sent);
    }

    private void resume(Map<TopicPartition, Long> starts) {
        Map<TopicPartition, OffsetAndMetadata> committed = archive.committed(starts.keySet());
        for (Map.Entry<TopicPartition, Long> start : starts.entrySet()) {
            OffsetAndMetadata position = committed.get(start.getKey());
            if (position != null && !position.metadata().equals(filterDigest())) {
                throw new ReplayException("the replay '" + request.name() + "' was interrupted under another filter;"
                        + " repeat that one, or give this one another name");
            }
            archive.seek(start.getKey(), position == null ? start.getValue() : position.offset());
        }
    }

    private void batch(
            Iterable<ConsumerRecord<String, byte[]>> records, Map<TopicPartition, Long> ends, Predicate<PageId> wanted)
            throws InterruptedException, ExecutionException {
        List<ProducerRecord<String, byte[]>> pages = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            boolean arrivedLater = record.offset() >= ends.get(new TopicPartition(record.topic(), record.partition()));
            if (!arrivedLater && record.value() != null && takes(record.key(), wanted)) {
                pages.add(new ProducerRecord<>(Topics.PAGES_REPLAY.name(), record.key(), record.value()));
            }
        }
        if (!pages.isEmpty()) {
            pace.await(pages.size()); // before the transaction begins: an open one must not time out
            producer.beginTransaction();
            pages.forEach(producer::send);
            producer.sendOffsetsToTransaction(offsets(ends.keySet()), archive.groupMetadata());
            producer.commitTransaction();
            pages.forEach(page -> sent.add(page.key()));
        }
    }

    private static boolean takes(String key, Predicate<PageId> wanted) {
        try {
            return key != null && wanted.test(PageId.parse(key));
        } catch (IllegalArgumentException e) {
            return false; // live processing made a dead letter of it; nothing to replay
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        partitions.forEach(p -> offsets.put(p, new OffsetAndMetadata(archive.position(p), filterDigest())));
        return offsets;
    }

    private Map<TopicPartition, Long> positions(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(p -> positions.put(p, archive.position(p)));
        return positions;
    }

    private static long distance(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        return from.keySet().stream()
                .mapToLong(p -> Math.max(0, to.get(p) - from.get(p)))
                .sum();
    }

    private String filterDigest() {
        try {
            byte[] text = request.filter().toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
