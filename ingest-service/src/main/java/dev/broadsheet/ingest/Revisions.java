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

    /** Nobody scans a page again so soon at another door. */
    private static final Duration LOOKED_UP_LATELY = Duration.ofSeconds(5);

    private final Supplier<Long> standing;
    private final LongSupplier nanos;
    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
    private CompletableFuture<Long> answer;
    private long askedAt;

    /** @param standing asks for the last number that stands in the topic */
    Revisions(Supplier<Long> standing) {
        this(standing, System::nanoTime);
    }

    Revisions(Supplier<Long> standing, LongSupplier nanos) {
        this.standing = standing;
        this.nanos = nanos;
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

    /** All who wait while it is asked wait for the same answer. */
    private synchronized CompletableFuture<Long> standing() {
        boolean isOld = nanos.getAsLong() - askedAt > LOOKED_UP_LATELY.toNanos();
        if (answer == null || answer.isCompletedExceptionally() || answer.isDone() && isOld) {
            askedAt = nanos.getAsLong();
            answer = CompletableFuture.supplyAsync(standing, Revisions::inTheBackground);
        }
        return answer;
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
