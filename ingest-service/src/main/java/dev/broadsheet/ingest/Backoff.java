package dev.broadsheet.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long to leave something alone that failed: a second, then twice as long each time, up to a bound. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration longest;
    private Duration pause = Duration.ZERO;
    private Instant until = Instant.MIN;

    Backoff(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    boolean isOver() {
        return !clock.instant().isBefore(until);
    }

    /** Notes a failure and tells how long the pause is. */
    Duration fail() {
        Duration next = pause.isZero() ? FIRST : pause.multipliedBy(2);
        pause = next.compareTo(longest) > 0 ? longest : next;
        until = clock.instant().plus(pause);
        return pause;
    }

    void succeed() {
        pause = Duration.ZERO;
        until = Instant.MIN;
    }
}
