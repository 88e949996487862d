package dev.broadsheet.replay;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * Holds a replay back, so that live pages are not: by its rate, and by how many records are under way. Kafka Streams takes
 * the record with the lowest timestamp first, so a live page waits for every replayed page that was sent before it; the
 * window bounds how many that can be.
 */
final class Pace {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final RateLimiter<Object> rate;
    private final PipelineBacklog backlog;
    private final long window;

    Pace(ReplayRequest request, PipelineBacklog backlog) {
        long nanosPerPage = Math.max(1, (long) (1e9 / request.pagesPerSecond()));
        this.rate = RateLimiter.smoothBuilder(Duration.ofNanos(nanosPerPage)).build();
        this.backlog = backlog;
        this.window = request.window();
    }

    /** Waits until a number of further pages may be sent. */
    void await(int pages) throws InterruptedException, ExecutionException {
        rate.acquirePermits(pages);
        while (backlog.records() >= window) {
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }
}
