package dev.broadsheet.local.faults;

import dev.broadsheet.local.Ports;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.service.EnrichMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The enrich service in a process of its own, which can be killed as a machine that loses its power. */
final class EnrichProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = Ports.free().enrich();
    private final Process process;

    EnrichProcess(Cluster cluster, String applicationId, Path folder) {
        this(Program.current(), cluster, applicationId, folder);
    }

    EnrichProcess(Program program, Cluster cluster, String applicationId, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                program.classPath(),
                EnrichMain.class.getName()));
        Map<String, String> environment = builder.environment();
        environment.putAll(program.settings());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", cluster.bootstrapServers());
        environment.put("SCHEMA_REGISTRY_URL", cluster.registryUrl());
        // The shortest the broker allows: a dead process is found out in six seconds, not forty-five.
        environment.put("KAFKA_SESSION_TIMEOUT_MS", "6000");
        environment.put("KAFKA_HEARTBEAT_INTERVAL_MS", "1500");
        // What it left open holds readers up until then, unless it comes back.
        environment.put("KAFKA_PRODUCER_TRANSACTION_TIMEOUT_MS", "15000");
        environment.put("BROADSHEET_ENRICH_APPLICATION_ID", applicationId);
        environment.put("BROADSHEET_ENRICH_STATE_DIR", folder.toString());
        environment.put("BROADSHEET_ENRICH_HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                folder.resolveSibling(folder.getFileName() + ".log").toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the enrich service cannot be started", e);
        }
        // A test that fails in the middle leaves none behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Whether every stage takes in records. */
    boolean isReady() {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** SIGKILL: no shutdown hook runs, no transaction ends. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
