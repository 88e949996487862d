package dev.broadsheet.local.faults;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Part;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.stage.ArticleDigest;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A read_committed reader that follows the articles of a publication as they come and holds every record to what readers are
 * promised: it tells something new, and nothing older than what was told before.
 */
final class Follower implements AutoCloseable {

    private static final ByteBuffer TOMBSTONE = ByteBuffer.allocate(0);

    private final String prefix;
    private final Serde<Article> serde;
    private final KafkaConsumer<String, Article> consumer;
    private final Thread thread;
    private final Map<String, ByteBuffer> told = new HashMap<>();
    private final Map<String, Map<String, Long>> revisions = new HashMap<>();
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

    private void follow() {
        try {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::read);
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
        seen.incrementAndGet();
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
