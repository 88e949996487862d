package dev.broadsheet.local.faults;

import static dev.broadsheet.local.Stories.BRIDGE;
import static dev.broadsheet.local.Stories.FERRY;
import static dev.broadsheet.local.Stories.HARVEST;
import static dev.broadsheet.local.Stories.LIBRARY;
import static dev.broadsheet.local.Stories.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.replay.Rebuild;
import dev.broadsheet.replay.ReplayException;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.DeskChangelog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when only the topics of pages and of articles are, and what one can do with it. */
@WithCluster(own = true)
class DisasterIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String APPLICATION = "disaster";

    private static final LocalDate DAY = LocalDate.of(2024, 7, 21);

    @TempDir
    private Path folder;

    private final Cluster cluster;

    DisasterIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void withStateChangelogsAndGroupsGoneARebuildGivesTheSameArticlesUnderTheSameIds() throws Exception {
        try (Newsroom newsroom = new Newsroom(cluster);
                Admin admin = Admin.create(new HashMap<String, Object>(cluster.config()))) {
            Map<String, String> before = scanAgainAndAgain("disaster-daily", newsroom);
            compactTheArchive("disaster-daily/2024-07-21/1", admin);

            assertThatThrownBy(() -> rebuild(APPLICATION, admin))
                    .as("a rebuild beside a memory that is still there would be a mistake")
                    .isInstanceOf(ReplayException.class);
            loseEverythingInternal(admin);
            beginRebuild(admin);

            assertThat(rebuild(APPLICATION, admin)).as("pages remembered").isPositive();
            assertThatThrownBy(() -> rebuild(APPLICATION, admin))
                    .as("what is done need not be done again")
                    .isInstanceOf(ReplayException.class);
            run(APPLICATION, "after", newsroom);
            assertThat(headlines("disaster-daily", newsroom)).isEqualTo(before);

            newsroom.send(List.of(scan("disaster-daily", 14, FERRY, HARVEST, LIBRARY)));
            run(APPLICATION, "after", newsroom);
            assertThat(headlines("disaster-daily", newsroom))
                    .as("1 and 4 were other stories'")
                    .containsAllEntriesOf(before)
                    .hasSize(3)
                    .containsEntry("disaster-daily/2024-07-21/1/5", "早稻开镰");
        }
    }

    @Test
    void topicsOfArticlesThatAreMadeAnewHoldTheSameArticlesUnderTheSameIds() throws Exception {
        try (Newsroom newsroom = new Newsroom(cluster);
                Admin admin = Admin.create(new HashMap<String, Object>(cluster.config()))) {
            Map<String, String> before = scanAgainAndAgain("moved-daily", newsroom);

            rebuild("moved", admin);
            List<String> topics = List.of(Topics.SEGMENTED.name(), Topics.CLASSIFIED.name(), Topics.ARTICLES.name());
            admin.deleteTopics(topics).all().get();
            await().atMost(PATIENCE)
                    .until(() -> admin.listTopics().names().get().stream().noneMatch(topics::contains));
            run("moved", "moved", newsroom);

            assertThat(headlines("moved-daily", newsroom)).isEqualTo(before);
        }
    }

    /**
     * The second scan lacks the first article and has others: from scratch, the numbers would begin with 1. The page is taken back and comes
     * again without the last article, and then comes a scan that is older than all.
     */
    private Map<String, String> scanAgainAndAgain(String publication, Newsroom newsroom) {
        newsroom.send(List.of(
                scan(publication, 10, SCHOOL, FERRY),
                scan(publication, 11, FERRY, LIBRARY, BRIDGE),
                RawPage.newBuilder(scan(publication, 12)).setWithdrawn(true).build(),
                scan(publication, 13, FERRY, LIBRARY),
                scan(publication, 9, SCHOOL, FERRY)));
        run(APPLICATION, "before", newsroom);
        Map<String, String> headlines = headlines(publication, newsroom);
        assertThat(headlines)
                .isEqualTo(Map.of(
                        publication + "/2024-07-21/1/2", "临川渡口恢复通航",
                        publication + "/2024-07-21/1/3", "江心洲图书馆夜间开放"));
        return headlines;
    }

    private static RawPage scan(String publication, long revision, String... stories) {
        return RawPage.newBuilder(PressRun.page(publication, DAY, 1, String.join("\n", stories)))
                .setRevision(revision)
                .build();
    }

    /** Leaves of a page only what compaction would, the last record. */
    private void compactTheArchive(String page, Admin admin) throws Exception {
        Map<TopicPartition, RecordsToDelete> older = new HashMap<>();
        try (TopicReader<byte[]> archive = new TopicReader<>(
                Topics.PAGES.name(), KafkaSettings.of(cluster.config()), new ByteArrayDeserializer())) {
            archive.toEnd(record -> {
                if (record.key().equals(page)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    older.put(partition, RecordsToDelete.beforeOffset(record.offset()));
                }
            });
        }
        // The broker drops records on request only where the topic may drop some.
        AlterConfigOp mayDrop = new AlterConfigOp(
                new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(
                        Map.of(new ConfigResource(ConfigResource.Type.TOPIC, Topics.PAGES.name()), List.of(mayDrop)))
                .all()
                .get();
        admin.deleteRecords(older).all().get();
    }

    private static Map<String, String> headlines(String publication, Newsroom newsroom) {
        Map<String, String> headlines = new TreeMap<>();
        newsroom.table(publication).forEach((id, article) -> headlines.put(id, article.getHeadline()));
        return headlines;
    }

    /** Runs the stream until it has nothing left to do. */
    private void run(String application, String state, Newsroom newsroom) {
        try (EnrichService service = newsroom.startStream(application, folder.resolve(state), Map.of())) {
            await().atMost(PATIENCE).until(() -> service.check().ready());
            newsroom.awaitThrough(application);
        }
    }

    private static void loseEverythingInternal(Admin admin) throws Exception {
        List<String> internal = admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(APPLICATION + "-"))
                .toList();
        admin.deleteTopics(internal).all().get();
        for (String stage : List.of("segment", "classify", "enrich")) {
            // A member that has just left keeps its group for a moment.
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> admin.deleteConsumerGroups(
                            List.of(APPLICATION + "-" + stage))
                    .all()
                    .get());
        }
    }

    private int rebuild(String application, Admin admin) {
        try (DeskChangelog changelog = new DeskChangelog(application, cluster.config())) {
            return new Rebuild(KafkaSettings.of(cluster.config()), admin, changelog).run();
        }
    }

    /** A rebuild whose process died in the middle: the topic is there, and in it what is not committed. */
    private void beginRebuild(Admin admin) throws Exception {
        NewTopic memory;
        try (DeskChangelog changelog = new DeskChangelog(APPLICATION, cluster.config())) {
            memory = changelog.topic(Topics.PAGES.partitions());
        }
        admin.createTopics(List.of(memory)).all().get();
        Map<String, Object> client = new HashMap<>(cluster.config());
        client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "broadsheet.rebuild." + APPLICATION + "-segment");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(memory.name(), "disaster-daily/2024-07-21/1", new byte[] {1}))
                    .get();
        }
    }
}
