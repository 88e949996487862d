package dev.broadsheet.local.command;

import dev.broadsheet.replay.ArchiveReader;
import dev.broadsheet.replay.DryRun;
import dev.broadsheet.replay.Replay;
import dev.broadsheet.replay.ReplayProgress;
import dev.broadsheet.replay.ReplayReport;
import dev.broadsheet.replay.ReplayRequest;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.service.Version;
import dev.broadsheet.stage.ClassifyStage;
import dev.broadsheet.stage.EnrichStage;
import dev.broadsheet.stage.SegmentStage;
import dev.broadsheet.topology.Stage;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code broadsheet replay}: reprocesses the archive. */
@Command(
        name = "replay",
        description = "Send pages of the archive through the running service once more, beside live traffic.",
        sortOptions = false,
        footer = {
            "",
            "Downstream sees only what changed. An interrupted replay goes on where it stopped when the same",
            "command is given again.",
            "",
            "Examples:",
            "  broadsheet replay --dry-run --html changes.html --publication minhai-daily",
            "  broadsheet replay --from 2024-01-01 --to 2024-06-30 --rate 50",
            "  broadsheet replay --name upgrade --older-than 0.2.0",
            "  broadsheet replay --stage classify --publication minhai-daily"
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReplayOptions options;

    @Mixin
    private ReportOptions reporting;

    @Mixin
    private StreamOptions stream;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException {
        reporting.requireDryRunForPage();
        ReplayRequest request = options.request();
        ReplayReport report;
        try (Progress progress = new Progress(spec.commandLine().getErr(), false)) {
            ReplayProgress told = new ReplayTold(progress, request.from() == Stage.SEGMENT ? "pages" : "articles");
            report = reporting.dryRun() ? dryRun(request, told) : replay(request, told);
        }
        reporting.print(report, spec.commandLine().getOut());
        return report.deadLetters() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ReplayReport replay(ReplayRequest request, ReplayProgress progress) throws IOException {
        cluster.requireTopic(stream.topics().pages());
        try (StreamPosition position =
                new StreamPosition(cluster.impatient(), stream.applicationId(), stream.topics())) {
            return new Replay(cluster.settings(), stream.topics(), position).run(request, progress);
        } catch (InterruptedException | KafkaException e) {
            throw new CommandFailure(Failures.inOneLine(e) + "; the same command goes on where this one stopped", e);
        }
    }

    private ReplayReport dryRun(ReplayRequest request, ReplayProgress progress) throws IOException {
        ArchiveReader archive = new ArchiveReader(cluster.impatient(), stream.topics());
        DryRun run = new DryRun(new SegmentStage(Version.current()), new ClassifyStage(), new EnrichStage());
        return archive.dryRun(request.from(), request.filter(), run, progress);
    }
}
