package dev.broadsheet.local.faults;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Part;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.stage.ArticleDigest;
import dev.broadsheet.topic.IssuePartitioner;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A read_committed reader that follows the articles of a publication as they come and holds every record to what readers are
 * promised: it tells something new, nothing older than what was told before, and all that changes with a page at once.
 */
final class Follower implements AutoCloseable {

    private static final ByteBuffer TOMBSTONE = ByteBuffer.allocate(0);

    private final String prefix;
    private final Serde<Article> serde;
    private final KafkaConsumer<String, Article> consumer;
    private final Thread thread;
    private final Map<String, ByteBuffer> told = new HashMap<>();
    private final Map<String, Map<String, Long>> revisions = new HashMap<>();
    private final Map<Integer, NavigableMap<Long, String>> changes = new ConcurrentHashMap<>();
    private final Map<Integer, Set<Long>> ends = new ConcurrentHashMap<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    /** @param publication with all whose name begins like it */
    Follower(Cluster cluster, String publication) {
        prefix = publication;
        Map<String, Object> config = new HashMap<>(cluster.config());
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", "false");
        serde = AvroSerdes.serde(Article.class, cluster.config());
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), serde.deserializer());
        consumer.assign(consumer.partitionsFor(Topics.ARTICLES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        thread = new Thread(this::follow, "follower-of-" + publication);
        thread.start();
    }

    /** Records so far, tombstones included. */
    int seen() {
        return seen.get();
    }

    /** What was wrong with them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /**
     * Changes of which a reader could see one part and not the other: in the middle of their records, or between them, there
     * once was the end of what was committed.
     */
    List<String> tornChanges() {
        List<String> torn = new ArrayList<>();
        changes.forEach((partition, records) -> ends.get(partition).forEach(end -> {
            Map.Entry<Long, String> before = records.lowerEntry(end);
            Map.Entry<Long, String> after = records.ceilingEntry(end);
            if (before != null && after != null && before.getValue().equals(after.getValue())) {
                torn.add(before.getValue() + " at " + partition + "-" + end);
            }
        }));
        return torn;
    }

    private void follow() {
        try {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::read);
                consumer.endOffsets(consumer.assignment()).forEach((partition, end) -> ends.computeIfAbsent(
                                partition.partition(), first -> ConcurrentHashMap.newKeySet())
                        .add(end));
            }
        } catch (WakeupException e) {
            // Told to stop.
        } catch (RuntimeException e) {
            complaints.add("the follower fell: " + e);
        }
    }

    private void read(ConsumerRecord<String, Article> record) {
        if (!record.key().startsWith(prefix)) {
            return;
        }
        Article article = record.value();
        ByteBuffer news = article == null ? TOMBSTONE : ArticleDigest.of(article);
        if (news.equals(told.put(record.key(), news))) {
            complaints.add(record.key() + " told twice, at " + record.partition() + "-" + record.offset());
        }
        if (article != null) {
            article.getParts().forEach(part -> mindAge(record, part));
        }
        mindCompany(record);
        seen.incrementAndGet();
    }

    /** What bears the mark of one change stands side by side, in the partition of its issue. */
    private void mindCompany(ConsumerRecord<String, Article> record) {
        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
        if (record.partition()
                != IssuePartitioner.partition(key, consumer.assignment().size())) {
            complaints.add(record.key() + " astray, at " + record.partition() + "-" + record.offset());
        }
        NavigableMap<Long, String> records =
                changes.computeIfAbsent(record.partition(), partition -> new ConcurrentSkipListMap<>());
        String change = RecordMarks.change(record.headers()).orElse("none");
        boolean goesOn = !records.isEmpty() && records.lastEntry().getValue().equals(change);
        if (!goesOn && records.containsValue(change)) {
            complaints.add(change + " interrupted, at " + record.partition() + "-" + record.offset());
        }
        records.put(record.offset(), change);
    }

    private void mindAge(ConsumerRecord<String, Article> record, Part part) {
        Long before = revisions
                .computeIfAbsent(record.key(), id -> new HashMap<>())
                .put(part.getPageId(), part.getPageRevision());
        if (before != null && before > part.getPageRevision()) {
            complaints.add(record.key() + " went back from revision " + before + " of " + part.getPageId() + " to "
                    + part.getPageRevision());
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
        serde.close();
    }
}
