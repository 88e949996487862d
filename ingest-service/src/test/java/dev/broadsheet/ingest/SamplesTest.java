package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.config.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample pages are pages, and their gold annotations place every line. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "deploy", "samples");
    private static final PageFiles FILES =
            PageFiles.of(Configuration.of(Map.of(), KafkaSettings.of(Map.of())).ingest());

    static List<Path> pages() throws IOException {
        return FILES.list(SAMPLES);
    }

    @Test
    void thereAreTwoIssuesAndAnUndatedPage() throws IOException {
        List<String> issues = new ArrayList<>();
        for (Path page : pages()) {
            issues.add(String.valueOf(FILES.read(page).id().issueDate()));
        }
        assertThat(issues).hasSizeGreaterThanOrEqualTo(8).contains("2024-05-16", "2024-05-17", "null");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPrintedLineHasOneRoleInOnePlace(Path page) throws IOException {
        List<String> lines = Files.readString(page).lines().toList();
        JsonNode gold = gold(page);
        List<Integer> placed = new ArrayList<>();
        gold.path("furniture").forEach(range -> place(range, placed));
        gold.path("articles")
                .forEach(article -> article.path("lines").forEach(role -> role.forEach(range -> place(range, placed))));
        List<Integer> printed = Stream.iterate(1, n -> n + 1)
                .limit(lines.size())
                .filter(n -> !lines.get(n - 1).isBlank())
                .toList();

        assertThat(placed.stream()
                        .filter(n -> n > lines.size() || !lines.get(n - 1).isBlank()))
                .containsExactlyInAnyOrderElementsOf(printed);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whoeverAndWhateverIsAnnotatedIsPrinted(Path page) throws IOException {
        String text = Files.readString(page).replaceAll("\\s", "");
        JsonNode gold = gold(page);
        gold.path("articles").forEach(article -> {
            article.path("people").forEach(person -> assertPrinted(text, person.path("name")));
            for (String field : List.of("organizations", "places", "reporters", "photographers")) {
                article.path(field).forEach(name -> assertPrinted(text, name));
            }
        });
    }

    private static void assertPrinted(String text, JsonNode name) {
        assertThat(text).contains(name.asText());
    }

    private static void place(JsonNode range, List<Integer> placed) {
        for (int line = range.path(0).asInt(); line <= range.path(1).asInt(); line++) {
            placed.add(line);
        }
    }

    private static JsonNode gold(Path page) throws IOException {
        String name = MediaTypes.stem(page.getFileName().toString()) + ".json";
        return new ObjectMapper()
                .readTree(Files.readString(SAMPLES.resolve("gold").resolve(name)));
    }
}
