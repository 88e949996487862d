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
import picocli.CommandLine.Option;

/** Whether only to tell what would change, and how to show it. */
final class ReportOptions {

    @Option(names = "--dry-run", description = "Write nothing; show what would change.")
    private boolean dryRun;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "With --dry-run: write the differences as a page, too.")
    private Path html;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "100",
            description = "With --dry-run: show this many articles that differ (default: ${DEFAULT-VALUE}).")
    private int show;

    boolean dryRun() {
        return dryRun;
    }

    void print(ReplayReport report, PrintWriter out) throws IOException {
        if (html != null) {
            try (Writer page = Files.newBufferedWriter(html, StandardCharsets.UTF_8)) {
                HtmlReport.write(report, show, page);
            }
        }
        TextReport.lines(report, show).forEach(out::println);
    }
}
