package dev.broadsheet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.topic.KafkaTopic;
import dev.broadsheet.topic.TopicAdmin;
import dev.broadsheet.topic.TopicDifference;
import dev.broadsheet.topic.TopicReport;
import dev.broadsheet.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** Topics as declared, on a real broker. */
@WithCluster
class TopicAdminIT {

    private final Cluster cluster;
    private final String prefix = "topic-admin-it-" + UUID.randomUUID() + ".";

    TopicAdminIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void aBrokerTakesEveryTopicAsDeclared() {
        List<? extends KafkaTopic<?>> topics = Topics.all().stream()
                .map(topic -> topic.named(prefix + topic.name()))
                .toList();
        try (Admin admin = admin()) {
            TopicReport first = new TopicAdmin(admin).ensure(topics, 1);
            assertThat(first.created()).hasSize(topics.size());
            assertThat(first.differences()).isEmpty();
            TopicReport second = new TopicAdmin(admin).ensure(topics, 1);
            assertThat(second.created()).isEmpty();
            assertThat(second.differences()).isEmpty();
        }
    }

    @Test
    void aTopicThatSomebodyElseMadeIsReportedAndLeftAsItIs() throws Exception {
        KafkaTopic<?> topic = Topics.ARTICLES.named(prefix + Topics.ARTICLES.name());
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name(), 1, (short) 1)))
                    .all()
                    .get();
            for (int run = 0; run < 2; run++) {
                TopicReport report = new TopicAdmin(admin).ensure(List.of(topic), 1);
                assertThat(report.created()).isEmpty();
                assertThat(report.harmful())
                        .extracting(TopicDifference::setting)
                        .containsExactly(
                                "cleanup.policy", "delete.retention.ms", "max.message.bytes", "message.timestamp.type");
                assertThat(report.differences())
                        .extracting(TopicDifference::setting)
                        .contains("partitions", "max.compaction.lag.ms", "compression.type");
            }
        }
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers()));
    }
}
