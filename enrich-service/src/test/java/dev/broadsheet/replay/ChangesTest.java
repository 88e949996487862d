package dev.broadsheet.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Quality;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final String PAGE = "minhai-daily/2024-07-21/1";

    private final Changes changes = new Changes(Map.of(0, 3L));

    @Test
    void onlyTheLastRecordOfAnArticleSaysHowItIsNow() {
        ConsumerRecord<String, Article> earlier = record(0, PAGE + "/1", "1.0.0");
        ConsumerRecord<String, Article> gone = record(1, PAGE + "/2", "1.0.0");
        ConsumerRecord<String, Article> later = record(2, PAGE + "/1", "1.0.0");
        List.of(earlier, gone, later, record(4, PAGE + "/2", null)).forEach(changes::take);

        assertThat(changes.isNewest(earlier)).isFalse();
        assertThat(changes.isNewest(later)).isTrue();
        assertThat(changes.isNewest(gone)).as("it was taken away since").isFalse();
        assertThat(changes.isNewest(record(5, PAGE + "/3", "1.0.0")))
                .as("it came since")
                .isFalse();
    }

    @Test
    void aPageIsAsOldAsTheOldestVersionThatHadMadeOneOfItsArticlesWhenTheReplayBegan() {
        changes.take(record(0, PAGE + "/1", "0.10.0"));
        changes.take(record(1, PAGE + "/2", "0.9.0"));
        changes.take(record(3, PAGE + "/2", "0.8.0"));

        assertThat(changes.oldestVersionsBefore()).isEqualTo(Map.of(PAGE, new PipelineVersion("0.9.0")));
    }

    /** @param version null for a tombstone */
    private static ConsumerRecord<String, Article> record(long offset, String id, String version) {
        Article article = version == null
                ? null
                : Article.newBuilder()
                        .setId(id)
                        .setPageId(PAGE)
                        .setPublication("minhai-daily")
                        .setPage("1")
                        .setParts(List.of(new Part(PAGE, 1L, List.of())))
                        .setQuality(new Quality(1.0, 0.0, List.of(), List.of()))
                        .setPipelineVersion(version)
                        .setPageRevision(1)
                        .build();
        return new ConsumerRecord<>("broadsheet.articles", 0, offset, id, article);
    }
}
