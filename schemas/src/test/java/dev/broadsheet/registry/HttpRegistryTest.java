package dev.broadsheet.registry;

import static dev.broadsheet.registry.ScriptedRegistry.hangUp;
import static dev.broadsheet.registry.ScriptedRegistry.json;
import static dev.broadsheet.registry.ScriptedRegistry.refusal;
import static dev.broadsheet.registry.ScriptedRegistry.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.registry.ScriptedRegistry.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a server that misbehaves. What a real registry answers is tested where one can be started. */
class HttpRegistryTest {

    private static final Schema NOTE = SchemaBuilder.record("Note")
            .namespace("dev.example")
            .fields()
            .requiredString("text")
            .endRecord();

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

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aBusyOrBrokenRegistryIsAskedAgain(int status) {
        try (ScriptedRegistry registry =
                new ScriptedRegistry(refusal(status, status, "not now"), hangUp(), json(200, "{\"id\":7}"))) {
            assertThat(client(registry.url()).register("s", NOTE)).isEqualTo(7);
            assertThat(registry.asked()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aRegistryThatStaysBrokenIsGivenUpWithinTheBound() {
        try (ScriptedRegistry registry = new ScriptedRegistry(refusal(503, 50302, "the leader is away"))) {
            RegistryException failure = failure(() -> client(registry.url()).register("pages-value", NOTE));
            assertThat(failure.fault()).isEqualTo(Fault.PASSING);
            assertThat(failure.status()).isEqualTo(503);
            assertThat(failure.errorCode()).isEqualTo(50302);
            assertThat(failure)
                    .hasMessageContaining("pages-value")
                    .hasMessageContaining("dev.example.Note")
                    .hasMessageContaining("503")
                    .hasMessageContaining("the leader is away");
            assertThat(registry.asked()).as("one attempt and three retries").hasSize(4);
        }
    }

    @Test
    void retriesCanBeSwitchedOff() {
        try (ScriptedRegistry registry = new ScriptedRegistry(refusal(503, 503, "no"))) {
            failure(() -> client(registry.url(), "max.retries", "0").register("s", NOTE));
            assertThat(registry.asked()).hasSize(1);
        }
    }

    @Test
    void aPauseThatTheRegistryAsksForIsBoundedByOurs() {
        Answer inAnHour = text(429, "application/json", "{}", Map.of("Retry-After", "3600"));
        try (ScriptedRegistry registry = new ScriptedRegistry(inAnHour, json(200, "{\"id\":7}"))) {
            assertThat(client(registry.url()).register("s", NOTE)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422})
    void aRefusalIsFinal(int status) {
        try (ScriptedRegistry registry = new ScriptedRegistry(refusal(status, status, "no"))) {
            RegistryException failure = failure(() -> client(registry.url()).register("s", NOTE));
            assertThat(failure.fault()).isEqualTo(Fault.SETUP);
            assertThat(registry.asked()).hasSize(1);
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
    void aRegistryThatNeverAnswersIsAPassingFault() {
        CountDownLatch over = new CountDownLatch(1);
        Answer silence = exchange -> await(over);
        Answer headersThenSilence = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(over);
        };
        for (Answer answer : List.of(silence, headersThenSilence)) {
            try (ScriptedRegistry registry = new ScriptedRegistry(answer)) {
                RegistryException failure = failure(() -> client(
                                registry.url(),
                                "max.retries",
                                "0",
                                "http.read.timeout.ms",
                                "200",
                                "http.connect.timeout.ms",
                                "200")
                        .schemaById(12));
                assertThat(failure.fault()).isEqualTo(Fault.PASSING);
            }
        }
        over.countDown();
    }

    @Test
    void whenTheFirstRegistryIsDownTheSecondIsAskedAndStaysPreferred() {
        ScriptedRegistry gone = new ScriptedRegistry(json(200, "[]"));
        gone.close();
        try (ScriptedRegistry second = new ScriptedRegistry(json(200, "[1]"))) {
            SchemaRegistryClient client = client(gone.url() + "," + second.url(), "max.retries", "0");
            assertThat(client.versions("s")).containsExactly(1);
            assertThat(client.versions("s")).containsExactly(1);
            assertThat(second.asked()).hasSize(2);
        }
    }

    @Test
    void whenTheFirstRegistryFallsOverTheSecondTakesOver() {
        try (ScriptedRegistry first = new ScriptedRegistry(json(200, "[1]"), refusal(500, 50001, "out of space"));
                ScriptedRegistry second = new ScriptedRegistry(json(200, "[2]"))) {
            SchemaRegistryClient client = client(first.url() + ", " + second.url(), "max.retries", "0");
            assertThat(client.versions("s")).containsExactly(1);
            assertThat(client.versions("s")).containsExactly(2);
            assertThat(client.versions("s")).containsExactly(2);
            assertThat(first.asked()).hasSize(2);
        }
    }

    @Test
    void whenNoRegistryIsThereTheErrorSaysWhatWasAskedAndWhere() {
        ScriptedRegistry gone = new ScriptedRegistry(json(200, "[]"));
        gone.close();
        RegistryException failure = failure(() -> client(gone.url()).register("pages-value", NOTE));
        assertThat(failure.fault()).isEqualTo(Fault.PASSING);
        assertThat(failure.status()).isZero();
        assertThat(failure).hasMessageContaining("pages-value").hasMessageContaining(gone.url());
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedRegistry registry = new ScriptedRegistry(exchange -> await(over))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> client(registry.url()).versions("s"))
                    .isInstanceOf(org.apache.kafka.common.errors.InterruptException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        over.countDown();
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

    private static SchemaRegistryClient client(String urls, String... settings) {
        Map<String, Object> config = new HashMap<>();
        config.put("schema.registry.url", urls);
        config.put("retries.wait.ms", "1");
        config.put("retries.max.wait.ms", "5");
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        return SchemaRegistryClient.of(config);
    }

    private static RegistryException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        RegistryException failure = catchThrowableOfType(RegistryException.class, call);
        assertThat(failure).as("a RegistryException").isNotNull();
        return failure;
    }

    private static Answer schemaAnswer(Schema schema) {
        return json(
                200,
                new ObjectMapper()
                        .createObjectNode()
                        .put("schema", schema.toString())
                        .toString());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
