package dev.broadsheet.local.command;

import dev.broadsheet.ingest.Configuration;
import dev.broadsheet.ingest.FileNamePattern;
import dev.broadsheet.ingest.IngestService;
import dev.broadsheet.local.LocalFolder;
import dev.broadsheet.local.LocalSystem;
import dev.broadsheet.local.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet up}: the whole system, until it is told to stop. */
@Command(
        name = "up",
        description = "Run the whole system until Ctrl-C: HTTP, hot folder, broker, registry, stream.",
        sortOptions = false,
        footer = {
            "",
            "Everything listens on the loopback interface only. What came in is kept for the next 'up'.",
            "",
            "Examples:",
            "  broadsheet up",
            "  broadsheet up --data /srv/broadsheet --hot-folder /srv/scans",
            "  curl -T page.txt -H 'Content-Type: text/plain' http://127.0.0.1:8080/v1/pages/minhai-daily/2024-07-21/1",
            "  broadsheet articles --follow"
        })
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept (default: broadsheet in $XDG_DATA_HOME or ~/.local/share).")
    private Path data;

    @Option(
            names = "--hot-folder",
            paramLabel = "DIR",
            description = "Folder a scanner writes into (default: hot-folder in DIR of --data).")
    private Path hotFolder;

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            defaultValue = FileNamePattern.DEFAULT,
            description = "How files in the hot folder are named (default: ${DEFAULT-VALUE}).")
    private String namePattern;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Pages over HTTP (default: ${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(
            names = "--enrich-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "The stream's health and metrics (default: ${DEFAULT-VALUE}).")
    private int enrichPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "Schema registry (default: ${DEFAULT-VALUE}).")
    private int registryPort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Kafka broker (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Mixin
    private ReprintOptions reprints;

    @Override
    public Integer call() throws Exception {
        LocalFolder folder = LocalFolder.of(data);
        return folder.hold(() -> run(folder));
    }

    private int run(LocalFolder folder) {
        tell("keeps everything in " + folder.directory());
        Ports ports = new Ports(kafkaPort, registryPort, httpPort, enrichPort).require();
        tell("starting broker, registry and services");
        try (LocalSystem system = LocalSystem.in(folder, ports, reprints.window())) {
            system.start();
            serve(system, folder);
        }
        tell("stopped");
        return ExitCode.OK;
    }

    private void serve(LocalSystem system, LocalFolder folder) {
        Path scans = hotFolder == null ? folder.hotFolder() : hotFolder.toAbsolutePath();
        Map<String, String> options = Map.of(
                "broadsheet.ingest.http.port", String.valueOf(httpPort),
                "broadsheet.ingest.folder.path", scans.toString(),
                "broadsheet.ingest.folder.pattern", namePattern);
        try (IngestService ingest = IngestService.of(Configuration.of(options, system.settings()))) {
            ingest.start();
            folder.announce(system.settings().asMap());
            tell("pages over HTTP: PUT http://127.0.0.1:" + httpPort + "/v1/pages/PUBLICATION/DATE/PAGE");
            tell("hot folder: " + scans);
            tell("health and metrics: http://127.0.0.1:" + httpPort + " and http://127.0.0.1:" + enrichPort);
            tell("Kafka " + system.settings().get("bootstrap.servers") + ", schema registry "
                    + system.settings().get("schema.registry.url"));
            tell("up; Ctrl-C stops it");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            tell("stopping");
        }
    }

    private void tell(String what) {
        spec.commandLine().getErr().println("broadsheet: " + what);
    }
}
