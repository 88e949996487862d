package dev.broadsheet.local.ingest;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.TopicAdmin;
import dev.broadsheet.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

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
        Map<String, Object> config = new HashMap<>(cluster.config());
        List<ConsumerRecord<String, RawPage>> pages = new ArrayList<>();
        try (KafkaConsumer<String, RawPage> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                AvroSerdes.serde(RawPage.class, config).deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.PAGES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(page -> {
                    if (page.key().startsWith(publication + "/")) {
                        pages.add(page);
                    }
                });
            }
        }
        return pages;
    }
}
