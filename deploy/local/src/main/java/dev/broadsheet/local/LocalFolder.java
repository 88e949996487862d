package dev.broadsheet.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * The folder in which {@code broadsheet up} keeps everything between its runs. One process at a time: it holds a lock
 * that the operating system releases when the process ends, however it ends.
 */
public final class LocalFolder {

    private static final int TRIES = 10;

    private final Path directory;

    private LocalFolder(Path directory) {
        this.directory = directory;
    }

    /** @param directory null: {@code broadsheet} in {@code $XDG_DATA_HOME}, which is {@code ~/.local/share} by default */
    public static LocalFolder of(Path directory) {
        return new LocalFolder((directory == null ? standard() : directory).toAbsolutePath());
    }

    private static Path standard() {
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return base.resolve("broadsheet");
    }

    /** Where the folder is. */
    public Path directory() {
        return directory;
    }

    /** The broker's records. */
    Path kafka() {
        return directory.resolve("kafka");
    }

    /** The registry's schemas. */
    Path registry() {
        return directory.resolve("registry");
    }

    /** The streams' state, which Kafka Streams can rebuild. */
    Path state() {
        return directory.resolve("state");
    }

    /** Where a scanner puts its pages unless told otherwise. */
    public Path hotFolder() {
        return directory.resolve("hot-folder");
    }

    /**
     * Works with the folder while no other process can; creates it when new.
     *
     * @throws LocalStartException when another process has it
     * @throws Exception what the work throws
     */
    public <T> T hold(Callable<T> work) throws Exception {
        Directories.ensure(directory);
        FileChannel lock = acquire();
        try {
            return work.call();
        } finally {
            release(lock);
        }
    }

    private FileChannel acquire() {
        for (int i = 0; i < TRIES; i++) {
            Optional<FileChannel> lock = tryLock();
            if (lock.isPresent()) {
                return lock.get();
            }
            // A command that only asks whether somebody is here holds the lock for a moment.
            LocalWait.pause();
        }
        throw new LocalStartException(
                "already up on " + directory + "; stop it, or give this one another folder with --data");
    }

    /** Tells other commands where to find what runs on this folder. */
    public void announce(Map<String, String> addresses) {
        Properties properties = new Properties();
        properties.putAll(addresses);
        try {
            Path unfinished = directory.resolve("addresses.properties.new");
            try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                properties.store(writer, "Client settings of the broadsheet that runs on this folder");
            }
            Files.move(unfinished, announcement(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalStartException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Client settings of what runs on this folder; empty when nothing does. */
    public Optional<Map<String, String>> addresses() {
        if (!Files.exists(announcement()) || isFree()) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(announcement(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty)));
    }

    private boolean isFree() {
        Optional<FileChannel> held = tryLock();
        held.ifPresent(LocalFolder::release);
        return held.isPresent();
    }

    private Optional<FileChannel> tryLock() {
        try {
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                release(channel);
                return Optional.empty();
            }
            return Optional.of(channel);
        } catch (IOException e) {
            throw new LocalStartException("cannot use the folder " + directory + ": " + e.getMessage(), e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held in this very process
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path announcement() {
        return directory.resolve("addresses.properties");
    }
}
