package dev.broadsheet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What one page changes is published at once. */
class ChangeTopologyTest extends EnrichBench {

    private static final String OTHER = "minhai-daily/2024-07-21/2/1";
    private static final String GONE = PAGE + "/10";

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
}
