package dev.broadsheet.replay;

import dev.failsafe.RateLimiter;
import java.time.Duration;

/**
 * Holds a replay back, so that live pages are not: by its rate, and by how many records are under way. Kafka Streams takes
 * the record with the lowest timestamp first, so a live page waits for every replayed page that was sent before it; the
 * window bounds how many that can be.
 */
final class Pace {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final RateLimiter<Object> rate;
    private final StreamPosition stream;
    private final long window;

    Pace(ReplayRequest request, StreamPosition stream) {
        long nanosPerRecord = Math.max(1, (long) (1e9 / request.recordsPerSecond()));
        this.rate = RateLimiter.smoothBuilder(Duration.ofNanos(nanosPerRecord)).build();
        this.stream = stream;
        this.window = request.window();
    }

    /** Waits until a number of further records may be sent, no more of them than the window holds. */
    void await(int records) throws InterruptedException {
        rate.acquirePermits(records);
        while (stream.backlog() + records > window && !stream.isThrough()) {
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }
}
