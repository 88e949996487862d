package dev.broadsheet.deploy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of the deployment, parsed. */
final class DeploymentFiles {

    static final Path ROOT = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../..")
            .normalize();

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private DeploymentFiles() {}

    /** The documents of a YAML file. */
    static List<JsonNode> documents(String path) {
        YAMLFactory factory = (YAMLFactory) YAML.getFactory();
        try (YAMLParser parser = factory.createParser(Files.newBufferedReader(ROOT.resolve(path)));
                MappingIterator<JsonNode> documents = YAML.readValues(parser, JsonNode.class)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** A YAML or JSON file of one document. */
    static JsonNode document(String path) {
        List<JsonNode> documents = documents(path);
        if (documents.size() != 1) {
            throw new IllegalStateException(path + " has " + documents.size() + " documents");
        }
        return documents.get(0);
    }

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** A mapping of names to scalars. */
    static Map<String, String> scalars(JsonNode mapping) {
        Map<String, String> scalars = new TreeMap<>();
        mapping.properties()
                .forEach(entry -> scalars.put(entry.getKey(), entry.getValue().asText()));
        return scalars;
    }
}
