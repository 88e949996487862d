package dev.broadsheet.replay;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Holds a replay back, so that live pages are not: by its rate, and by how many records are under way. Kafka Streams takes
 * the record with the lowest timestamp first, so a live page waits for every replayed page that was sent before it; the
 * window bounds how many that can be.
 */
final class Pace {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final RateLimiter<Object> rate;
    private final long window;
    private final LongSupplier underWay;
    private final BooleanSupplier isThrough;
    private final Duration patience;

    /**
     * @param underWay counts the records that the stream still has before it
     * @param isThrough whether all of them have come out, although some are counted
     * @param patience how long to wait while their number does not get less
     */
    Pace(ReplayRequest request, LongSupplier underWay, BooleanSupplier isThrough, Duration patience) {
        long nanosPerRecord = Math.max(1, (long) (1e9 / request.recordsPerSecond()));
        this.rate = RateLimiter.smoothBuilder(Duration.ofNanos(nanosPerRecord)).build();
        this.window = request.window();
        this.underWay = underWay;
        this.isThrough = isThrough;
        this.patience = patience;
    }

    /**
     * Waits until a number of further records may be sent, no more of them than the window holds.
     *
     * @throws ReplayException when the stream does not work off what is under way
     */
    void await(int records) throws InterruptedException {
        rate.acquirePermits(records);
        Patience ours = new Patience(patience);
        for (long before = underWay.getAsLong();
                before + records > window && !isThrough.getAsBoolean();
                before = underWay.getAsLong()) {
            if (!ours.lasts(before)) {
                throw ReplayException.stalled(before + " records are under way", patience);
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }
}
