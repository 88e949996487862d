package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void offsetsCountCodePointsSoThatRareCharactersShiftNothing() throws IOException {
        // U+20BB7 is two chars in Java and one character to everybody else.
        JsonNode line = json.readTree(analyze("𠮷昨日上海下雨").get(0));

        JsonNode day = line.path("dates").get(0);
        assertThat(day.path("text").asText()).isEqualTo("昨日");
        assertThat(day.path("start").asInt()).isEqualTo(1);
        assertThat(day.path("end").asInt()).isEqualTo(3);
        assertThat(day.path("from").asText()).isEqualTo("2024-07-20");
    }

    @Test
    void entitiesAreTypedAndQuoted() throws IOException {
        JsonNode line = json.readTree(analyze("新华社北京电").get(0));

        assertThat(line.path("entities")).anySatisfy(entity -> {
            assertThat(entity.path("type").asText()).isIn("place", "organization");
            int start = entity.path("start").asInt();
            int end = entity.path("end").asInt();
            assertThat(entity.path("text").asText()).isEqualTo("新华社北京电".substring(start, end));
        });
    }

    @Test
    void anEmptyLineGivesAnEmptyResult() throws IOException {
        List<String> lines = analyze("昨日\n\n今日");

        assertThat(lines).hasSize(3);
        assertThat(json.readTree(lines.get(1)).path("dates")).isEmpty();
        assertThat(json.readTree(lines.get(2)).path("dates")).hasSize(1);
    }

    @Test
    void withoutLinesTheWholeTextIsOne() throws IOException {
        Path text = Files.writeString(folder.resolve("t.txt"), "昨日\n今日\n");

        assertThat(CommandLineRun.of("analyze", "--json", text.toString()).lines())
                .hasSize(1);
    }

    private List<String> analyze(String text) throws IOException {
        Path file = Files.write(folder.resolve("text.txt"), text.getBytes(StandardCharsets.UTF_8));
        CommandLineRun run =
                CommandLineRun.of("analyze", "--lines", "--json", "--issue-date", "2024-07-21", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return Arrays.asList(run.out().split("\n"));
    }
}
