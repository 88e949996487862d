package dev.broadsheet.local.command;

import static dev.broadsheet.local.Stories.BRIDGE;
import static dev.broadsheet.local.Stories.FERRY;
import static dev.broadsheet.local.Stories.LIBRARY;
import static dev.broadsheet.local.Stories.SCHOOL;
import static dev.broadsheet.local.command.Operator.PATIENCE;
import static dev.broadsheet.local.command.Operator.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.schema.Article;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new version beside the old one: compared, then switched, by the commands alone. */
@WithCluster(own = true)
class BlueGreenIT {

    private static final Pipeline.TopicNames GREEN =
            Pipeline.TopicNames.ofStream("green.segmented", "green.classified", "green.articles");
    private static final Map<String, String> GREEN_STAGES = Map.of(
            "broadsheet.enrich.topics.segmented", GREEN.segmented(),
            "broadsheet.enrich.topics.classified", GREEN.classified());
    private static final Map<String, String> BESIDE = Map.of(
            "broadsheet.enrich.topics.segmented", GREEN.segmented(),
            "broadsheet.enrich.topics.classified", GREEN.classified(),
            "broadsheet.enrich.topics.articles", GREEN.articles());
    private static final String[] SWITCH = {
        "switch",
        "--old-application-id",
        "blue",
        "--application-id",
        "green",
        "--segmented-topic",
        GREEN.segmented(),
        "--classified-topic",
        GREEN.classified(),
        "--articles-topic",
        GREEN.articles()
    };

    @TempDir
    private Path folder;

    private final Operator blue;
    private final Operator green;

    BlueGreenIT(Cluster cluster) {
        blue = new Operator(cluster, "blue");
        green = new Operator(cluster, "green");
    }

    @Test
    void aNewVersionIsComparedWithTheOldOneAndTakesItsPlaceUnderTheSameIds() throws Exception {
        try (EnrichService old = blue.start(folder.resolve("blue"), Map.of())) {
            publishWithTheOldVersion();
            green.command("rebuild", "--application-id", "green");
            compareWhileBothRun(old);
            submit("4", BRIDGE);
            assertThat(green.command(with(SWITCH, "--dry-run")).err())
                    .contains("green has not yet done all that blue did");
        }
        assertThat(switched(run -> !run.err().contains("stop both versions")).err())
                .contains("green has not yet done all that blue did; start it again");
        catchUp(BESIDE);
        assertThat(switched(run -> run.code() == 0).out()).contains("written 1; articles unchanged 3, changed 1");

        submitFile("3", FERRY.replace("渡口", "码头").replace("临川", "云汀"));
        catchUp(GREEN_STAGES);
        assertThat(headlines())
                .isEqualTo(Map.of(
                        "switch-daily/2024-07-21/1/2", "临川渡口恢复通航",
                        "switch-daily/2024-07-21/1/3", "江心洲图书馆夜间开放",
                        "switch-daily/2024-07-21/2/1", "云汀市第七小学启用新校舍",
                        "switch-daily/2024-07-21/3/1", "云汀码头恢复通航",
                        "switch-daily/2024-07-21/4/1", "云汀大桥主桥合龙"));
        assertThat(green.misplaced(Topics.ARTICLES.name())).isEmpty();
    }

    /** The second scan lacks the first article: from scratch, the numbers would be 1 and 2. */
    private void publishWithTheOldVersion() throws Exception {
        submit("1", SCHOOL + "\n" + FERRY);
        submit("1", FERRY + "\n" + LIBRARY);
        submit("2", SCHOOL);
        publishAsAnEarlierVersionDid("switch-daily/2024-07-21/2/1", "云汀市第七小学");
        assertThat(headlines())
                .isEqualTo(Map.of(
                        "switch-daily/2024-07-21/1/2", "临川渡口恢复通航",
                        "switch-daily/2024-07-21/1/3", "江心洲图书馆夜间开放",
                        "switch-daily/2024-07-21/2/1", "云汀市第七小学"));
    }

    private void compareWhileBothRun(EnrichService old) throws Exception {
        try (EnrichService next = green.start(folder.resolve("green"), BESIDE);
                StreamPosition position = new StreamPosition(green.settings(), "green", GREEN)) {
            await().atMost(PATIENCE).until(position::isThrough);

            Path html = folder.resolve("changes.html");
            assertThat(green.command(with(SWITCH, "--dry-run", "--html", html.toString()))
                            .out())
                    .contains("articles unchanged 2, changed 1, new 0, gone 0")
                    .contains("- 云汀市第七小学")
                    .contains("+ 云汀市第七小学启用新校舍");
            assertThat(html).content().contains("<ins>启用新校舍</ins>");
            assertThat(old.check().ready()).as("the old version works on").isTrue();
            sendBackWhatFailedInTheNewOne(position);
            assertThat(next.check().ready()).isTrue();
            assertThat(green.run(SWITCH).err()).contains("stop both versions");
        }
    }

    /** Runs the new version until it has nothing left to do. */
    private void catchUp(Map<String, String> options) {
        try (EnrichService next = green.start(folder.resolve("green"), options);
                StreamPosition position = new StreamPosition(green.settings(), "green", GREEN)) {
            await().atMost(PATIENCE)
                    .until(() -> position.isThrough() && next.check().ready());
        }
    }

    /** Tries until the groups have noticed that nobody is left. */
    private CommandLineRun switched(Predicate<CommandLineRun> awaited) {
        return await().atMost(PATIENCE).until(() -> green.run(SWITCH), awaited);
    }

    /** A page that both fail on; the old one is not bothered with the new one's second try. */
    private void sendBackWhatFailedInTheNewOne(StreamPosition newOne) {
        blue.send(Topics.PAGES.name(), "switch-daily/2024-07-21/9", new byte[] {1, 2, 3});
        awaitBoth(newOne);
        green.command("dead-letters", "redrive", "--application-id", "green");
        awaitBoth(newOne);

        assertThat(deadLetters("blue")).singleElement().asString().contains("blue-segment");
        assertThat(deadLetters("green")).hasSize(2).last().asString().contains("green-segment", "redrives: 1");
    }

    private List<String> deadLetters(String application) {
        return green.command("dead-letters", "list", "--all", "--application-id", application)
                .lines();
    }

    private void awaitBoth(StreamPosition newOne) {
        blue.awaitThrough();
        await().atMost(PATIENCE).until(newOne::isThrough);
    }

    private void submit(String page, String text) throws Exception {
        submitFile(page, text);
        blue.awaitThrough();
    }

    private void submitFile(String page, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("switch-daily-2024-07-21-p" + page + ".md"), text);
        blue.command("submit", file.toString());
    }

    private void publishAsAnEarlierVersionDid(String id, String headline) throws Exception {
        Article article = blue.table().get(id);
        blue.sendArticle(
                Topics.CLASSIFIED,
                Article.newBuilder(article).setHeadline(headline).build());
        await().atMost(Duration.ofMinutes(1)).until(() -> headlines().containsValue(headline));
        blue.awaitThrough();
    }

    private Map<String, String> headlines() {
        Map<String, String> headlines = new TreeMap<>();
        blue.table().forEach((id, article) -> headlines.put(id, article.getHeadline()));
        return headlines;
    }
}
