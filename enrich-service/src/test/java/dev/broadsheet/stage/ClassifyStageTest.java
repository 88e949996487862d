package dev.broadsheet.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifyStageTest {

    private static final ClassifyStage CLASSIFY = new ClassifyStage();
    private static final EnrichStage ENRICH = new EnrichStage();
    private static final Article SCHOOL = article("云汀市第七小学启用新校舍", "本报讯（记者 林小满）云汀市第七小学昨日启用新校舍，可容纳学生910人，总投资1300万元。");

    @Test
    void aPublishedArticleThatIsClassifiedOnceMoreSaysWhatItSaidBefore() {
        Article published = ENRICH.enrich(CLASSIFY.classify(SCHOOL));
        assertThat(published.getQuality().getReasons()).hasSizeGreaterThan(1);

        assertThat(ENRICH.enrich(CLASSIFY.classify(published))).isEqualTo(published);
    }

    @Test
    void aTopicIsGivenWithTheShareOfEachPartAndItsTerms() {
        assertThat(CLASSIFY.classify(SCHOOL).getQuality().getReasons())
                .contains("headline above its body")
                .anyMatch(reason ->
                        reason.matches("topic 05000000 教育 0\\.\\d\\d \\(headline \\d+ %, lead \\d+ %\\): .*小学.*"))
                .anyMatch(reason -> reason.startsWith("genre brief: "));
    }

    @Test
    void whereNoTopicIsGivenTheReasonSaysWhatCameNearest() {
        Article unclear =
                CLASSIFY.classify(article("那一天的下午", "他在桥边等了很久，谁也没有来。水在桥下慢慢流，天色一点一点暗了，他才往回走，风里有桂花和泥土的味道，一个人也没有遇见。"));

        assertThat(unclear.getTopics()).isEmpty();
        assertThat(unclear.getQuality().getReasons()).anyMatch(reason -> reason.startsWith("topic none; nearest "));
    }

    private static Article article(String headline, String body) {
        return Article.newBuilder()
                .setId("minhai-daily/2024-07-21/1/2")
                .setPageId("minhai-daily/2024-07-21/1")
                .setPublication("minhai-daily")
                .setPage("1")
                .setIssueDate("2024-07-21")
                .setHeadline(headline)
                .setBody(List.of(new BodyBlock(BlockType.paragraph, body)))
                .setQuality(new Quality(1.0, 0.0, List.of(), List.of("headline above its body")))
                .setPipelineVersion("1.0.0")
                .setPageRevision(1)
                .build();
    }
}
