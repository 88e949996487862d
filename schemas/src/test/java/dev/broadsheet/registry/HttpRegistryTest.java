package dev.broadsheet.registry;

import static dev.broadsheet.registry.RegistryCalls.NOTE;
import static dev.broadsheet.registry.RegistryCalls.client;
import static dev.broadsheet.registry.RegistryCalls.failure;
import static dev.broadsheet.registry.ScriptedRegistry.json;
import static dev.broadsheet.registry.ScriptedRegistry.refusal;
import static dev.broadsheet.registry.ScriptedRegistry.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.registry.ScriptedRegistry.Answer;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What the client asks, and how it reads answers, odd ones too. What a real registry answers is tested where one can be started. */
class HttpRegistryTest {

    @Test
    void registeringPostsTheSchemaAndReadsTheId() throws Exception {
        try (ScriptedRegistry registry = new ScriptedRegistry(json(200, "{\"id\":7}"))) {
            assertThat(client(registry.url()).register("pages-value", NOTE)).isEqualTo(7);
            ScriptedRegistry.Asked asked = registry.asked().get(0);
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.uri()).isEqualTo("/subjects/pages-value/versions");
            assertThat(asked.headers()).containsEntry("content-type", "application/vnd.schemaregistry.v1+json");
            assertThat(new Schema.Parser()
                            .parse(new ObjectMapper()
                                    .readTree(asked.body())
                                    .path("schema")
                                    .asText()))
                    .isEqualTo(NOTE);
        }
    }

    @Test
    void lookingUpAsksTheSubjectItself() {
        try (ScriptedRegistry registry =
                new ScriptedRegistry(json(200, "{\"subject\":\"s\",\"version\":1,\"id\":9}"))) {
            assertThat(client(registry.url()).lookUp("s", NOTE)).isEqualTo(9);
            assertThat(registry.asked().get(0).uri()).isEqualTo("/subjects/s");
        }
    }

    @Test
    void aSubjectsNameIsEscaped() {
        try (ScriptedRegistry registry = new ScriptedRegistry(json(200, "[1,2,5]"))) {
            assertThat(client(registry.url()).versions("云汀/a b")).containsExactly(1, 2, 5);
            assertThat(registry.asked().get(0).uri()).isEqualTo("/subjects/%E4%BA%91%E6%B1%80%2Fa%20b/versions");
        }
    }

    @Test
    void normalizingIsAskedForWhereItIsConfigured() {
        try (ScriptedRegistry registry = new ScriptedRegistry(json(200, "{\"id\":7}"))) {
            client(registry.url(), "normalize.schemas", "true").register("s", NOTE);
            assertThat(registry.asked().get(0).uri()).isEqualTo("/subjects/s/versions?normalize=true");
        }
    }

    @Test
    void aRegistryBehindAPathIsReached() {
        try (ScriptedRegistry registry = new ScriptedRegistry(schemaAnswer(NOTE))) {
            assertThat(client(registry.url() + "/apis/ccompat/v7/").schemaById(3))
                    .isEqualTo(NOTE);
            assertThat(registry.asked().get(0).uri()).isEqualTo("/apis/ccompat/v7/schemas/ids/3");
        }
    }

    @Test
    void latestTellsVersionAndId() {
        String answer = "{\"subject\":\"s\",\"version\":4,\"id\":11,\"schema\":\"\\\"string\\\"\"}";
        try (ScriptedRegistry registry = new ScriptedRegistry(json(200, answer))) {
            assertThat(client(registry.url()).latest("s"))
                    .isEqualTo(new RegisteredSchema("s", 4, 11, Schema.create(Schema.Type.STRING)));
        }
    }

    @Test
    void compatibilityIsReadAndSet() {
        try (ScriptedRegistry registry = new ScriptedRegistry(
                json(200, "{\"compatibilityLevel\":\"BACKWARD\"}"), json(200, "{\"compatibility\":\"FULL\"}"))) {
            SchemaRegistryClient client = client(registry.url());
            assertThat(client.compatibility("s")).isEqualTo("BACKWARD");
            client.setCompatibility("s", "FULL");
            assertThat(registry.asked().get(1).method()).isEqualTo("PUT");
            assertThat(registry.asked().get(1).body()).isEqualTo("{\"compatibility\":\"FULL\"}");
        }
    }

    @Test
    void aSchemaThatRefersToOthersComesWithThem() {
        Answer main = json(200, """
                {"schema":"{\\"type\\":\\"record\\",\\"name\\":\\"Box\\",\\"namespace\\":\\"dev.example\\",\\"fields\\":[{\\"name\\":\\"note\\",\\"type\\":\\"dev.example.Note\\"}]}",
                 "references":[{"name":"dev.example.Note","subject":"note","version":2}]}
                """);
        try (ScriptedRegistry registry = new ScriptedRegistry(main, schemaAnswer(NOTE))) {
            assertThat(client(registry.url()).schemaById(1).getField("note").schema())
                    .isEqualTo(NOTE);
            assertThat(registry.asked().get(1).uri()).isEqualTo("/subjects/note/versions/2");
        }
    }

    @Test
    void aSchemaThatRefersToItselfIsRefusedAndNotFollowedForEver() {
        Answer circle = json(
                200,
                "{\"schema\":\"\\\"x.A\\\"\",\"references\":[{\"name\":\"x.A\",\"subject\":\"a\",\"version\":1}]}");
        try (ScriptedRegistry registry = new ScriptedRegistry(circle)) {
            assertThatThrownBy(() -> client(registry.url()).schemaById(1)).hasMessageContaining("nested");
        }
    }

    @Test
    void anUnknownSchemaIdIsTheRecordsFaultAndOneThatIsNotRegisteredTheSetups() {
        try (ScriptedRegistry registry = new ScriptedRegistry(refusal(404, 40403, "Schema 12 not found"))) {
            RegistryException reading = failure(() -> client(registry.url()).schemaById(12));
            assertThat(reading.fault()).isEqualTo(Fault.POISON);
            assertThat(reading).hasMessageContaining("schema id 12").hasMessageContaining("40403");
            assertThat(failure(() -> client(registry.url()).lookUp("s", NOTE)).fault())
                    .isEqualTo(Fault.SETUP);
        }
    }

    @Test
    void aNotFoundOfAnotherServerBlamesNoRecord() {
        try (ScriptedRegistry registry =
                new ScriptedRegistry(text(404, "text/html", "<h1>nothing here</h1>", Map.of()))) {
            RegistryException failure = failure(() -> client(registry.url()).schemaById(12));
            assertThat(failure.fault()).isEqualTo(Fault.SETUP);
            assertThat(failure).hasMessageContaining("nothing here");
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsNoRegistry() {
        try (ScriptedRegistry registry = new ScriptedRegistry(text(200, "text/html", "<h1>welcome</h1>", Map.of()))) {
            RegistryException failure = failure(() -> client(registry.url()).schemaById(12));
            assertThat(failure.fault()).isEqualTo(Fault.SETUP);
            assertThat(failure).hasMessageContaining("is this a schema registry?");
        }
    }

    @Test
    void anAnswerWithoutAnIdIsNoId() {
        try (ScriptedRegistry registry = new ScriptedRegistry(json(200, "{}"))) {
            RegistryException failure = failure(() -> client(registry.url()).register("s", NOTE));
            assertThat(failure.fault()).isEqualTo(Fault.SETUP);
        }
    }

    @Test
    void aSchemaOfAnotherKindCannotBeRead() {
        try (ScriptedRegistry registry =
                new ScriptedRegistry(json(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}"))) {
            RegistryException failure = failure(() -> client(registry.url()).schemaById(12));
            assertThat(failure.fault()).isEqualTo(Fault.POISON);
            assertThat(failure).hasMessageContaining("PROTOBUF");
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        Answer endless = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 20];
            for (int sent = 0; sent < 64; sent++) {
                exchange.getResponseBody().write(block);
            }
        };
        try (ScriptedRegistry registry = new ScriptedRegistry(endless)) {
            RegistryException failure =
                    failure(() -> client(registry.url(), "max.retries", "0").schemaById(12));
            assertThat(failure).hasMessageContaining("longer than");
        }
    }

    @Test
    void idsAndSchemasAreAskedForOnce() {
        try (ScriptedRegistry registry = new ScriptedRegistry(json(200, "{\"id\":7}"), schemaAnswer(NOTE))) {
            SchemaRegistryClient client = client(registry.url());
            client.register("s", NOTE);
            client.register("s", NOTE);
            assertThat(client.schemaById(7)).isSameAs(client.schemaById(7));
            assertThat(registry.asked()).hasSize(2);
        }
    }

    @Test
    void manySerdesOfOneProcessAskAsOneClient() {
        try (ScriptedRegistry registry = new ScriptedRegistry(json(200, "{\"id\":7}"))) {
            SchemaRegistryClient first = client(registry.url(), "client.id", "segment-1");
            SchemaRegistryClient second = client(registry.url(), "client.id", "enrich-2");
            first.register("s", NOTE);
            second.register("s", NOTE);
            assertThat(registry.asked()).hasSize(1);
            assertThat(client(
                            registry.url(),
                            "basic.auth.credentials.source",
                            "USER_INFO",
                            "basic.auth.user.info",
                            "a:b"))
                    .as("another user is another client")
                    .isNotSameAs(first);
        }
    }

    @Test
    void passwordsStayOutOfMessages() {
        try (ScriptedRegistry registry = new ScriptedRegistry(refusal(401, 40101, "Unauthorized"))) {
            String url = registry.url().replace("://", "://scanner:hush@");
            RegistryException failure = failure(() -> client(url).register("s", NOTE));
            assertThat(failure).hasMessageContaining("401").hasMessageNotContaining("hush");
            assertThat(registry.asked().get(0).headers()).containsKey("authorization");
        }
    }

    private static Answer schemaAnswer(Schema schema) {
        return json(
                200,
                new ObjectMapper()
                        .createObjectNode()
                        .put("schema", schema.toString())
                        .toString());
    }
}
