package dev.broadsheet.deadletter;

import dev.broadsheet.page.UnreadablePageException;
import dev.broadsheet.registry.Fault;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Tells a record that can never be processed from a fault that may pass. */
public final class Poison {

    /** A chain of causes longer than this is a loop. */
    private static final int DEEPEST_CAUSE = 50;

    private Poison() {}

    /**
     * Whether trying the same record again would fail in the same way.
     *
     * <p>The text domain is deterministic, so whatever it throws it will throw again: poison, running out of stack on a
     * deeply nested page included. What a serde or the registry throws, {@link Fault} judges. A record too large to send
     * is poison where a step finds it so before it sends it. Everything else that Kafka, the network or the disk throw may pass, and so may running out of memory. In
     * doubt it may pass: a dead letter is for ever, another try is not.
     */
    public static boolean isPoison(Throwable failure) {
        if (failure instanceof UnreadablePageException || failure instanceof RecordTooLargeException) {
            return true;
        }
        return Fault.of(failure).map(Fault.POISON::equals).orElseGet(() -> !comesFromTheSurroundings(failure));
    }

    private static boolean comesFromTheSurroundings(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (isOfTheSurroundings(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOfTheSurroundings(Throwable cause) {
        return cause instanceof KafkaException
                || cause instanceof UncheckedIOException
                || cause instanceof TimeoutException
                || cause instanceof InterruptedException
                || cause instanceof Error && !(cause instanceof StackOverflowError);
    }
}
