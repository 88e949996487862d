package dev.broadsheet.local.command;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.replay.Rebuild;
import dev.broadsheet.topology.DeskChangelog;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet rebuild}: restores article ids after a disaster. */
@Command(
        name = "rebuild",
        description =
                "After state stores, changelogs and consumer groups are lost: write the memory of article ids anew.",
        sortOptions = false,
        footer = {
            "",
            "It needs the topics of pages and of articles, and the enrich service must not run. Start the service",
            "afterwards: it reads the archive again, and every article gets the id that it had.",
            "",
            "Example:",
            "  broadsheet rebuild --bootstrap-servers kafka:9092 --schema-registry http://registry:8081"
        })
final class RebuildCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--application-id",
            paramLabel = "PREFIX",
            defaultValue = "broadsheet",
            description = "Prefix of the application ids (default: ${DEFAULT-VALUE}).")
    private String applicationId;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException {
        KafkaSettings settings = cluster.impatient();
        try (Admin admin = cluster.admin();
                DeskChangelog changelog = new DeskChangelog(applicationId, settings.asMap())) {
            int pages = new Rebuild(settings, admin, changelog).run();
            spec.commandLine()
                    .getOut()
                    .println("the ids of %,d pages are remembered; start the enrich service now".formatted(pages));
        }
        return ExitCode.OK;
    }
}
