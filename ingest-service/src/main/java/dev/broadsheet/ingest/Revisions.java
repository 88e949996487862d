package dev.broadsheet.ingest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Numbers for pages in the order of their receipt, and revisions for those whose sender states none: the milliseconds of receipt,
 * but always higher than the one before, so that two scans in one millisecond, or a clock set back, do not make the newer scan the
 * older one. The one before may be another process's, whose clock may be ahead: a number is given only when what stands in the
 * topic was looked up not long ago. So two doors put scans in the right order that lie further apart than that, whatever their
 * clocks say. Safe for use by many threads.
 */
final class Revisions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After so long it is looked up again, and nobody waits for that. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** So long it counts. Nobody scans a page again so soon at another door. */
    private static final Duration USABLE = Duration.ofSeconds(10);

    private final Supplier<Long> standing;
    private final LongSupplier nanos;
    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
    private Look found;
    private Look underWay;

    /** @param standing asks for the last number that stands in the topic */
    Revisions(Supplier<Long> standing) {
        this(standing, System::nanoTime);
    }

    Revisions(Supplier<Long> standing, LongSupplier nanos) {
        this.standing = standing;
        this.nanos = nanos;
    }

    /** What stood in the topic at a time; failed where nobody could tell. */
    private record Look(CompletableFuture<Long> number, long at) {

        boolean isYoungerThan(Duration age, long now) {
            return now - at <= age.toNanos();
        }
    }

    /**
     * The number of the page received next.
     *
     * @param receivedAt in milliseconds since 1970
     * @throws KafkaException when it cannot be found out in time what stands in the topic
     */
    long next(long receivedAt) {
        long before = await(standing());
        return last.updateAndGet(given -> Math.max(Math.max(given, before) + 1, receivedAt));
    }

    /** All who wait while it is looked up wait for the same. */
    private synchronized CompletableFuture<Long> standing() {
        long now = nanos.getAsLong();
        if (underWay != null && underWay.number().isDone()) {
            found = underWay.number().isCompletedExceptionally() ? found : underWay;
            underWay = null;
        }
        if (underWay == null && (found == null || !found.isYoungerThan(FRESH, now))) {
            underWay = new Look(CompletableFuture.supplyAsync(standing, Revisions::inTheBackground), now);
        }
        return found != null && found.isYoungerThan(USABLE, now) ? found.number() : underWay.number();
    }

    private static void inTheBackground(Runnable question) {
        Thread thread = new Thread(question, "last-revision");
        thread.setDaemon(true);
        thread.start();
    }

    private static long await(CompletableFuture<Long> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException(
                    "the end of the pages topic could not be read within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
