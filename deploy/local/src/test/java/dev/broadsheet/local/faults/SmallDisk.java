package dev.broadsheet.local.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in memory that can be filled to the last byte. Mounting one takes Linux and root. */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 128;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; skips the test where that is not possible. */
    static SmallDisk mount(Path folder) throws IOException {
        Files.createDirectories(folder);
        String mount = run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString());
        assumeTrue(mount.isEmpty(), "no small file system can be mounted here, which takes Linux and root: " + mount);
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Takes all the space there is. */
    void fill() {
        byte[] block = new byte[4 << 10];
        try (OutputStream out = Files.newOutputStream(filler())) {
            for (int written = 0; written <= MEGABYTES << 20; written += block.length) {
                out.write(block);
            }
        } catch (IOException e) {
            // Full: what was wanted.
        }
    }

    /** Gives the space back. */
    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        // Lazily: whoever still looks at a file there need not have ended.
        String unmount = run("umount", "--lazy", folder.toString());
        if (!unmount.isEmpty()) {
            throw new IOException(unmount);
        }
    }

    /** @return what the command complains of; empty when it went well */
    private static String run(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : said + " (exit code " + process.exitValue() + ")";
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
