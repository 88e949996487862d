package dev.broadsheet.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Topic;
import dev.broadsheet.topology.Stage;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayReportTest {

    private static final Article BEFORE = article("云汀大桥动工", "5月16日，云汀大桥开工。", "0.1.0");

    @Test
    void aNewerVersionThatSaysTheSameIsUnchanged() {
        Article after = article("云汀大桥动工", "5月16日，云汀大桥开工。", "0.2.0");
        assertThat(new ArticleChange(BEFORE.getId(), BEFORE, after).kind()).isEqualTo(ArticleChange.Kind.UNCHANGED);
    }

    @Test
    void theReportShowsHeadlineBodyAndTopicsBeforeAndAfter() {
        Article after = Article.newBuilder(article("云汀大桥今动工", "5月16日，云汀大桥开工建设。", "0.2.0"))
                .setTopics(List.of(new Topic("04000000", "经济、商业和金融", "economy, business and finance", 0.9)))
                .build();
        ArticleChange change = new ArticleChange(BEFORE.getId(), BEFORE, after);
        assertThat(change.differences())
                .extracting(FieldDifference::field)
                .containsExactly("headline", "body", "topics");

        ReplayReport report = ReplayReport.of(Deed.dryRun(Stage.SEGMENT), 3, 1, List.of(change), 0);
        assertThat(report.summary())
                .isEqualTo(
                        "dry run: pages read 3, would replay 1; articles unchanged 0, changed 1, new 0, gone 0; dead letters 0");
        assertThat(TextReport.lines(report, 10))
                .anyMatch(line -> line.contains("- 云汀大桥动工"))
                .anyMatch(line -> line.contains("+ 云汀大桥今动工"));
        StringWriter html = new StringWriter();
        HtmlReport.write(report, 10, html);
        assertThat(html.toString()).contains("云汀大桥<ins>今</ins>动工").contains("开工<ins>建设</ins>");
    }

    @Test
    void newAndGoneArticlesAreCounted() {
        ReplayReport report = ReplayReport.of(
                Deed.dryRun(Stage.SEGMENT),
                2,
                2,
                List.of(
                        new ArticleChange("yunting-daily/2024-05-16/1/10", null, BEFORE),
                        new ArticleChange("yunting-daily/2024-05-16/1/9", BEFORE, null)),
                1);
        assertThat(report.count(ArticleChange.Kind.NEW)).isEqualTo(1);
        assertThat(report.count(ArticleChange.Kind.GONE)).isEqualTo(1);
        assertThat(report.changes())
                .extracting(ArticleChange::id)
                .containsExactly("yunting-daily/2024-05-16/1/9", "yunting-daily/2024-05-16/1/10");
    }

    @Test
    void whatThePagePrintsCannotBecomeMarkup() {
        Article after = article("<script>alert(1)</script>&", "5月16日，云汀大桥开工。", "0.2.0");
        StringWriter html = new StringWriter();
        HtmlReport.write(
                ReplayReport.of(
                        Deed.dryRun(Stage.SEGMENT), 1, 1, List.of(new ArticleChange(BEFORE.getId(), BEFORE, after)), 0),
                10,
                html);
        assertThat(html.toString()).doesNotContain("<script").contains("&amp;");
    }

    @Test
    void aLongReportSaysHowManyArticlesItLeavesOut() {
        ReplayReport report = ReplayReport.of(
                Deed.dryRun(Stage.SEGMENT),
                1,
                1,
                List.of(
                        new ArticleChange("a/undated/x/1", null, BEFORE),
                        new ArticleChange("a/undated/x/2", null, BEFORE)),
                0);
        assertThat(TextReport.lines(report, 1)).last().asString().contains("1 more");
    }

    private static Article article(String headline, String body, String version) {
        return Article.newBuilder()
                .setId("yunting-daily/2024-05-16/1/1")
                .setPageId("yunting-daily/2024-05-16/1")
                .setPublication("yunting-daily")
                .setIssueDate("2024-05-16")
                .setPage("1")
                .setHeadline(headline)
                .setBody(List.of(new BodyBlock(BlockType.paragraph, body)))
                .setPipelineVersion(version)
                .setPageRevision(1)
                .build();
    }
}
