package dev.broadsheet.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A news title with the top-level codes that count as right.
 *
 * @param source the category under which the house that published it filed it
 */
record Title(String text, Set<String> accept, String source) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The titles of one file of the evaluation, one JSON object a line. */
    static List<Title> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(Title::parse)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read titles from " + file, broken);
        }
    }

    private static Title parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Set<String> accept = new LinkedHashSet<>();
            json.get("accept").forEach(code -> accept.add(code.asText()));
            return new Title(
                    json.get("text").asText(), accept, json.get("source").asText());
        } catch (IOException broken) {
            throw new UncheckedIOException("Not a title: " + line, broken);
        }
    }
}
