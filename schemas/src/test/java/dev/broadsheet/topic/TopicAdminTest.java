package dev.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.junit.jupiter.api.Test;

class TopicAdminTest {

    private final MockAdminClient cluster =
            MockAdminClient.create().numBrokers(1).build();
    private final TopicAdmin topics = new TopicAdmin(cluster);

    @Test
    void anEmptyClusterGetsEveryTopicAsDeclared() {
        TopicReport report = topics.ensure(Topics.all(), 1);
        assertThat(report.created())
                .containsExactlyElementsOf(
                        Topics.all().stream().map(KafkaTopic::name).toList());
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void aSecondRunChangesNothing() {
        topics.ensure(Topics.all(), 1);
        TopicReport report = topics.ensure(Topics.all(), 1);
        assertThat(report.created()).isEmpty();
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void verifyReportsWhatIsMissingAndCreatesNothing() throws Exception {
        topics.ensure(List.of(Topics.PAGES), 1);
        TopicReport report = topics.verify(List.of(Topics.PAGES, Topics.ARTICLES));
        assertThat(report.differences())
                .containsExactly(new TopicDifference("broadsheet.articles", "exists", "yes", "no", true));
        assertThat(cluster.listTopics().names().get()).containsExactly("broadsheet.pages");
    }

    @Test
    void aTopicThatDeletesWhatShouldBeKeptIsHarmful() throws Exception {
        create(cluster, Topics.ARTICLES, Map.of("cleanup.policy", "delete"), 6);
        TopicReport report = topics.ensure(List.of(Topics.ARTICLES), 1);
        assertThat(report.harmful())
                .extracting(TopicDifference::toString)
                .containsExactly("broadsheet.articles: cleanup.policy is delete, expected compact (harmful)");
    }

    @Test
    void moreRoomOrLongerRetentionThanDeclaredIsNoHarm() throws Exception {
        create(cluster, Topics.SEGMENTED, Map.of("retention.ms", "-1", "max.message.bytes", "99999999"), 6);
        TopicReport report = topics.verify(List.of(Topics.SEGMENTED));
        assertThat(report.differences())
                .extracting(TopicDifference::setting)
                .containsExactly("max.message.bytes", "retention.ms");
        assertThat(report.harmful()).isEmpty();
    }

    @Test
    void lessRoomOrShorterRetentionThanDeclaredIsHarmful() throws Exception {
        create(cluster, Topics.DEAD_LETTERS, Map.of("retention.ms", "3600000", "max.message.bytes", "1048588"), 1);
        assertThat(topics.verify(List.of(Topics.DEAD_LETTERS)).harmful())
                .extracting(TopicDifference::setting)
                .containsExactly("max.message.bytes", "retention.ms");
    }

    @Test
    void anotherNumberOfPartitionsIsReported() throws Exception {
        create(cluster, Topics.PAGES, Map.of(), 2);
        assertThat(topics.verify(List.of(Topics.PAGES)).differences())
                .containsExactly(new TopicDifference("broadsheet.pages", "partitions", "6", "2", false));
    }

    @Test
    void theClustersOwnRefusalPassesThrough() {
        assertThatThrownBy(() -> topics.ensure(List.of(Topics.PAGES), 3))
                .isInstanceOf(InvalidReplicationFactorException.class);
    }

    private static void create(Admin cluster, KafkaTopic<?> topic, Map<String, String> departures, int partitions)
            throws Exception {
        Map<String, String> config = new java.util.HashMap<>(topic.config());
        config.putAll(departures);
        cluster.createTopics(List.of(new NewTopic(topic.name(), partitions, (short) 1).configs(config)))
                .all()
                .get();
    }
}
