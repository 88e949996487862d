package dev.broadsheet.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command as a process of its own, as a user starts it. */
final class BroadsheetProcess implements AutoCloseable {

    private static final String CLASS_PATH = "surefire.test.class.path";
    private static final long LONGEST_SECONDS = 300;

    private final Path out;
    private final Path err;
    private final Process process;

    /** @param folder where it writes what it prints */
    BroadsheetProcess(Path folder, String... arguments) {
        try {
            out = Files.createTempFile(folder, "broadsheet", ".out");
            err = Files.createTempFile(folder, "broadsheet", ".err");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-Dlogback.configurationFile=dev/broadsheet/local/logback.xml",
                    "-cp",
                    System.getProperty(CLASS_PATH, System.getProperty("java.class.path")),
                    Broadsheet.class.getName()));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code, once it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("still running after " + LONGEST_SECONDS + " s:\n" + err());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Stream<ProcessHandle> children() {
        return process.children();
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C does it. */
    void stop() {
        process.destroy();
    }

    List<String> out() {
        return lines(out);
    }

    String err() {
        return String.join("\n", lines(err));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
