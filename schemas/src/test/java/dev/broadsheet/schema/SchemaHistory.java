package dev.broadsheet.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.generic.GenericData;

/** The versions of one schema that have been committed, {@code v1.avsc} first, each whole in one file. */
record SchemaHistory(List<Schema> versions) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a folder of versions; a folder that is not there holds none. */
    static SchemaHistory read(Path folder) throws IOException {
        List<Schema> versions = new ArrayList<>();
        for (Path file = file(folder, 1); Files.exists(file); file = file(folder, versions.size() + 1)) {
            versions.add(new Schema.Parser().parse(Files.readString(file)));
        }
        return new SchemaHistory(List.copyOf(versions));
    }

    static Path file(Path folder, int version) {
        return folder.resolve("v" + version + ".avsc");
    }

    /** A schema as it is committed and registered: types in place, without Java's names for strings. */
    static Schema published(Schema schema) throws IOException {
        JsonNode json = JSON.readTree(schema.toString());
        json.findParents(GenericData.STRING_PROP).forEach(node -> ((ObjectNode) node).remove(GenericData.STRING_PROP));
        return new Schema.Parser().parse(json.toString());
    }

    static String text(Schema schema) {
        return SchemaFormatter.format("json/pretty", schema) + "\n";
    }

    /** Whether a schema is the newest version; a change of documentation alone makes no new one. */
    boolean endsWith(Schema schema) {
        return !versions.isEmpty() && versions.get(versions.size() - 1).equals(schema);
    }

    /**
     * Holds a schema to BACKWARD_TRANSITIVE: it must read what every earlier version wrote.
     *
     * @return what is wrong with it; empty when nothing is
     */
    Optional<String> complaint(Schema schema) {
        for (int i = 0; i < versions.size(); i++) {
            var result = SchemaCompatibility.checkReaderWriterCompatibility(schema, versions.get(i));
            if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
                return Optional.of("it cannot read what v" + (i + 1) + " wrote: "
                        + result.getResult().getIncompatibilities());
            }
        }
        return Optional.empty();
    }
}
