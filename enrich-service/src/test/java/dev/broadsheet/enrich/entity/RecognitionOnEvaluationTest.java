package dev.broadsheet.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.Evaluation;
import dev.broadsheet.enrich.entity.Sentences.Sentence;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RecognitionOnEvaluationTest {

    @Test
    void sentencesOfANationalPaperGiveTheirNames() throws IOException {
        EntityRecognizer recognizer = EntityRecognizer.shared();
        EntityScore score = new EntityScore();
        for (Sentence sentence : Sentences.read(Evaluation.folder().resolve("ner/peoples-daily.dev.bio"))) {
            score.add(sentence.entities(), recognizer.recognize(sentence.text()));
        }
        assertThat(score.f1()).as("%n%s", score).isGreaterThan(0.83);
    }

    /** Names that no dictionary knows, as tomorrow's will be: half of the dictionary's names are left out. */
    @Test
    void namesThatTheDictionaryDoesNotKnowAreFoundAllTheSame() throws IOException {
        Lexicon half =
                Lexicon.load((word, tag) -> word.length() == 1 || !tag.startsWith("n") || word.hashCode() % 2 != 0);
        EntityRecognizer recognizer = new EntityRecognizer(half, Gazetteer.load(), TagModel.load());
        EntityScore score = new EntityScore();
        for (Sentence sentence : Sentences.read(Evaluation.folder().resolve("ner/peoples-daily.dev.bio"))) {
            score.add(sentence.entities(), recognizer.recognize(sentence.text()));
        }
        assertThat(score.f1()).as("%n%s", score).isGreaterThan(0.79);
    }
}
