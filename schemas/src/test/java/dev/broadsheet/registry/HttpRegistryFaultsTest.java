package dev.broadsheet.registry;

import static dev.broadsheet.registry.RegistryCalls.NOTE;
import static dev.broadsheet.registry.RegistryCalls.client;
import static dev.broadsheet.registry.RegistryCalls.failure;
import static dev.broadsheet.registry.ScriptedRegistry.hangUp;
import static dev.broadsheet.registry.ScriptedRegistry.json;
import static dev.broadsheet.registry.ScriptedRegistry.refusal;
import static dev.broadsheet.registry.ScriptedRegistry.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.registry.ScriptedRegistry.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client and registries that are busy, broken, slow, or not there. */
class HttpRegistryFaultsTest {

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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
