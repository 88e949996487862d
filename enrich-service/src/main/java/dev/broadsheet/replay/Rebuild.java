package dev.broadsheet.replay;

import static dev.broadsheet.replay.Answers.await;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.stage.RestoredPage;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.DeskChangelog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * After a disaster that took state stores, changelogs and consumer groups, writes the issue desk's memory anew from the
 * published articles. The stream, started afterwards, reads the whole archive again and gives every article the id that it
 * had. Without this, it would number the articles of pages that had been scanned again from one.
 *
 * <p>Numbers of articles that are gone are known by their tombstones, which the articles topic keeps for ever.
 */
public final class Rebuild {

    private final Admin admin;
    private final DeskChangelog changelog;

    /** @param changelog of the application to rebuild, which must not be running */
    public Rebuild(Admin admin, DeskChangelog changelog) {
        this.admin = admin;
        this.changelog = changelog;
    }

    /**
     * Writes the memory.
     *
     * @param table reads the articles topic from its start
     * @param producer idempotent
     * @return number of pages remembered
     * @throws ReplayException when there is a memory already
     */
    public int run(TopicReader<Article> table, Producer<String, byte[]> producer) {
        int partitions = partitions();
        NewTopic topic = changelog.topic(partitions);
        requireNoMemory(topic.name());
        Map<String, Article> published = new HashMap<>();
        table.toEnd(record -> published.put(record.key(), record.value()));
        Map<String, PageState> pages = RestoredPage.ofAll(published);
        await(admin.createTopics(List.of(topic)).all());
        pages.forEach((page, state) -> producer.send(new ProducerRecord<>(
                topic.name(), DeskChangelog.partition(page, partitions), page, changelog.encode(state))));
        producer.flush();
        return pages.size();
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
        if (await(admin.listTopics().names()).contains(topic)) {
            throw new ReplayException("the topic " + topic + " is there, and with it the ids; no rebuild is needed");
        }
    }
}
