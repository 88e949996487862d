package dev.broadsheet.local.command;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.replay.Succession;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet switch}: a new version takes the place of the old one. */
@Command(
        name = "switch",
        description = "Compare the articles of a new version that runs beside the old one, and let it take its place.",
        sortOptions = false,
        footer = {
            "",
            "With --dry-run both may run. To switch, stop both; what the new version says otherwise is written into",
            "broadsheet.articles, where readers see only that. Then start the new version with that topic as its own.",
            "",
            "Examples:",
            "  broadsheet switch --dry-run --application-id green --segmented-topic green.segmented \\",
            "      --classified-topic green.classified --articles-topic green.articles --html changes.html",
            "  … and the same without --dry-run"
        })
final class SwitchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StreamOptions next;

    @Option(
            names = "--old-application-id",
            paramLabel = "PREFIX",
            defaultValue = "broadsheet",
            description = "Prefix of the old version's application ids (default: ${DEFAULT-VALUE}).")
    private String oldId;

    @Mixin
    private ReportOptions report;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException {
        KafkaSettings settings = cluster.impatient();
        Succession succession = new Succession(
                settings, oldId, next.applicationId(), next.topics().articles());
        try (StreamPosition old = new StreamPosition(settings, oldId);
                StreamPosition successor = new StreamPosition(settings, next.applicationId(), next.topics())) {
            if (report.dryRun() && !succession.hasCaughtUp(old, successor)) {
                spec.commandLine()
                        .getErr()
                        .println("broadsheet: " + next.applicationId() + " has not yet done all that " + oldId
                                + " did; what it still lacks looks as if it were gone");
            }
            report.print(
                    report.dryRun() ? succession.compare() : succession.perform(old, successor),
                    spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }
}
