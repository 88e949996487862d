package dev.broadsheet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {

    @ParameterizedTest
    @MethodSource
    void passes(Throwable failure) {
        assertThat(Fault.of(failure)).contains(Fault.PASSING);
        assertThat(Fault.isPassing(failure)).isTrue();
        assertThat(Fault.isPoison(failure)).isFalse();
    }

    static Stream<Throwable> passes() {
        return Stream.of(
                new RegistryException(Fault.PASSING, 503, 50302, "no leader", null),
                new KafkaException("in the stream", new RegistryException(Fault.PASSING, 0, 0, "down", null)),
                new TimeoutException("broker or, from Confluent's serdes, registry"),
                new DisconnectException("registry behind a bad gateway"),
                new SerializationException("Error serializing Avro message", new ConnectException("refused")),
                new SerializationException("Error serializing Avro message", new IOException("connection reset")));
    }

    @ParameterizedTest
    @MethodSource
    void isPoison(Throwable failure) {
        assertThat(Fault.of(failure)).contains(Fault.POISON);
        assertThat(Fault.isPoison(failure)).isTrue();
    }

    static Stream<Throwable> isPoison() {
        return Stream.of(
                new RegistryException(Fault.POISON, 404, 40403, "schema id 12", null),
                new SerializationException("Unknown magic byte!"),
                new SerializationException("Error deserializing Avro message", new EOFException()),
                new SerializationException(
                        "Error deserializing Avro message",
                        new InvalidNumberEncodingException("Invalid long encoding")),
                new SerializationException(
                        "Error deserializing Avro message", new ArrayIndexOutOfBoundsException("Index 9")),
                new SerializationException(
                        "Error retrieving Avro unknown schema for id 12",
                        new RestClientException("Schema 12 not found; error code: 40403")));
    }

    @ParameterizedTest
    @MethodSource
    void isTheSetups(Throwable failure) {
        assertThat(Fault.of(failure)).contains(Fault.SETUP);
        assertThat(Fault.isPassing(failure) || Fault.isPoison(failure)).isFalse();
    }

    static Stream<Throwable> isTheSetups() {
        return Stream.of(
                new RegistryException(Fault.SETUP, 409, 409, "incompatible", null),
                new AuthenticationException("wrong password"),
                new TopicAuthorizationException("broadsheet.pages"),
                new InvalidConfigurationException("version 3 cannot represent it"),
                new ConfigException("Missing schema.registry.url"),
                new SerializationException(
                        "Error registering Avro schema",
                        new RestClientException("Schema being registered is incompatible; error code: 409")));
    }

    @Test
    void whatComesFromNoSerdeIsJudgedElsewhere() {
        assertThat(Fault.of(new IllegalStateException("a bug"))).isEmpty();
        assertThat(Fault.of(null)).isEmpty();
    }

    @Test
    void aCauseThatIsItsOwnCauseEnds() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));
        assertThat(Fault.of(one)).isEmpty();
    }

    /** Stands for Confluent's class of this name, whose message ends like this. */
    private static final class RestClientException extends Exception {
        private static final long serialVersionUID = 1L;

        RestClientException(String message) {
            super(message);
        }
    }
}
