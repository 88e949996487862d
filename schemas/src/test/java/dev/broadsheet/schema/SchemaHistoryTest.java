package dev.broadsheet.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever reads a topic from its start meets every version of its schema that ever wrote to it. So each version is
 * committed under {@code src/main/avro-history}, and each schema must read them all.
 */
class SchemaHistoryTest {

    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
    private static final Path HISTORY = MODULE.resolve("src/main/avro-history");
    private static final Path PROPOSED = MODULE.resolve("target/avro-history");

    static Stream<Schema> schemas() {
        return Stream.of(
                RawPage.getClassSchema(),
                SegmentedPage.getClassSchema(),
                PageState.getClassSchema(),
                Article.getClassSchema(),
                DeadLetter.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaReadsWhatEveryEarlierVersionWrote(Schema schema) throws Exception {
        assertThat(SchemaHistory.read(HISTORY.resolve(schema.getName())).complaint(schema))
                .as(
                        "%s.avsc departs from its history. Give new fields a default, keep names and types; what cannot be"
                                + " changed like that becomes a new field",
                        schema.getName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theNewestVersionOfASchemaIsCommitted(Schema schema) throws Exception {
        Schema published = SchemaHistory.published(schema);
        Path folder = HISTORY.resolve(schema.getName());
        SchemaHistory history = SchemaHistory.read(folder);
        if (!history.endsWith(published)) {
            int version = history.versions().size() + 1;
            Path proposed = SchemaHistory.file(PROPOSED.resolve(schema.getName()), version);
            Files.createDirectories(proposed.getParent());
            Files.writeString(proposed, SchemaHistory.text(published));
            fail(
                    "%s.avsc has changed since its last committed version. If that is meant, commit the new one:%n"
                            + "  mkdir -p %s && cp %s %s",
                    schema.getName(), folder, proposed, SchemaHistory.file(folder, version));
        }
    }

    @Test
    void aChangeIsNoticedAndAnotherWordingIsNot() {
        Schema v1 = SchemaBuilder.record("Note")
                .doc("One.")
                .fields()
                .requiredString("text")
                .endRecord();
        Schema reworded = SchemaBuilder.record("Note")
                .doc("Another.")
                .fields()
                .requiredString("text")
                .endRecord();
        Schema v2 = SchemaBuilder.record("Note")
                .fields()
                .requiredString("text")
                .optionalString("by")
                .endRecord();
        SchemaHistory history = new SchemaHistory(List.of(v1));
        assertThat(history.endsWith(reworded)).isTrue();
        assertThat(history.endsWith(v2)).isFalse();
    }

    @Test
    void everySchemaHasAHistoryAndEveryHistoryASchema() throws Exception {
        List<String> checked = schemas().map(Schema::getName).toList();
        assertThat(names(HISTORY)).containsExactlyInAnyOrderElementsOf(checked);
        assertThat(names(MODULE.resolve("src/main/avro"))).containsExactlyInAnyOrderElementsOf(checked);
    }

    private static List<String> names(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".avsc", ""))
                    .toList();
        }
    }

    @Test
    void aFieldWithoutDefaultIsNoticed() {
        Schema v1 = SchemaBuilder.record("Note").fields().requiredString("text").endRecord();
        Schema v2 = SchemaBuilder.record("Note")
                .fields()
                .requiredString("text")
                .requiredLong("at")
                .endRecord();
        assertThat(new SchemaHistory(List.of(v1)).complaint(v2))
                .get()
                .asString()
                .contains("v1", "at");
    }

    @Test
    void aDepartureFromAnyEarlierVersionIsNoticedNotOnlyFromTheLast() {
        Schema v1 = SchemaBuilder.record("Note").fields().requiredString("text").endRecord();
        Schema v2 = SchemaBuilder.record("Note")
                .fields()
                .requiredString("text")
                .requiredLong("at")
                .endRecord();
        assertThat(new SchemaHistory(List.of(v2)).complaint(v2)).isEmpty();
        assertThat(new SchemaHistory(List.of(v1, v2)).complaint(v2))
                .get()
                .asString()
                .contains("v1");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldIsDocumented(Schema schema) {
        assertThat(undocumented(schema, new java.util.HashSet<>())).isEmpty();
    }

    private static List<String> undocumented(Schema schema, java.util.Set<String> seen) {
        List<String> found = new java.util.ArrayList<>();
        switch (schema.getType()) {
            case ARRAY -> found.addAll(undocumented(schema.getElementType(), seen));
            case UNION -> schema.getTypes().forEach(type -> found.addAll(undocumented(type, seen)));
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    for (Schema.Field field : schema.getFields()) {
                        if (field.doc() == null || field.doc().isBlank()) {
                            found.add(schema.getName() + "." + field.name());
                        }
                        found.addAll(undocumented(field.schema(), seen));
                    }
                }
            }
            default -> {
                // a scalar has its documentation in the field that holds it
            }
        }
        return found;
    }
}
