package dev.broadsheet.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.registry.RegistryHttp.Question;
import dev.broadsheet.registry.RegistryHttp.RefusalJudge;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A registry over HTTP, by the REST protocol of Confluent's Schema Registry
 * (<a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">API reference</a>).
 */
final class HttpRegistry implements SchemaRegistryClient {

    private static final RefusalJudge SETUP = (status, code) -> Fault.SETUP;
    /** A record that names a schema the registry has never seen cannot be read; other refusals are the set-up's. */
    private static final RefusalJudge OF_AN_ID =
            (status, code) -> code == RegistryException.SCHEMA_NOT_FOUND ? Fault.POISON : Fault.SETUP;

    private static final int DEEPEST_REFERENCE = 16;

    private final RegistryHttp http;
    private final boolean normalize;

    HttpRegistry(RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
        this.normalize = settings.normalize();
    }

    @Override
    public int register(String subject, Schema schema) {
        String asked = "registering " + schema.getFullName() + " under subject " + subject;
        return id(
                http.ask(new Question("POST", path(subject) + "/versions" + options(), body(schema), asked, SETUP)),
                asked);
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        String asked = "looking up " + schema.getFullName() + " in subject " + subject;
        return id(http.ask(new Question("POST", path(subject) + options(), body(schema), asked, SETUP)), asked);
    }

    @Override
    public Schema schemaById(int id) {
        String asked = "fetching schema id " + id;
        return schema(get("/schemas/ids/" + id, asked, OF_AN_ID), asked, Fault.POISON);
    }

    @Override
    public RegisteredSchema latest(String subject) {
        String asked = "fetching the latest version of subject " + subject;
        JsonNode answer = get(path(subject) + "/versions/latest", asked, SETUP);
        return new RegisteredSchema(
                subject, answer.path("version").asInt(), answer.path("id").asInt(), schema(answer, asked, Fault.SETUP));
    }

    @Override
    public List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        get("/subjects", "listing subjects", SETUP).forEach(name -> subjects.add(name.asText()));
        return subjects;
    }

    @Override
    public List<Integer> versions(String subject) {
        List<Integer> versions = new ArrayList<>();
        get(path(subject) + "/versions", "listing the versions of subject " + subject, SETUP)
                .forEach(version -> versions.add(version.asInt()));
        return versions;
    }

    @Override
    public String compatibility(String subject) {
        return get(
                        "/config/" + encode(subject) + "?defaultToGlobal=true",
                        "reading the compatibility of subject " + subject,
                        SETUP)
                .path("compatibilityLevel")
                .asText();
    }

    @Override
    public void setCompatibility(String subject, String level) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("compatibility", level);
        String asked = "setting the compatibility of subject " + subject + " to " + level;
        http.ask(new Question("PUT", "/config/" + encode(subject), body, asked, SETUP));
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode get(String path, String asked, RefusalJudge judge) {
        return http.ask(new Question("GET", path, null, asked, judge));
    }

    private static int id(JsonNode answer, String asked) {
        JsonNode id = answer.path("id");
        if (!id.canConvertToInt()) {
            throw unusable(Fault.SETUP, asked + ": the answer holds no schema id; is this a schema registry?", null);
        }
        return id.intValue();
    }

    private Schema schema(JsonNode answer, String asked, Fault whenUnusable) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw unusable(whenUnusable, asked + ": the schema is " + type + ", not Avro", null);
        }
        try {
            Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
            parseReferences(answer, parser, 0);
            return parser.parse(answer.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw unusable(whenUnusable, asked + ": the schema does not parse: " + e.getMessage(), e);
        }
    }

    /** A schema may name types that are registered under other subjects; they come first. */
    private void parseReferences(JsonNode answer, Schema.Parser parser, int depth) {
        if (depth > DEEPEST_REFERENCE) {
            throw new AvroRuntimeException("references are nested more than " + DEEPEST_REFERENCE + " deep");
        }
        for (JsonNode reference : answer.path("references")) {
            if (!parser.getTypes().containsKey(reference.path("name").asText())) {
                String subject = reference.path("subject").asText();
                int version = reference.path("version").asInt();
                JsonNode referred = get(
                        path(subject) + "/versions/" + version,
                        "fetching version " + version + " of subject " + subject,
                        SETUP);
                parseReferences(referred, parser, depth + 1);
                parser.parse(referred.path("schema").asText());
            }
        }
    }

    private static RegistryException unusable(Fault fault, String message, Throwable cause) {
        return new RegistryException(fault, 200, 200, message, cause);
    }

    private String options() {
        return normalize ? "?normalize=true" : "";
    }

    private static ObjectNode body(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    }

    private static String path(String subject) {
        return "/subjects/" + encode(subject);
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
