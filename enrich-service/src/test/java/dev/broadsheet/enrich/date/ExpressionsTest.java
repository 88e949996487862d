package dev.broadsheet.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.schema.DateMention;
import dev.broadsheet.text.ResourceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions on their own: our list, one by one, and the evaluation's list as a floor. */
class ExpressionsTest {

    private static final DateTagger TAGGER = new DateTagger();

    static Stream<List<String>> ownExpressions() {
        return Stream.of("expressions.txt", "further-expressions.txt")
                .flatMap(list -> ResourceLines.fields(ExpressionsTest.class, list).stream());
    }

    @ParameterizedTest
    @MethodSource("ownExpressions")
    void anExpressionMeansTheDaysAReaderWouldSay(List<String> line) {
        List<DateMention> dates = TAGGER.tag(line.get(1).replace('_', ' '), LocalDate.parse(line.get(0)));
        assertThat(dates)
                .extracting(date -> orDash(date.getFrom()) + ".." + orDash(date.getTo()))
                .as(line.get(1))
                .containsExactly(line.get(2) + ".." + line.get(3));
    }

    private static String orDash(String day) {
        return day == null ? "-" : day;
    }

    @Test
    void theEvaluationsExpressionsAreReadAsWellAsAgreed() throws IOException {
        String folder = System.getProperty("broadsheet.eval");
        Path file = folder == null ? null : Path.of(folder, "dates", "expressions.dev.jsonl");
        assumeTrue(
                file != null && Files.exists(file), "no evaluation material at broadsheet.eval: nothing to measure on");
        List<String> lines = Files.readAllLines(file);
        long right = lines.stream().filter(ExpressionsTest::isRight).count();
        assertThat((double) right / lines.size()).isGreaterThanOrEqualTo(0.95);
    }

    private static boolean isRight(String line) {
        try {
            JsonNode gold = new ObjectMapper().readTree(line);
            List<DateMention> dates = TAGGER.tag(
                    gold.get("text").asText(),
                    LocalDate.parse(gold.get("issueDate").asText()));
            return !dates.isEmpty()
                    && gold.get("from").asText().equals(dates.get(0).getFrom())
                    && gold.get("to").asText().equals(dates.get(0).getTo());
        } catch (IOException e) {
            throw new IllegalArgumentException("not a line of JSON: " + line, e);
        }
    }
}
