package dev.broadsheet.local.command;

import dev.broadsheet.replay.HtmlReport;
import dev.broadsheet.replay.ReplayReport;
import dev.broadsheet.replay.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether only to tell what would change, and how to show it. */
final class ReportOptions {

    @Option(names = "--dry-run", description = "Write nothing; show what would change.")
    private boolean dryRun;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private Path html;
    private int show;

    /** Looks at once whether there is a place for the page: it takes long until there is something to write. */
    @Option(names = "--html", paramLabel = "FILE", description = "Write the differences as a page, too.")
    private void writeTo(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "--html " + file + ": expected a file in a folder that is there");
        }
        html = file;
    }

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "100",
            description = "Show this many articles that differ (default: ${DEFAULT-VALUE}).")
    private void show(int articles) {
        if (articles < 0) {
            throw new ParameterException(spec.commandLine(), "--show " + articles + ": expected 0 or more");
        }
        show = articles;
    }

    boolean dryRun() {
        return dryRun;
    }

    /** @throws ParameterException when a page is wanted of what is not known: a replay that is done knows counts only */
    void requireDryRunForPage() {
        if (html != null && !dryRun) {
            throw new ParameterException(
                    spec.commandLine(), "--html goes with --dry-run: what a replay has done is told in counts only");
        }
    }

    void print(ReplayReport report, PrintWriter out) throws IOException {
        TextReport.lines(report, show).forEach(out::println);
        if (html != null) {
            try (Writer page = Files.newBufferedWriter(html, StandardCharsets.UTF_8)) {
                HtmlReport.write(report, show, page);
            }
        }
    }
}
