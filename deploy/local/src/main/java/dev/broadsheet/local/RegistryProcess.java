package dev.broadsheet.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real schema registry, Apicurio Registry, in a child process on the loopback interface.
 *
 * <p>It keeps schemas and their ids in an H2 file, so that records written before a restart can be read after it. The
 * child ends with this process, however this process ends: see {@link RegistryMain}.
 */
public final class RegistryProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final String JAR = "apicurio-registry-app-3.0.9-runner.jar";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Path directory;
    private final boolean temporary;
    private final int port;
    private Process process;

    private RegistryProcess(Path directory, boolean temporary, int port) {
        this.directory = directory;
        this.temporary = temporary;
        this.port = port;
    }

    /** A registry on a free port that forgets everything when it is closed. */
    public static RegistryProcess temporary() {
        return new RegistryProcess(Directories.temporary(), true, LoopbackPort.free());
    }

    /**
     * A registry that keeps its schemas.
     *
     * @param directory where it keeps them, with its log; created when new
     * @param port where it listens
     */
    public static RegistryProcess in(Path directory, int port) {
        return new RegistryProcess(Directories.ensure(directory), false, port);
    }

    /** Value for {@code schema.registry.url}: Confluent's API; the same after a restart. */
    public String url() {
        return address() + "/apis/ccompat/v7";
    }

    /**
     * Starts, or starts again, and waits until the registry answers; does nothing while running.
     *
     * @throws LocalStartException when the port is in use, or the registry ends or stays silent instead of answering
     */
    public synchronized RegistryProcess start() {
        if (process == null) {
            LoopbackPort.require(port, "the schema registry");
            process = launched();
            awaitReady();
        }
        return this;
    }

    /** Stops and keeps the schemas; does nothing while stopped. */
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Directories.delete(directory);
        }
    }

    /** The child's process id, for tests that end it by force. */
    synchronized long pid() {
        return process.pid();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private Path log() {
        return directory.resolve("registry.log");
    }

    private Process launched() {
        Path home = home();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.banner.enabled=false",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                // An id that has been handed out must outlive even a kill: records carry it.
                "-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve("schemas") + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=10",
                "-cp",
                codeSource() + System.getProperty("path.separator") + home.resolve(JAR),
                RegistryMain.class.getName()));
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LocalStartException("cannot start the schema registry: " + e.getMessage(), e);
        }
    }

    private void awaitReady() {
        if (LocalWait.until(() -> !process.isAlive() || answers(), START_TIMEOUT) && process.isAlive()) {
            return;
        }
        String why = process.isAlive()
                ? "did not answer within " + START_TIMEOUT.toSeconds() + " s"
                : "ended while starting";
        stop();
        throw new LocalStartException("the schema registry " + why + ": " + lastLogLine());
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastLogLine() {
        try {
            List<String> lines = Files.readAllLines(log());
            return (lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1)) + " (log: " + log() + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The registry as the build unpacked it: beside this module's classes, or beside its jar. */
    private static Path home() {
        Path home = codeSource().resolveSibling("registry");
        if (!Files.isRegularFile(home.resolve(JAR))) {
            throw new LocalStartException("no schema registry in " + home + "; build with: mvn package -DskipTests");
        }
        return home;
    }

    private static Path codeSource() {
        try {
            return Path.of(RegistryProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
