package dev.broadsheet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.topic.Topics;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest extends EnrichBench {

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
}
