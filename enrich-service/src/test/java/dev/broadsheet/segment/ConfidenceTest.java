package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceTest {

    /** {@link ConfidenceFit} prints the same for each folder. */
    @Test
    void theMoreConfidentTheProgramIsTheMoreOftenItIsRight() throws IOException, URISyntaxException {
        List<ConfidenceFit.Case> stories = new ArrayList<>();
        for (String folder : List.of("gold", "mended", "heldout", "unseen", "fresh")) {
            Path pages = Path.of(ConfidenceTest.class.getResource(folder).toURI());
            for (GoldPage page : ScoreTable.pages(pages)) {
                stories.addAll(ConfidenceFit.cases(page, true));
                stories.addAll(ConfidenceFit.cases(Variants.shuffled(page, 1), false));
                stories.addAll(ConfidenceFit.cases(Variants.withoutBlankLines(page), false));
            }
        }

        double sure = right(stories, 0.9, 1);
        double fairlySure = right(stories, 0.7, 0.9);
        double unsure = right(stories, 0, 0.7);

        assertThat(sure).isGreaterThan(0.85).isGreaterThan(fairlySure);
        assertThat(fairlySure).isGreaterThan(unsure + 0.15);
    }

    private static double right(List<ConfidenceFit.Case> stories, double least, double below) {
        return stories.stream()
                .filter(story -> {
                    double confidence = Confidence.of(story.evidence());
                    return confidence >= least && confidence < below;
                })
                .mapToInt(story -> story.right() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void aStoryWithoutAHeadlineIsDoubtfulAndSaysSo() {
        Evidence headless = new Evidence();
        headless.add("headless", true);

        assertThat(Confidence.of(headless)).isLessThan(Confidence.of(new Evidence()));
        assertThat(Confidence.reason(headless)).matches("confidence 0\\.\\d\\d: no headline \\(-\\d\\.\\d\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.txt", "confidence.txt"})
    void everyWeightIsDescribedInPlainWords(String file) {
        String prefix = file.equals("confidence.txt") ? "confidence." : "";

        assertThat(Weights.load(file).names()).allSatisfy(name -> assertThat(Descriptions.has(prefix + name))
                .as("features.txt describes %s%s", prefix, name)
                .isTrue());
    }
}
