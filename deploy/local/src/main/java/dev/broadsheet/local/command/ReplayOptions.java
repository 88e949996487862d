package dev.broadsheet.local.command;

import dev.broadsheet.replay.PipelineVersion;
import dev.broadsheet.replay.ReplayFilter;
import dev.broadsheet.replay.ReplayRequest;
import dev.broadsheet.topology.Stage;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is to be replayed, and how fast. */
final class ReplayOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private IssueOptions issues;

    @Option(names = "--page-id", paramLabel = "ID", description = "Only this page, e.g. minhai-daily/2024-07-21/1.")
    private Set<String> pageIds = Set.of();

    @Option(
            names = "--older-than",
            paramLabel = "VERSION",
            description = "Only pages whose articles an older version of the program made, or that have none.")
    private String olderThan;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            defaultValue = "segment",
            converter = StageName.class,
            description = "Do everything from this stage on once more: segment takes pages of the archive, classify and"
                    + " enrich take published articles, one by one, and leave their text as it is (default:"
                    + " ${DEFAULT-VALUE}).")
    private Stage stage;

    @Option(
            names = "--rate",
            paramLabel = "RECORDS",
            defaultValue = "20",
            description = "Pages, or articles, a second at most (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--window",
            paramLabel = "RECORDS",
            defaultValue = "200",
            description = "Send nothing while more than these are under way; a live page waits behind at most these and"
                    + " what becomes of them (default: ${DEFAULT-VALUE}).")
    private long window;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Names the replay, so that it can be resumed (default: ${DEFAULT-VALUE}).")
    private String name;

    ReplayFilter filter() {
        return usable(() ->
                new ReplayFilter(issues.filter(), pageIds, olderThan == null ? null : new PipelineVersion(olderThan)));
    }

    ReplayRequest request() {
        return usable(() -> new ReplayRequest(name, stage, filter(), rate, window));
    }

    private <T> T usable(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
