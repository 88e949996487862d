package dev.broadsheet.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Floors, a little below what is measured (RATIONALE.md has the figures); skipped without the evaluation material. */
class TopicEvaluationTest {

    @Test
    void titlesOfAHouseNeverLearnedFrom() {
        Evaluation.Score score = Evaluation.score(titles("sina-titles.dev.jsonl"), new TopicClassifier()::classify);

        assertThat(score.accuracy()).as(score.toString()).isGreaterThan(0.74);
        assertThat(score.precision()).as(score.toString()).isGreaterThan(0.82);
    }

    @Test
    void unseenTitlesOfTheHouseLearnedFrom() {
        Evaluation.Score score = Evaluation.score(titles("toutiao-titles.dev.jsonl"), new TopicClassifier()::classify);

        assertThat(score.accuracy()).as(score.toString()).isGreaterThan(0.52);
        assertThat(score.precision()).as(score.toString()).isGreaterThan(0.66);
    }

    @Test
    void theTitleModelBeatsTheLexiconAloneOnWhatItHasNotSeen() {
        Lexicon lexicon = Lexicon.shared();
        TitleModel silent = new TitleModel(List.of(), new double[0], Map.of());
        List<Title> unseen = titles("sina-titles.dev.jsonl").subList(0, 3000);

        Evaluation.Score alone = Evaluation.score(unseen, new TopicClassifier(lexicon, silent)::classify);
        Evaluation.Score together = Evaluation.score(unseen, new TopicClassifier()::classify);

        assertThat(2 * together.right() - together.said())
                .as("right minus wrong; alone: %s; together: %s", alone, together)
                .isGreaterThan(2 * alone.right() - alone.said());
    }

    private static List<Title> titles(String file) {
        return Title.read(Evaluation.folder().resolve("topics").resolve(file));
    }
}
