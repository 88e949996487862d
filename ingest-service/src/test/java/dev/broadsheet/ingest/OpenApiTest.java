package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.config.KafkaSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document is written by hand; this keeps it true. */
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private final JsonNode document = read();

    @Test
    void itDescribesExactlyTheRoutesThereAre() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        Set<String> routed = new TreeSet<>();
        for (HttpDoor.Route route : door().routes()) {
            routed.add(route.method().name() + " " + route.path());
        }

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(described).isEqualTo(routed);
    }

    @Test
    void pathParametersAreThoseOfThePath() {
        document.path("paths").properties().forEach(path -> {
            List<String> inPath = new ArrayList<>();
            Pattern.compile("\\{(\\w+)}").matcher(path.getKey()).results().forEach(match -> inPath.add(match.group(1)));
            List<String> described = new ArrayList<>();
            path.getValue()
                    .path("parameters")
                    .forEach(parameter -> described.add(parameter.path("name").asText()));
            assertThat(described).as(path.getKey()).isEqualTo(inPath);
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void answersHaveTheFieldsThatAreDescribed() {
        assertThat(properties("Receipt")).isEqualTo(components(Receipt.class));
        assertThat(properties("Problem")).isEqualTo(components(Problem.class));
    }

    @Test
    void everyRefusalOfAPageIsDescribedUnderItsStatus() {
        for (Refusal refusal : Refusal.values()) {
            if (refusal == Refusal.NOT_FOUND || refusal == Refusal.METHOD_NOT_ALLOWED) {
                continue; // of paths the document does not have
            }
            JsonNode response = document.at("/paths/~1v1~1pages/post/responses/" + refusal.status());
            String description = document.at(response.path("$ref").asText().substring(1))
                    .path("description")
                    .asText();
            assertThat(description).as(refusal.name()).contains(refusal.code());
        }
    }

    @Test
    void everyMediaTypeOfAPageIsDescribed() {
        JsonNode content = document.at("/paths/~1v1~1pages~1{publication}~1{date}~1{page}/put/requestBody/content");
        List<String> described = new ArrayList<>();
        content.fieldNames().forEachRemaining(described::add);
        assertThat(described).isEqualTo(MediaTypes.all());
    }

    private Set<String> properties(String schema) {
        Set<String> names = new TreeSet<>();
        document.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static Set<String> components(Class<? extends Record> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
        return names;
    }

    private static HttpDoor door() {
        IngestConfig config =
                Configuration.of(Map.of(), KafkaSettings.of(Map.of())).ingest();
        return new HttpDoor(
                config,
                new FakeKafka().pageProducer(),
                new BearerTokens(List.of()),
                new IngestMetrics(),
                () -> CheckResult.OK);
    }

    private static JsonNode read() {
        try (InputStream stream = HttpDoor.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
