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

    @Test
    void aPublishedArticleThatIsClassifiedOnceMoreSaysWhatItSaidBefore() {
        Article published = ENRICH.enrich(CLASSIFY.classify(Article.newBuilder()
                .setId("minhai-daily/2024-07-21/1/2")
                .setPageId("minhai-daily/2024-07-21/1")
                .setPublication("minhai-daily")
                .setPage("1")
                .setIssueDate("2024-07-21")
                .setHeadline("云汀市第七小学启用新校舍")
                .setBody(List.of(new BodyBlock(BlockType.paragraph, "本报讯（记者 林小满）云汀市第七小学昨日启用新校舍，可容纳学生910人，总投资1300万元。")))
                .setQuality(new Quality(1.0, 0.0, List.of(), List.of("headline above its body")))
                .setPipelineVersion("1.0.0")
                .setPageRevision(1)
                .build()));
        assertThat(published.getQuality().getReasons()).hasSizeGreaterThan(1);

        assertThat(ENRICH.enrich(CLASSIFY.classify(published))).isEqualTo(published);
    }
}
