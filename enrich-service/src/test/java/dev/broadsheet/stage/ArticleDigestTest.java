package dev.broadsheet.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Noise;
import dev.broadsheet.schema.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleDigestTest {

    private static final Article ARTICLE = Article.newBuilder()
            .setId("minhai-daily/2024-07-21/3/1")
            .setPageId("minhai-daily/2024-07-21/3")
            .setPublication("minhai-daily")
            .setPage("3")
            .setHeadline("步行桥通行")
            .setQuality(new Quality(0.9, 0.0, List.of(), List.of("begins with 本报讯")))
            .setPipelineVersion("1")
            .setPageRevision(1L)
            .build();

    @Test
    void anArticleOfWhichOnlyTheConfidenceOrItsReasonsChangeIsNoNews() {
        Article surer = Article.newBuilder(ARTICLE)
                .setQuality(new Quality(0.95, 0.0, List.of(), List.of()))
                .build();

        assertThat(ArticleDigest.of(surer)).isEqualTo(ArticleDigest.of(ARTICLE));
    }

    @Test
    void aHeadlineOrASuspicionIsNews() {
        Article renamed = Article.newBuilder(ARTICLE).setHeadline("步行桥合龙").build();
        Article suspected = Article.newBuilder(ARTICLE)
                .setQuality(new Quality(0.9, 0.0, List.of(new Noise("步行桥", "doubled")), List.of()))
                .build();

        assertThat(ArticleDigest.of(renamed)).isNotEqualTo(ArticleDigest.of(ARTICLE));
        assertThat(ArticleDigest.of(suspected)).isNotEqualTo(ArticleDigest.of(ARTICLE));
    }
}
