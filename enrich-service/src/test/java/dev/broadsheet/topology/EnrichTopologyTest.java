package dev.broadsheet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.id.ArticleId;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Quality;
import dev.broadsheet.schema.Reprint;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {

    private static final String PAGE = "minhai-daily/2024-07-21/1";
    private static final String ID = PAGE + "/2";
    private static final String OTHER = "minhai-daily/2024-07-21/2/1";
    private static final String GONE = PAGE + "/10";

    private static final String BRIDGE = "昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通。桥梁专家组认为，斜拉索的张拉精度达到设计要求，"
            + "大桥预计明年五月通车，届时从云汀新区到临川县只需十五分钟。施工单位克服了潮汐和台风的影响。";

    private final Bench bench = new Bench(Stage.ENRICH);

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void anArticleIsPublishedOnceHoweverOftenItComes() {
        send(article("云汀大桥昨日合龙。", 1));
        assertThat(published()).extracting(record -> record.key).containsExactly(ID);

        send(article("云汀大桥昨日合龙。", 1));
        send(article("云汀大桥昨日合龙。", 2));
        assertThat(published())
                .as("a new revision of the page with the same text")
                .isEmpty();

        send(article("云汀大桥昨日全线合龙。", 3));
        assertThat(published()).hasSize(1);
    }

    @Test
    void anArticleThatIsGoneIsGoneDownstream() {
        send(article("云汀大桥昨日合龙。", 1));
        published();

        bench.send(Topics.CLASSIFIED.name(), Bench.utf8(ID), null);
        assertThat(published()).containsExactly(KeyValue.pair(ID, null));

        send(article("云汀大桥昨日合龙。", 1));
        assertThat(published()).as("it may come back as it was").hasSize(1);
    }

    @Test
    void anArticleThatCannotBeReadDoesNotHoldUpTheNext() {
        bench.send(Topics.CLASSIFIED.name(), Bench.utf8(ID), new byte[] {1, 2, 3});
        send(article("云汀大桥昨日合龙。", 1));

        assertThat(bench.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getStage()).isEqualTo("enrich");
            assertThat(letter.getArticleId()).isEqualTo(ID);
            assertThat(letter.getPageId()).isEqualTo("minhai-daily/2024-07-21/1");
        });
        assertThat(published()).hasSize(1);
    }

    @Test
    void anArticleEnrichedOnceMoreTakesThePlaceOfTheOneItWasMadeFrom() {
        send(article("云汀大桥昨日合龙。", 1));
        Article published = published().get(0).value;

        Article asAnEarlierVersionMadeIt = Article.newBuilder(published)
                .setKeywords(List.of())
                .setLanguage("")
                .build();
        bench.replayArticle(Stage.ENRICH, asAnEarlierVersionMadeIt);
        assertThat(published()).as("what comes out equal is no news").isEmpty();

        bench.replayArticle(
                Stage.ENRICH, Article.newBuilder(published).setGenre("opinion").build());
        assertThat(published()).singleElement().satisfies(record -> assertThat(record.value.getGenre())
                .isEqualTo("opinion"));
    }

    @Test
    void anArticleEnrichedOnceMoreNeverTakesThePlaceOfANewerScan() {
        send(article("云汀大桥昨日合龙。", 1));
        Article old = published().get(0).value;
        send(article("云汀大桥昨日全线合龙。", 2));
        published();

        bench.replayArticle(Stage.ENRICH, old);

        assertThat(published()).isEmpty();
    }

    @Test
    void anArticleEnrichedOnceMoreDoesNotComeBackAfterItWasTakenAway() {
        send(article("云汀大桥昨日合龙。", 1));
        Article old = published().get(0).value;
        bench.send(Topics.CLASSIFIED.name(), Bench.utf8(ID), null);
        published();

        bench.replayArticle(Stage.ENRICH, old);

        assertThat(published()).isEmpty();
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void aReprintInAnotherNewspaperIsKnownAsOneAndSoIsTheFirstPrint() {
        String reprint = "yunting-daily/2024-07-22/3/1";
        send(article(BRIDGE, 1));
        published();

        send(Article.newBuilder(article(BRIDGE, 1))
                .setId(reprint)
                .setPageId("yunting-daily/2024-07-22/3")
                .setPublication("yunting-daily")
                .setIssueDate("2024-07-22")
                .build());
        assertThat(published())
                .extracting(
                        record -> record.key,
                        record -> record.value.getReprint().getCluster())
                .containsExactly(tuple(reprint, ID), tuple(ID, ID));

        bench.send(Topics.CLASSIFIED.name(), Bench.utf8(reprint), null);
        assertThat(Bench.table(published()))
                .hasEntrySatisfying(ID, first -> assertThat(first.getReprint()).isNull());
    }

    @Test
    void aReprintAfterTheWindowOfDaysStartsItsOwnCluster() {
        try (Bench threeDays = new Bench(Stage.ENRICH, ReprintWindow.ofDays(3))) {
            assertThat(clusters(threeDays, 21)).containsExactly(entry(21, "none"));
            assertThat(clusters(threeDays, 25)).containsExactly(entry(25, "none"));
            assertThat(clusters(threeDays, 28)).containsOnly(entry(25, "25"), entry(28, "25"));
        }
    }

    @Test
    void aWindowMadeWiderOrNarrowerGoesOnWithWhatIsRemembered() {
        try (Bench threeDays = new Bench(Stage.ENRICH, ReprintWindow.ofDays(3))) {
            clusters(threeDays, 21);
            try (Bench fourDays = new Bench(Stage.ENRICH, threeDays, ReprintWindow.ofDays(4))) {
                assertThat(clusters(fourDays, 25)).containsOnly(entry(21, "21"), entry(25, "21"));
                try (Bench sameDay = new Bench(Stage.ENRICH, fourDays, ReprintWindow.ofDays(0))) {
                    assertThat(clusters(sameDay, 26)).containsExactly(entry(26, "none"));
                    assertThat(clusters(sameDay, 27)).containsExactly(entry(27, "none"));
                }
            }
        }
    }

    /** Sends one text as the issue of a day of July prints it; the days whose clusters are told now, by the first day. */
    private static Map<Integer, String> clusters(Bench bench, int day) {
        Article reprint = Article.newBuilder(article(BRIDGE, 1))
                .setId("yunting-daily/2024-07-" + day + "/3/1")
                .setPageId("yunting-daily/2024-07-" + day + "/3")
                .setIssueDate("2024-07-" + day)
                .build();
        bench.send(Topics.CLASSIFIED.name(), reprint.getId(), Article.class, reprint);
        Map<Integer, String> told = new HashMap<>();
        bench.articles(Topics.ARTICLES.name()).forEach(record -> {
            Reprint cluster = record.value.getReprint();
            told.put(dayOf(record.key), cluster == null ? "none" : String.valueOf(dayOf(cluster.getCluster())));
        });
        return told;
    }

    private static int dayOf(String articleId) {
        return ArticleId.parse(articleId).page().issueDate().getDayOfMonth();
    }

    @Test
    void nothingOfAChangeIsPublishedBeforeAllOfItHasCome() {
        send(article(GONE, "临川渡口恢复通航。", 1));
        published();

        part(1, ID, article("云汀大桥昨日合龙。", 1));
        part(1, OTHER, article(OTHER, "第七小学启用新校舍。", 1));
        part(1, GONE, null);
        assertThat(published()).isEmpty();

        part(1, PAGE, null);
        assertThat(bench.records(Topics.ARTICLES.name()))
                .as("the end of the change is told to nobody, its mark to all")
                .extracting(TestRecord::key, record -> record.value() == null, record -> RecordMarks.change(
                                record.headers())
                        .orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple(ID, false, PAGE + "@1#1"),
                        tuple(OTHER, false, PAGE + "@1#1"),
                        tuple(GONE, true, PAGE + "@1#1"));

        part(2, PAGE, null);
        assertThat(published()).as("what is published waits for nothing more").isEmpty();
    }

    @Test
    void anArticleThatFailsDoesNotHoldUpTheOthersOfItsChange() {
        bench.send(Topics.CLASSIFIED.name(), Bench.utf8(ID), new byte[] {1, 2, 3});
        part(1, OTHER, article(OTHER, "第七小学启用新校舍。", 1));
        part(1, PAGE, null);

        assertThat(published()).extracting(record -> record.key).containsExactly(OTHER);
        assertThat(bench.deadLetters()).extracting(DeadLetter::getArticleId).containsExactly(ID);
    }

    @Test
    void whatComesAloneDoesNotWaitForAChangeThatIsOpen() {
        part(1, OTHER, article(OTHER, "第七小学启用新校舍。", 1));

        send(article("云汀大桥昨日合龙。", 1));

        assertThat(published()).extracting(record -> record.key).containsExactly(ID);
    }

    @Test
    void changesOfTwoIssuesDoNotWaitForEachOther() {
        String elsewhere = "minhai-daily/2024-07-22/1";
        part(1, ID, article("云汀大桥昨日合龙。", 1));
        bench.change(Topics.CLASSIFIED.name(), elsewhere, 2, elsewhere + "/1", article(elsewhere + "/1", "早稻开镰。", 1));
        bench.change(Topics.CLASSIFIED.name(), elsewhere, 2, elsewhere, null);

        assertThat(published()).extracting(record -> record.key).containsExactly(elsewhere + "/1");
    }

    @Test
    void whatAChangeWithoutEndLeftGoesOutWithTheNextOfItsIssue() {
        part(1, ID, article("云汀大桥昨日合龙。", 1));
        part(2, ID, article("云汀大桥昨日全线合龙。", 2));
        part(2, PAGE, null);

        assertThat(published()).singleElement().satisfies(record -> assertThat(record.value.getPageRevision())
                .isEqualTo(2));
    }

    @Test
    void howLongAChangeHasWaitedForItsEndCanBeSeen() {
        assertThat(oldestChange(bench.meters())).isZero();

        part(1, ID, article("云汀大桥昨日合龙。", 1));
        bench.clock().add(Duration.ofMinutes(20));
        part(1, OTHER, article(OTHER, "第七小学启用新校舍。", 1));
        assertThat(oldestChange(bench.meters())).isEqualTo(1200);

        SimpleMeterRegistry another = new SimpleMeterRegistry(SimpleConfig.DEFAULT, bench.clock());
        new OpenChanges(bench.store(OpenChanges.STORE), new ChangeWatch(another));
        bench.clock().add(Duration.ofMinutes(5));
        assertThat(oldestChange(another))
                .as("a process that takes over counts from then")
                .isEqualTo(300);

        part(1, PAGE, null);
        assertThat(oldestChange(bench.meters())).isZero();
    }

    private static double oldestChange(MeterRegistry meters) {
        return meters.get("broadsheet.changes.open.oldest.age").gauge().value();
    }

    @Test
    void aRestartInTheMiddleOfAChangeForgetsNothingOfIt() {
        part(1, ID, article("云汀大桥昨日合龙。", 1));
        part(1, GONE, null);
        try (Bench restarted = new Bench(Stage.ENRICH, bench)) {
            restarted.change(Topics.CLASSIFIED.name(), PAGE, 1, PAGE, null);

            assertThat(restarted.articles(Topics.ARTICLES.name()))
                    .extracting(record -> record.key)
                    .containsExactlyInAnyOrder(ID, GONE);
        }
    }

    @Test
    void theEndOfAChangeIsNoArticleToAnOperatorWhoCounts() {
        part(1, ID, article("云汀大桥昨日合龙。", 1));
        part(1, PAGE, null);

        for (String step : List.of("enrich", "find-reprints-and-compare")) {
            assertThat(count("received", step)).as(step).isEqualTo(1);
            assertThat(count("produced", step)).as(step).isEqualTo(1);
            assertThat(count("tombstones", step)).as(step).isZero();
        }
    }

    private double count(String meter, String step) {
        return bench.meters()
                .get("broadsheet.stage." + meter)
                .tag("step", step)
                .counter()
                .count();
    }

    /** Sends a part of a change by the page, or its end. */
    private void part(long change, String key, Article article) {
        bench.change(Topics.CLASSIFIED.name(), PAGE, change, key, article);
    }

    private void send(Article article) {
        bench.send(Topics.CLASSIFIED.name(), article.getId(), Article.class, article);
    }

    private List<KeyValue<String, Article>> published() {
        return bench.articles(Topics.ARTICLES.name());
    }

    private static Article article(String text, long revision) {
        return article(ID, text, revision);
    }

    private static Article article(String id, String text, long revision) {
        return Article.newBuilder()
                .setId(id)
                .setPageId("minhai-daily/2024-07-21/1")
                .setPublication("minhai-daily")
                .setPage("1")
                .setIssueDate("2024-07-21")
                .setBody(List.of(new BodyBlock(BlockType.paragraph, text)))
                .setParts(List.of(new Part("minhai-daily/2024-07-21/1", revision, List.of())))
                .setQuality(new Quality(1.0, 0.0, List.of(), List.of()))
                .setPipelineVersion(Bench.VERSION)
                .setPageRevision(revision)
                .build();
    }
}
