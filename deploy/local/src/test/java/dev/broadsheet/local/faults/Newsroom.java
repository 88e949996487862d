package dev.broadsheet.local.faults;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.replay.ArticleTable;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.service.Configuration;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.service.Version;
import dev.broadsheet.stage.ArticlePipeline;
import dev.broadsheet.topic.KafkaTopic;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.TopicAdmin;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;

/** Sends pages of an invented newspaper to a cluster and reads what became of them. */
final class Newsroom implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** The shortest the broker allows: a process that left is found out in six seconds, not forty-five. */
    private static final Map<String, String> FOUND_OUT_SOON =
            Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "1500");

    private final Map<String, String> client;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serde<RawPage> pages;

    Newsroom(Cluster cluster) {
        client = cluster.config();
        try (Admin admin = Admin.create(new HashMap<String, Object>(client))) {
            new TopicAdmin(admin).ensure(Topics.all(), 1);
        }
        Map<String, Object> config = new HashMap<>(client);
        config.putAll(Topics.producerLimits());
        config.put("delivery.timeout.ms", "300000");
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        pages = AvroSerdes.serde(RawPage.class, client);
    }

    KafkaSettings settings() {
        return KafkaSettings.of(client);
    }

    /** The table that an undisturbed run makes, by id: that of the pipeline without Kafka. */
    static Map<String, Article> undisturbed(Collection<RawPage> pages) {
        return new ArticlePipeline(Version.current(), ReprintWindow.DEFAULT)
                .articles(pages).stream()
                        .collect(Collectors.toMap(
                                Article::getId, article -> article, (one, other) -> other, TreeMap::new));
    }

    /**
     * Starts the stream in this process.
     *
     * @param more settings of its clients
     */
    EnrichService startStream(String applicationId, Path state, Map<String, String> more) {
        Map<String, String> options = Map.of(
                "broadsheet.enrich.application-id",
                applicationId,
                "broadsheet.enrich.state-dir",
                state.toString(),
                "broadsheet.enrich.leave-at-once",
                "true",
                "broadsheet.enrich.max-backoff",
                "PT5S",
                "broadsheet.enrich.http.port",
                "0");
        return EnrichService.start(
                Configuration.of(options, settings().with(FOUND_OUT_SOON).with(more)));
    }

    /** Waits until an application has nothing left to do. */
    void awaitThrough(String applicationId) {
        try (StreamPosition position = new StreamPosition(settings(), applicationId)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(position::isThrough);
        }
    }

    void send(Collection<RawPage> some) {
        some.forEach(page -> sendBytes(Topics.PAGES, page.getPageId(), bytes(page)));
    }

    /**
     * Sends one of some equal shares of the mail, and waits until the stream is in the midst of it.
     *
     * @param share counted from 0
     */
    void sendShare(List<RawPage> mail, int share, int shares, Follower follower) {
        List<RawPage> some = mail.subList(mail.size() * share / shares, mail.size() * (share + 1) / shares);
        int underWay = follower.seen() + some.size() / 3;
        send(some);
        await().atMost(PATIENCE).pollInterval(LOOK).until(() -> follower.seen() >= underWay);
    }

    /** Sends pages as a machine would whose clock says something else. */
    void sendAt(Instant time, Collection<RawPage> some) {
        some.forEach(page -> send(Topics.PAGES, time.toEpochMilli(), page.getPageId(), bytes(page)));
    }

    /** @param key null for none */
    void sendBytes(KafkaTopic<?> topic, String key, byte[] value) {
        send(topic, null, key, value);
    }

    /** Sends a page as a door does whose clock says something else; the revision is that time. */
    void sendReceivedAt(Instant time, RawPage page) {
        RawPage received =
                RawPage.newBuilder(page).setRevision(time.toEpochMilli()).build();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.PAGES.name(), page.getPageId().getBytes(StandardCharsets.UTF_8), bytes(received));
        RecordMarks.set(record.headers(), RecordMarks.RECEIVED_AT, Long.toString(time.toEpochMilli()));
        send(record);
    }

    private byte[] bytes(RawPage page) {
        return pages.serializer().serialize(Topics.PAGES.name(), page);
    }

    private void send(KafkaTopic<?> topic, Long timestamp, String key, byte[] value) {
        byte[] raw = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topic.name(), null, timestamp, raw, value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take a record of " + record.topic(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The articles of a publication, and of all whose name begins like it, that a read_committed reader sees in the end, by id. */
    Map<String, Article> table(String publication) {
        ArticleTable table = new ArticleTable();
        published(publication).forEach(table::apply);
        return table.byId();
    }

    /** Every record of a publication's articles that a read_committed reader sees, tombstones included. */
    List<ConsumerRecord<String, Article>> published(String publication) {
        return read(Topics.ARTICLES, publication);
    }

    /** What the broker says of when it got the articles on their way from stage to stage. */
    List<Instant> segmentedAt(String publication) {
        return read(Topics.SEGMENTED, publication).stream()
                .map(record -> Instant.ofEpochMilli(record.timestamp()))
                .toList();
    }

    List<DeadLetter> deadLetters() {
        return read(Topics.DEAD_LETTERS, "").stream().map(ConsumerRecord::value).toList();
    }

    private <V extends SpecificRecord> List<ConsumerRecord<String, V>> read(KafkaTopic<V> topic, String prefix) {
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        try (TopicReader<V> reader = TopicReader.of(topic, settings())) {
            reader.toEnd(records::add);
        }
        records.removeIf(record -> !record.key().startsWith(prefix));
        return records;
    }

    @Override
    public void close() {
        producer.close();
        pages.close();
    }
}
