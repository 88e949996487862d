package dev.broadsheet.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.Evaluation;
import dev.broadsheet.enrich.entity.EntityRecognizer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NamesOnEvaluationTest {

    @Test
    void realStoriesGiveTheNamesThatACarefulReaderNotes() throws IOException {
        NameReader reader = new NameReader(EntityRecognizer.shared());
        NameScore score = new NameScore();
        for (GoldStories.Story story : GoldStories.read(Evaluation.folder()).stories()) {
            score.add(story, reader.read(story.text().text(), story.publication(), story.bylineNames()));
        }
        assertThat(score.people.f1()).as("people%n%s", score.misses).isGreaterThan(0.93);
        assertThat(score.roleShare()).as("roles%n%s", score.misses).isGreaterThan(0.9);
        assertThat(score.organizations.f1())
                .as("organizations%n%s", score.misses)
                .isGreaterThan(0.82);
        assertThat(score.places.f1()).as("places%n%s", score.misses).isGreaterThan(0.87);
    }
}
