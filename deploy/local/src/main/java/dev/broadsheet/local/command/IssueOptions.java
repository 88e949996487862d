package dev.broadsheet.local.command;

import dev.broadsheet.replay.IssueFilter;
import java.time.LocalDate;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which issues of which newspapers a user means. */
final class IssueOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--publication", paramLabel = "SLUG", description = "Only this newspaper.")
    private Set<String> publications = Set.of();

    @Option(names = "--from", paramLabel = "DATE", description = "Only issues of this day or later, e.g. 2024-07-21.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only issues of this day or earlier.")
    private LocalDate to;

    /** @throws ParameterException when the dates are the wrong way round */
    IssueFilter filter() {
        try {
            return new IssueFilter(publications, from, to);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
