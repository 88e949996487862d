package dev.broadsheet.replay;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Waits for work of others as long as it gets less. Not thread-safe. */
final class Patience {

    private final long longest;
    private final LongSupplier nanos;
    private long least = Long.MAX_VALUE;
    private long advancedAt;

    /** @param longest without any advance */
    Patience(Duration longest) {
        this(longest, System::nanoTime);
    }

    Patience(Duration longest, LongSupplier nanos) {
        this.longest = longest.toNanos();
        this.nanos = nanos;
    }

    /**
     * Takes note of how far the work is.
     *
     * @param left what is still to be done
     * @return false when it has not got less for too long
     */
    boolean lasts(long left) {
        long now = nanos.getAsLong();
        if (left < least) {
            least = left;
            advancedAt = now;
        }
        return now - advancedAt <= longest;
    }
}
