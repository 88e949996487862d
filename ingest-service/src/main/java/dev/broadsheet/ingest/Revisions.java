package dev.broadsheet.ingest;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Revisions for pages whose sender states none: the milliseconds of receipt, but always higher than the one before, so
 * that two scans in one millisecond, or a clock set back, do not make the newer scan the older one.
 */
final class Revisions {

    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);

    long next(long receivedAt) {
        return last.updateAndGet(before -> Math.max(before + 1, receivedAt));
    }
}
