package dev.broadsheet.service;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers the fault that struck last, for as long as it may still be there, and how long to wait before the next try.
 * Nothing tells that a fault is over but that it does not strike again: after twice the pause, it counts as past.
 */
final class Faults {

    private static final Duration AFTERMATH = Duration.ofSeconds(10);

    private final Duration firstPause;
    private final Duration longestPause;
    private final LongSupplier nanos;
    private String message;
    private Duration pause = Duration.ZERO;
    private long struckAt;

    Faults(Duration firstPause, Duration longestPause, LongSupplier nanos) {
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.nanos = nanos;
    }

    /** Takes note of a fault and says how long to wait. */
    synchronized Duration struck(Throwable failure) {
        Duration next = current() == null ? firstPause : pause.multipliedBy(2);
        pause = next.compareTo(longestPause) > 0 ? longestPause : next;
        message = deepest(failure);
        struckAt = nanos.getAsLong();
        return pause;
    }

    /** The fault that may still be there; null when there is none. */
    synchronized String current() {
        boolean past = nanos.getAsLong() - struckAt
                > pause.multipliedBy(2).plus(AFTERMATH).toNanos();
        return message == null || past ? null : message;
    }

    /** The deepest cause that says something; those of Java's network often have no message. */
    private static String deepest(Throwable failure) {
        Throwable telling = failure;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 50; depth++) {
            telling = cause.getMessage() == null ? telling : cause;
            cause = cause.getCause();
        }
        return telling.getClass().getSimpleName() + ": " + telling.getMessage();
    }
}
