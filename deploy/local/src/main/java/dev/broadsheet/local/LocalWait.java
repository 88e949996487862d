package dev.broadsheet.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that takes a moment to start. */
final class LocalWait {

    private static final long PAUSE_MILLIS = 100;

    private LocalWait() {}

    /** Whether the condition came true in time; a thread that is interrupted stops waiting. */
    static boolean until(BooleanSupplier condition, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            pause();
        }
        return true;
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
