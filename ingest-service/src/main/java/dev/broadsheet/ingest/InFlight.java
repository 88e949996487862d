package dev.broadsheet.ingest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many pages may be under way at once, and the wait for the last of them when the service stops. */
final class InFlight {

    private final int most;
    private final Semaphore free;
    private volatile boolean stopping;

    InFlight(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /**
     * Takes a place; the caller gives it back with {@link #leave()}.
     *
     * @throws PageRefusedException when there is none, or the service is stopping
     */
    void enter() {
        if (stopping) {
            throw new PageRefusedException(Refusal.UNAVAILABLE, "The service is stopping; send the page again later.");
        }
        if (!free.tryAcquire()) {
            throw new PageRefusedException(
                    Refusal.TOO_MANY_IN_FLIGHT,
                    most + " pages are under way, and more are not taken at once; send the page again later.");
        }
    }

    void leave() {
        free.release();
    }

    int count() {
        return most - free.availablePermits();
    }

    /** Lets nobody in and waits for those who are; false when some were still there after the time given. */
    boolean drain(Duration patience) throws InterruptedException {
        stopping = true;
        if (!free.tryAcquire(most, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(most);
        return true;
    }
}
