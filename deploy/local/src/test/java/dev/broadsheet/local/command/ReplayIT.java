package dev.broadsheet.local.command;

import static dev.broadsheet.local.command.Operator.PATIENCE;
import static dev.broadsheet.local.command.Operator.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.replay.ArticleChange;
import dev.broadsheet.replay.IssueFilter;
import dev.broadsheet.replay.Replay;
import dev.broadsheet.replay.ReplayFilter;
import dev.broadsheet.replay.ReplayProgress;
import dev.broadsheet.replay.ReplayReport;
import dev.broadsheet.replay.ReplayRequest;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.schema.Article;
import dev.broadsheet.service.Version;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays on a stream that is at work. */
@WithCluster
class ReplayIT {

    private static final String APPLICATION = "replay-it";
    private static final int PAGES = 24;
    private static final List<String> WORDS =
            List.of(("图书 开馆 读者 校舍 启用 学生 河道 清理 村民 果园 采摘 大桥 合龙 工人 展览 观众 街道 改造 老人 培训 渔船 归港 稻田 丰收 公园 "
                            + "球队 夺冠 剧团 巡演 路灯 菜场 森林 邮局 古井 修复 车站 扩建 茶叶 电站 雨水 社区 食堂 书法 志愿")
                    .split(" "));

    @TempDir
    private static Path folder;

    private static Operator operator;

    @BeforeAll
    static void start(Cluster cluster) {
        operator = Operator.ofStream(cluster, APPLICATION, folder.resolve("state"));
    }

    @AfterAll
    static void stop() {
        operator.close();
    }

    @Test
    void aReplayThatIsKilledGoesOnWhereItStoppedAndReportsOnTheWhole() throws Exception {
        submit("killed-daily", PAGES);
        List<String> right = operator.articles("--publication", "killed-daily");
        publishOtherHeadlines("killed-daily");

        String[] replay = {
            "replay", "--application-id", APPLICATION, "--name", "killed", "--publication", "killed-daily", "--rate"
        };
        try (BroadsheetProcess process = new BroadsheetProcess(folder, operator.onCluster(with(replay, "4")))) {
            await().atMost(PATIENCE).until(() -> replayed("killed-daily") >= 4);
            process.kill();
        }
        assertThat(replayed("killed-daily")).as("it was killed in the middle").isLessThan(PAGES);

        CommandLineRun resumed = operator.command(with(replay, "1000"));

        assertThat(resumed.err()).contains("an interrupted replay goes on");
        assertThat(resumed.out())
                .as("the report covers what was sent before the kill, too")
                .contains("replayed " + PAGES + "; articles unchanged 0, changed " + PAGES + ", new 0, gone 0");
        assertThat(replayed("killed-daily")).as("no page was sent twice").isEqualTo(PAGES);
        assertThat(operator.articles("--publication", "killed-daily")).isEqualTo(right);
    }

    @Test
    void twoRunsOfOneNameGiveWayToTheLaterAndOneOfAnotherFilterIsRefusedWithoutDisturbingThem() throws Exception {
        submit("named-daily", PAGES);
        String[] replay = {"replay", "--application-id", APPLICATION, "--name", "named", "--publication"};

        try (BroadsheetProcess first =
                new BroadsheetProcess(folder, operator.onCluster(with(replay, "named-daily", "--rate", "0.5")))) {
            await().atMost(PATIENCE).until(() -> replayed("named-daily") > 0);
            CommandLineRun other = operator.run(with(replay, "another-daily"));
            assertThat(other.code()).isEqualTo(1);
            assertThat(other.err()).contains("'named' was begun under another filter");
            long then = replayed("named-daily");
            await().atMost(PATIENCE).until(() -> replayed("named-daily") > then);

            CommandLineRun later = operator.command(with(replay, "named-daily", "--rate", "1000"));
            assertThat(first.exitCode()).isEqualTo(1);
            assertThat(first.err()).contains("another run of the replay 'named' has begun");
            assertThat(later.out()).contains("replayed " + PAGES + "; articles unchanged " + PAGES);
            assertThat(replayed("named-daily")).as("no page was sent twice").isEqualTo(PAGES);
        }
    }

    @Test
    void aLivePageIsPublishedWhileAReplayIsInTheMiddleOfItsWork() throws Exception {
        submit("busy-daily", PAGES);
        ReplayRequest request = new ReplayRequest(
                "busy",
                Stage.SEGMENT,
                new ReplayFilter(new IssueFilter(Set.of("busy-daily"), null, null), Set.of(), null),
                1000,
                5);
        LivePage live = new LivePage();
        try (StreamPosition stream = new StreamPosition(operator.settings(), APPLICATION)) {
            ReplayReport report =
                    new Replay(operator.settings(), Pipeline.TopicNames.CONTRACT, stream).run(request, live);

            assertThat(live.sentBefore).as("pages sent when the live page came").isBetween(1L, PAGES - 1L);
            assertThat(report.replayed()).isEqualTo(PAGES);
            assertThat(report.count(ArticleChange.Kind.UNCHANGED)).isEqualTo(PAGES);
            assertThat(report.live().articles()).isPositive();
        }
    }

    @Test
    void classifyingOnceMoreMendsWhatAnEarlierVersionGotWrongAndKeepsTheText() throws Exception {
        submit("stage-daily", 2);
        List<String> right = operator.articles("--publication", "stage-daily");
        for (Article article : published("stage-daily")) {
            operator.sendArticle(
                    Topics.CLASSIFIED,
                    Article.newBuilder(article).setGenre("advertisement").build());
        }
        operator.awaitThrough();
        assertThat(operator.articles("--publication", "stage-daily")).isNotEqualTo(right);

        String[] replay = {"replay", "--application-id", APPLICATION, "--publication", "stage-daily"};
        String[] classify = with(replay, "--stage", "classify");
        Map<String, Long> ends = operator.ends();
        assertThat(operator.command(with(classify, "--dry-run")).out()).contains("changed 2", "- advertisement");
        assertThat(operator.ends()).as("a dry run writes nothing").isEqualTo(ends);
        assertThat(operator.command(classify).out())
                .contains("replayed 2; articles unchanged 0, changed 2, new 0, gone 0");
        assertThat(operator.articles("--publication", "stage-daily")).isEqualTo(right);
        assertThat(operator.misplaced(Topics.SEGMENTED.name()))
                .as("an article overtakes none of its issue, live or replayed")
                .isEmpty();
        assertThat(operator.command(classify).out()).contains("unchanged 2, changed 0, new 0, gone 0");
        assertThat(operator.command(with(replay, "--stage", "enrich")).out())
                .contains("replayed 2; articles unchanged 2, changed 0");
        assertThat(operator.command(with(classify, "--older-than", Version.current()))
                        .out())
                .as("pages that an older version made")
                .contains("replayed 0");
    }

    @Test
    void pagesOfATransactionThatWasUndoneHoldNoReplayUp() {
        submit("undone-daily", 1);
        Map<String, Object> config = new HashMap<>(operator.settings().asMap());
        config.put("transactional.id", "undone");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int number = 0; number < PAGES; number++) {
                producer.send(new ProducerRecord<>(
                        Topics.PAGES_REPLAY.name(), "undone-daily/2024-07-21/" + number, new byte[] {42}));
            }
            producer.flush();
            producer.abortTransaction();
        }

        String[] replay = {"replay", "--application-id", APPLICATION, "--publication", "undone-daily", "--window", "5"};
        assertThat(operator.command(replay).out()).contains("replayed 1; articles unchanged 1");
    }

    /** Hands in a live page in the middle of a replay, and holds the replay up until the page is published. */
    private static final class LivePage implements ReplayProgress {

        private long sentBefore;

        @Override
        public void resumed(long read) {}

        @Override
        public void read(long done, long total, long replayed) {
            if (sentBefore == 0 && replayed >= PAGES / 3) {
                sentBefore = replayed;
                operator.command("submit", page("live-daily", 1).toString());
                await().atMost(PATIENCE).until(() -> !operator.articles("--publication", "live-daily")
                        .isEmpty());
            }
        }

        @Override
        public void waiting(long backlog) {}
    }

    private static void submit(String publication, int pages) {
        List<String> submit = new ArrayList<>(List.of("submit"));
        for (int number = 1; number <= pages; number++) {
            submit.add(page(publication, number).toString());
        }
        operator.command(submit.toArray(String[]::new));
        operator.awaitThrough();
    }

    /** Words in an order of their own, so that no story is a reprint of another. */
    private static String some(Random words, int count) {
        return words.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining());
    }

    private static Path page(String publication, int number) {
        Random words = new Random((publication + number).hashCode());
        String name = "%s-2024-07-21-p%d.txt".formatted(publication, number);
        String text = "云汀市%s\n\n本报讯（记者 林小满）%s，%s。%s。\n"
                .formatted(some(words, 4), some(words, 9), some(words, 9), some(words, 11));
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publishOtherHeadlines(String publication) {
        published(publication)
                .forEach(article -> operator.sendArticle(
                        Topics.CLASSIFIED,
                        Article.newBuilder(article).setHeadline("图书馆").build()));
        operator.awaitThrough();
    }

    private static List<Article> published(String publication) {
        return operator.table().values().stream()
                .filter(article -> article.getPublication().equals(publication))
                .toList();
    }

    private static long replayed(String publication) {
        List<String> keys = new ArrayList<>();
        try (TopicReader<byte[]> reader =
                new TopicReader<>(Topics.PAGES_REPLAY.name(), operator.settings(), new ByteArrayDeserializer())) {
            reader.toEnd(record -> RecordMarks.archivedAt(record.headers()).ifPresent(place -> keys.add(record.key())));
        }
        return keys.stream().filter(key -> key.startsWith(publication + "/")).count();
    }
}
