package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Floors under the scores: of the real pages where they are at hand, of pages of our own, and of the variants of both
 * that a reader would not mind. {@link ScoreTable} prints them all.
 */
class SegmentationScoresTest {

    private static final Map<String, Double> TARGETS = Map.ofEntries(
            Map.entry("articles.f1", 0.95),
            Map.entry("text.kept", 1.0),
            Map.entry("text.not_doubled", 0.99),
            Map.entry("furniture.kept_out", 1.0),
            Map.entry("body.order", 0.97),
            Map.entry("headline", 0.95),
            Map.entry("kicker", 0.9),
            Map.entry("subheadline", 0.9),
            Map.entry("reporters.f1", 0.97),
            Map.entry("photographers.f1", 0.95),
            Map.entry("agency", 1.0),
            Map.entry("dateline", 1.0),
            Map.entry("continuations", 0.95));

    static Iterable<String> variants() {
        return ScoreTable.VARIANTS.keySet();
    }

    @Test
    void realPagesAreSegmentedAsACarefulReaderWould() throws IOException {
        PageScore score = new PageScore();
        evaluationPages().forEach(score::add);

        TARGETS.forEach((figure, floor) -> assertThat(score.figure(figure))
                .as("%s, with misses %s", figure, score.misses())
                .isGreaterThanOrEqualTo(floor));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void realPagesBearChangesThatAReaderWouldNotMind(String variant) throws IOException {
        assertBears(evaluationPages(), variant, 0.9, 0.7);
    }

    @Test
    void pagesThatNoWeightWasFittedOnAreSegmentedToo() throws IOException, URISyntaxException {
        PageScore score = new PageScore();
        ownPages().forEach(score::add);

        assertThat(score.figure("text.kept")).isEqualTo(1.0);
        assertThat(score.figure("articles.f1")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.figure("headline")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.figure("reporters.f1")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.figure("body.order")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.97);
        assertThat(score.figure("dateline")).as("%s", score.misses()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void ourOwnPagesBearThemAsWell(String variant) throws IOException, URISyntaxException {
        assertBears(ownPages(), variant, 0.6, 0.75);
    }

    @Test
    void theSampleIssuesAreSegmentedAsTheirEditorsMeantThem() throws IOException {
        PageScore score = new PageScore();
        ScoreTable.pages(Path.of("..", "deploy", "samples")).forEach(score::add);

        assertThat(score.figure("articles.f1")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.93);
        assertThat(score.figure("headline")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.figure("furniture.kept_out")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.97);
        assertThat(score.figure("body.order")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.97);
    }

    private static void assertBears(List<GoldPage> pages, String variant, double articles, double headline) {
        PageScore score = new PageScore();
        pages.forEach(page -> score.add(ScoreTable.VARIANTS.get(variant).apply(page)));

        assertThat(score.figure("text.kept")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.figure("articles.f1")).as("%s", score.misses()).isGreaterThanOrEqualTo(articles);
        assertThat(score.figure("headline")).as("%s", score.misses()).isGreaterThanOrEqualTo(headline);
        assertThat(score.figure("body.order")).as("%s", score.misses()).isGreaterThanOrEqualTo(0.82);
    }

    private static List<GoldPage> evaluationPages() throws IOException {
        Path folder = Path.of(System.getProperty("broadsheet.eval", "absent"));
        assumeTrue(
                Files.isDirectory(folder.resolve("gold")),
                "no evaluation material at " + folder + "; set -Dbroadsheet.eval to score real pages");
        return ScoreTable.pages(folder);
    }

    private static List<GoldPage> ownPages() throws IOException, URISyntaxException {
        return ScoreTable.pages(
                Path.of(SegmentationScoresTest.class.getResource("gold").toURI()));
    }
}
