package dev.broadsheet.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.UnreadablePageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.DateTimeException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoisonTest {

    static Stream<Throwable> whatTheRecordIsToBlameFor() {
        return Stream.of(
                new UnreadablePageException("the page is empty"),
                new SerializationException("wrong magic byte"),
                new SerializationException("truncated", new java.io.EOFException()),
                new RecordTooLargeException("an article of 40 MB"),
                new IllegalArgumentException("no page id"),
                new IllegalStateException("a mistake of the program"),
                new NullPointerException(),
                new DateTimeException("31 February"),
                new IndexOutOfBoundsException(7),
                new StackOverflowError());
    }

    static Stream<Throwable> whatMayPass() {
        return Stream.of(
                new TimeoutException("the broker does not answer"),
                new DisconnectException(),
                new ProducerFencedException("another took over"),
                new TopicAuthorizationException("an operator forgot a permission"),
                new InterruptException("shutting down"),
                new ProcessorStateException("the disk is full"),
                // The producer reports late: the record in work is not the one that was too large.
                new StreamsException(new RecordTooLargeException("an article of 40 MB")),
                new StreamsException("no room", new IOException("No space left on device")),
                new UncheckedIOException(new IOException("the volume is gone")),
                new SerializationException("asking the registry", new ConnectException("refused")),
                new RuntimeException(new java.util.concurrent.TimeoutException()),
                new OutOfMemoryError());
    }

    @ParameterizedTest
    @MethodSource("whatTheRecordIsToBlameFor")
    void aRecordThatWillFailForEverIsPoison(Throwable failure) {
        assertThat(Poison.isPoison(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("whatMayPass")
    void aFaultThatMayPassNeverMakesADeadLetter(Throwable failure) {
        assertThat(Poison.isPoison(failure)).isFalse();
    }

    @Test
    void causesThatGoRoundInACircleAreJudgedAllTheSame() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("other", one));

        assertThat(Poison.isPoison(one)).isTrue();
    }
}
