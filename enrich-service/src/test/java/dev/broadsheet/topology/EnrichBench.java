package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Quality;
import dev.broadsheet.topic.Topics;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;

/** Classified articles go into the enrich topology, published ones come out. */
abstract class EnrichBench {

    static final String PAGE = "minhai-daily/2024-07-21/1";
    static final String ID = PAGE + "/2";

    final Bench bench = new Bench(Stage.ENRICH);

    @AfterEach
    void stop() {
        bench.close();
    }

    void send(Article article) {
        bench.send(Topics.CLASSIFIED.name(), article.getId(), Article.class, article);
    }

    List<KeyValue<String, Article>> published() {
        return bench.articles(Topics.ARTICLES.name());
    }

    static Article article(String text, long revision) {
        return article(ID, text, revision);
    }

    static Article article(String id, String text, long revision) {
        return Article.newBuilder()
                .setId(id)
                .setPageId(PAGE)
                .setPublication("minhai-daily")
                .setPage("1")
                .setIssueDate("2024-07-21")
                .setBody(List.of(new BodyBlock(BlockType.paragraph, text)))
                .setParts(List.of(new Part(PAGE, revision, List.of())))
                .setQuality(new Quality(1.0, 0.0, List.of(), List.of()))
                .setPipelineVersion(Bench.VERSION)
                .setPageRevision(revision)
                .build();
    }
}
