package dev.broadsheet.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls a hot folder from a thread of its own, and holds a lock on it, so that no second process takes the same files. */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final String LOCK = ".broadsheet.lock";

    private final Path folder;
    private final Runnable poll;
    private final Duration pause;
    private final Duration patience;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "hot-folder"));
    private FileChannel lock;

    /**
     * @param pause between two polls
     * @param patience how long {@link #close} waits for a poll that is under way
     */
    FolderWatch(Path folder, Runnable poll, Duration pause, Duration patience) {
        this.folder = folder;
        this.poll = poll;
        this.pause = pause;
        this.patience = patience;
    }

    /** @throws IllegalStateException when another process watches the folder, or it cannot be written to */
    void start() {
        lock();
        thread.scheduleWithFixedDelay(this::pollOnce, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        LOG.info("Watching {}", folder);
    }

    private void lock() {
        try {
            Files.createDirectories(folder);
            lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = lock.tryLock();
            if (held == null) {
                throw taken();
            }
        } catch (OverlappingFileLockException e) {
            throw taken();
        } catch (IOException e) {
            throw new IllegalStateException("The hot folder " + folder + " cannot be used: " + e, e);
        }
    }

    private IllegalStateException taken() {
        return new IllegalStateException("The hot folder " + folder + " is watched by another process.");
    }

    /** A task that throws would never run again. */
    private void pollOnce() {
        try {
            poll.run();
        } catch (RuntimeException e) {
            LOG.error("A look at the hot folder failed; the next one is in {}", pause, e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A page from the hot folder was still under way and is cut off");
                thread.shutdownNow();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
