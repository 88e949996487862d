package dev.broadsheet.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.schema.SegmentedPage;
import dev.broadsheet.stage.ClassifyStage;
import dev.broadsheet.stage.EnrichStage;
import dev.broadsheet.stage.IssueDesk;
import dev.broadsheet.stage.SegmentStage;
import dev.broadsheet.topology.Stage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private static final String BRIDGE = """
            # 云汀大桥今日动工

            本报讯（记者 沈一舟）5月16日上午，云汀大桥在临川县开工建设。大桥全长1200米，总投资6.5亿元，计划三年建成通车。

            市交通局负责人说，大桥建成后，两岸群众往来将由一个小时缩短到十分钟，沿江六个乡镇从此连成一片。
            """;
    private static final SegmentStage SEGMENT = new SegmentStage("test");
    private static final ClassifyStage CLASSIFY = new ClassifyStage();
    private static final EnrichStage ENRICH = new EnrichStage();
    private static final String PAGE = "yunting-daily/2024-05-16/1";

    @Test
    void whatThisVersionPublishedItselfStaysUnchangedUnderTheSameIds() {
        Map<String, Article> published = publish(BRIDGE);
        assertThat(published).isNotEmpty();

        ReplayReport report = dryRun(BRIDGE, published);

        assertThat(report.changes()).isEmpty();
        assertThat(report.count(ArticleChange.Kind.UNCHANGED)).isEqualTo(published.size());
        assertThat(report.replayed()).isEqualTo(1);
    }

    @Test
    void anArticleThatAnEarlierVersionReadOtherwiseShowsItsHeadlineBeforeAndAfter() {
        Map<String, Article> published = publish(BRIDGE);
        published.replaceAll(
                (id, article) -> Article.newBuilder(article).setHeadline("云汀大桥").build());

        ReplayReport report = dryRun(BRIDGE, published);

        assertThat(report.changes())
                .flatExtracting(ArticleChange::differences)
                .contains(new FieldDifference("headline", "云汀大桥", "云汀大桥今日动工"));
    }

    @Test
    void anArticleThatOnlyAnEarlierVersionSawIsGone() {
        Map<String, Article> published = publish(BRIDGE);
        Article invented = Article.newBuilder(published.values().iterator().next())
                .setId(PAGE + "/9")
                .setHeadline("江心洲候鸟归来")
                .setBody(List.of())
                .build();
        published.put(invented.getId(), invented);

        assertThat(dryRun(BRIDGE, published).changes())
                .extracting(ArticleChange::id, ArticleChange::kind)
                .containsExactly(tuple(PAGE + "/9", ArticleChange.Kind.GONE));
    }

    @Test
    void classifyingOnceMoreShowsNewTopicsAndLeavesTheTextAsItIs() {
        Article published = Article.newBuilder(
                        publish(BRIDGE).values().iterator().next())
                .setHeadline("云汀大桥")
                .setGenre("advertisement")
                .build();
        DryRun dryRun = new DryRun(SEGMENT, CLASSIFY, ENRICH);

        dryRun.article(Stage.CLASSIFY, published);

        assertThat(dryRun.report(Stage.CLASSIFY).changes()).singleElement().satisfies(change -> assertThat(
                        change.differences())
                .contains(new FieldDifference("genre", "advertisement", "news"))
                .noneMatch(difference -> difference.field().equals("headline")));
        assertThat(dryRun.report(Stage.CLASSIFY).summary()).contains("articles read 1, would replay 1;");
    }

    @Test
    void aPageThatCannotBeReadWouldBeADeadLetterAndLosesNothing() {
        Map<String, Article> published = publish(BRIDGE);
        RawPage unreadable =
                RawPage.newBuilder(page(BRIDGE)).setCharset("no-such-charset").build();
        DryRun dryRun = new DryRun(SEGMENT, CLASSIFY, ENRICH);
        dryRun.issue(List.of(unreadable), published, page -> true);
        assertThat(dryRun.report(Stage.SEGMENT).deadLetters()).isEqualTo(1);
        assertThat(dryRun.report(Stage.SEGMENT).count(ArticleChange.Kind.GONE)).isZero();
    }

    private static ReplayReport dryRun(String text, Map<String, Article> published) {
        DryRun dryRun = new DryRun(SEGMENT, CLASSIFY, ENRICH);
        dryRun.issue(List.of(page(text)), published, page -> true);
        return dryRun.report(Stage.SEGMENT);
    }

    private static Map<String, Article> publish(String text) {
        SegmentedPage page = SEGMENT.segment(page(text));
        Map<String, Article> published = new HashMap<>();
        IssueDesk.receive(Map.of(), page)
                .upserts()
                .forEach(article -> published.put(article.getId(), ENRICH.enrich(CLASSIFY.classify(article))));
        return published;
    }

    private static RawPage page(String text) {
        return RawPage.newBuilder()
                .setPageId(PAGE)
                .setPublication("yunting-daily")
                .setIssueDate("2024-05-16")
                .setPage("1")
                .setMediaType("text/markdown")
                .setContent(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .setSha256("0".repeat(64))
                .setReceivedAt(Instant.EPOCH)
                .setRevision(1)
                .build();
    }
}
