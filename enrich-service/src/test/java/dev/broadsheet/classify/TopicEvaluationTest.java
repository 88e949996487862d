package dev.broadsheet.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Floors, a little below what is measured (RATIONALE.md has the figures); skipped without the evaluation material. */
class TopicEvaluationTest {

    @Test
    void titlesOfAHouseThatTheModelKnowsButHasNotSeen() {
        List<Title> sina = titles("sina-titles.dev.jsonl");
        TopicClassifier classifier = TitleCrossValidation.trained(
                titles("toutiao-titles.train.jsonl"), TitleCrossValidation.others(sina, 0));

        Evaluation.Score score = Evaluation.score(TitleCrossValidation.fold(sina, 0), classifier::classify);

        assertThat(score.accuracy()).as(score.toString()).isGreaterThan(0.80);
        assertThat(score.precision()).as(score.toString()).isGreaterThan(0.88);
    }

    @Test
    void unseenTitlesOfANoisierHouse() {
        Evaluation.Score score = Evaluation.score(titles("toutiao-titles.dev.jsonl"), new TopicClassifier()::classify);

        assertThat(score.accuracy()).as(score.toString()).isGreaterThan(0.53);
        assertThat(score.precision()).as(score.toString()).isGreaterThan(0.65);
    }

    @Test
    void theTitleModelBeatsTheLexiconAloneOnWhatItHasNotSeen() {
        TitleModel silent = new TitleModel(List.of(), new double[0], Map.of());
        List<Title> unseen = titles("toutiao-titles.dev.jsonl");

        Evaluation.Score alone = Evaluation.score(unseen, new TopicClassifier(Lexicon.shared(), silent)::classify);
        Evaluation.Score together = Evaluation.score(unseen, new TopicClassifier()::classify);

        assertThat(2 * together.right() - together.said())
                .as("right minus wrong; alone: %s; together: %s", alone, together)
                .isGreaterThan(2 * alone.right() - alone.said());
    }

    private static List<Title> titles(String file) {
        return Title.read(Evaluation.folder().resolve("topics").resolve(file));
    }
}
