package dev.broadsheet.replay;

import static dev.broadsheet.replay.Answers.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.stage.RestoredPage;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.DeskChangelog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * After a disaster that took state stores, changelogs and consumer groups, writes the issue desk's memory anew from the
 * published articles. The stream, started afterwards, reads the whole archive again and gives every article the id that it
 * had. Without this, it would number the articles of pages that had been scanned again from one.
 *
 * <p>Numbers of articles that are gone are known by their tombstones, which the articles topic keeps for ever.
 */
public final class Rebuild {

    /** As long as a broker lets a transaction be open, unless it is set otherwise ({@code transaction.max.timeout.ms}). */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    private final KafkaSettings settings;
    private final Admin admin;
    private final DeskChangelog changelog;

    /**
     * @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url}
     * @param changelog of the application to rebuild, which must not be running
     */
    public Rebuild(KafkaSettings settings, Admin admin, DeskChangelog changelog) {
        this.settings = settings;
        this.admin = admin;
        this.changelog = changelog;
    }

    /**
     * Writes the memory, in one transaction: of one that was interrupted nothing is left, and it can be repeated.
     *
     * @return number of pages remembered
     * @throws ReplayException when there is a memory already
     */
    public int run() {
        int partitions = partitions();
        NewTopic topic = changelog.topic(partitions);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions(); // undoes what an earlier one had begun
            requireNoMemory(topic.name());
            Map<String, PageState> pages = RestoredPage.ofAll(published());
            ensure(topic);
            producer.beginTransaction();
            pages.forEach((page, state) -> producer.send(new ProducerRecord<>(
                    topic.name(), DeskChangelog.partition(page, partitions), page, changelog.encode(state))));
            producer.commitTransaction();
            return pages.size();
        }
    }

    private Map<String, Article> published() {
        Map<String, Article> published = new HashMap<>();
        try (TopicReader<Article> table = TopicReader.of(Topics.ARTICLES, settings)) {
            table.toEnd(record -> published.put(record.key(), record.value()));
        }
        return published;
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> config = Topics.producer(settings);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "broadsheet.rebuild." + changelog.group());
        config.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST_TRANSACTION.toMillis());
        return config;
    }

    /** The issue desk has as many partitions as the larger of its sources. */
    private int partitions() {
        return await(admin.describeTopics(List.of(Topics.PAGES.name(), Topics.PAGES_REPLAY.name()))
                        .allTopicNames())
                .values()
                .stream()
                .map(TopicDescription::partitions)
                .mapToInt(List::size)
                .max()
                .orElseThrow();
    }

    private void requireNoMemory(String topic) {
        boolean position = !await(
                        admin.listConsumerGroupOffsets(changelog.group()).partitionsToOffsetAndMetadata())
                .isEmpty();
        if (position) {
            throw new ReplayException("the consumer group " + changelog.group()
                    + " still knows how far it read; a rebuild is for a cluster that lost it. To rebuild all the same, stop"
                    + " the service, delete that group, its internal topics and the state directory");
        }
        if (exists(topic) && holdsRecords(topic)) {
            throw new ReplayException("the topic " + topic + " is there, and with it the ids; no rebuild is needed");
        }
    }

    private void ensure(NewTopic topic) {
        if (!exists(topic.name())) {
            await(admin.createTopics(List.of(topic)).all());
        }
    }

    private boolean exists(String topic) {
        return await(admin.listTopics().names()).contains(topic);
    }

    private boolean holdsRecords(String topic) {
        AtomicBoolean holds = new AtomicBoolean();
        try (TopicReader<byte[]> reader = new TopicReader<>(topic, settings, new ByteArrayDeserializer())) {
            reader.toEnd(record -> holds.set(true));
        }
        return holds.get();
    }
}
