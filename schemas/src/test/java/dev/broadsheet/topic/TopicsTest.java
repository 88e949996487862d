package dev.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.broadsheet.schema.RawPage;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void theArchiveAndTheArticlesAreKeptForEver() {
        for (KafkaTopic<?> topic : new KafkaTopic<?>[] {Topics.PAGES, Topics.ARTICLES}) {
            assertThat(topic.config())
                    .as(topic.name())
                    .containsEntry("cleanup.policy", "compact")
                    .doesNotContainKey("retention.ms");
        }
    }

    @Test
    void tombstonesAreKeptSinceTheyTellWhichNumbersWereGiven() {
        Duration kept =
                Duration.ofMillis(Long.parseLong(Topics.ARTICLES.config().get("delete.retention.ms")));
        assertThat(kept).isGreaterThan(Duration.ofDays(10_000));
    }

    @Test
    void aQuietTopicIsCompactedAllTheSameButNotBeforeAStreamThatWasDownCouldMendIt() {
        String week = Topics.SEGMENTED.config().get("retention.ms");
        assertThat(Topics.PAGES.config())
                .containsEntry("max.compaction.lag.ms", week)
                .containsEntry("min.compaction.lag.ms", week);
    }

    @Test
    void deadLettersStayUntilAnOperatorDecides() {
        assertThat(Topics.DEAD_LETTERS.config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
    }

    @Test
    void stagesInBetweenKeepAWeek() {
        assertThat(Topics.SEGMENTED.config()).containsEntry("retention.ms", "604800000");
        assertThat(Topics.CLASSIFIED.config()).containsEntry("retention.ms", "604800000");
        assertThat(Topics.PAGES_REPLAY.config()).containsEntry("retention.ms", "604800000");
    }

    @Test
    void aRecordIsAsOldAsItsStayOnTheClusterWhateverTheClockOfItsSenderSays() {
        assertThat(Topics.all()).allSatisfy(topic -> assertThat(topic.config())
                .containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void whateverTheProducerMaySendEveryLimitLetsPass() {
        int producer = Integer.parseInt(Topics.producerLimits().get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG));
        assertThat(producer).isEqualTo(Topics.DEAD_LETTERS.maxMessageBytes());
        assertThat(Topics.MAX_CONTENT_BYTES * 3).isLessThan(Topics.MAX_RECORD_BYTES);
        assertThat(Topics.MAX_RECORD_BYTES).isLessThan(Topics.MAX_DEAD_LETTER_BYTES);
    }

    @Test
    void producersCompressAsTopicsDo() {
        assertThat(Topics.all()).allSatisfy(topic -> assertThat(topic.config())
                .containsEntry(
                        "compression.type", Topics.producerLimits().get(ProducerConfig.COMPRESSION_TYPE_CONFIG)));
    }

    @Test
    void aProducerTakesTheLimitsAsTheyAre() {
        ConfigDef known = ProducerConfig.configDef();
        Topics.producerLimits().forEach((name, value) -> assertThat(
                        ConfigDef.parseType(name, value, known.configKeys().get(name).type))
                .isNotNull());
    }

    @Test
    void threeReplicasMeanThatTwoMustHaveAWrite() {
        NewTopic three = Topics.PAGES.toNewTopic(3);
        assertThat(three.configs()).containsEntry("min.insync.replicas", "2");
        assertThat(three.replicationFactor()).isEqualTo((short) 3);
        assertThat(Topics.PAGES.toNewTopic(1).configs()).doesNotContainKey("min.insync.replicas");
    }

    @Test
    void topicsHaveNamesOfTheirOwn() {
        assertThat(Topics.all())
                .extracting(KafkaTopic::name)
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void aCompactedTopicHasNoRetention() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new KafkaTopic<>("t", "page id", RawPage.class, Cleanup.COMPACT, Duration.ofDays(1), 1, 1))
                .withMessageContaining("no retention");
    }

    @Test
    void aStreamBesideThisOneWritesToTopicsOfTheSameKindUnderOtherNames() {
        NewTopic beside = Topics.ARTICLES.named("green.articles").toNewTopic(1);
        assertThat(beside.name()).isEqualTo("green.articles");
        assertThat(beside.numPartitions()).isEqualTo(Topics.ARTICLES.partitions());
        assertThat(beside.configs()).isEqualTo(Topics.ARTICLES.config());
    }
}
