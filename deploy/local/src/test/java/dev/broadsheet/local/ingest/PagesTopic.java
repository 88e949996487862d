package dev.broadsheet.local.ingest;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.topic.TopicAdmin;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The pages topic of a cluster, as somebody who follows it sees it. */
final class PagesTopic {

    private final Cluster cluster;

    PagesTopic(Cluster cluster) {
        this.cluster = cluster;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            new TopicAdmin(admin).ensure(List.of(Topics.PAGES), 1);
        }
    }

    /** Everything in the topic now of one publication, in order of offset within each partition. */
    List<ConsumerRecord<String, RawPage>> pagesOf(String publication) {
        List<ConsumerRecord<String, RawPage>> pages = new ArrayList<>();
        try (TopicReader<RawPage> reader = TopicReader.of(Topics.PAGES, KafkaSettings.of(cluster.config()))) {
            reader.toEnd(pages::add);
        }
        pages.removeIf(page -> !page.key().startsWith(publication + "/"));
        return pages;
    }
}
