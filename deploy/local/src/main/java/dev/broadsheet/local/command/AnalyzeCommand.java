package dev.broadsheet.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet analyze}: what enrichment says of plain text. */
@Command(
        name = "analyze",
        description = "Find entities, topics, dates, quantities and keywords in UTF-8 text.",
        sortOptions = false,
        footer = {
            "",
            "Offsets count Unicode code points from 0, the end is exclusive.",
            "",
            "Examples:",
            "  broadsheet analyze --lines --json titles.txt > analyses.jsonl",
            "  echo 云汀市图书馆昨日开馆 | broadsheet analyze --lines --issue-date 2024-07-21",
            "  broadsheet analyze story.txt"
        })
final class AnalyzeCommand implements Callable<Integer> {

    /** Lines analyzed together: enough to keep the cores busy, few enough to answer at once. */
    private static final int BATCH = 256;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "-",
            description = "Text; standard input when absent or -.")
    private Path file;

    @Option(
            names = "--lines",
            description = "Each line is a text of its own and gives exactly one result, also when empty.")
    private boolean lines;

    @Option(names = "--json", description = "One JSON object for each text.")
    private boolean json;

    @Option(
            names = "--issue-date",
            paramLabel = "DATE",
            description = "Day to which 昨日 and the like are relative, e.g. 2024-07-21.")
    private LocalDate issueDate;

    @Override
    public Integer call() throws IOException {
        Analysis analysis = new Analysis(issueDate);
        PrintWriter out = spec.commandLine().getOut();
        try (Reader reader = open()) {
            if (lines) {
                printLines(new LineReader(reader), analysis, out);
            } else {
                print(analysis.of(LineReader.all(reader)), out);
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private Reader open() throws IOException {
        boolean standardInput = file.equals(PageOptions.STANDARD_INPUT);
        // A byte that is no UTF-8 becomes U+FFFD: the number of results must not depend on it.
        return new BufferedReader(
                new InputStreamReader(standardInput ? System.in : Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    private void printLines(LineReader reader, Analysis analysis, PrintWriter out) throws IOException {
        List<String> batch = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            batch.add(line);
            if (batch.size() == BATCH) {
                batch.parallelStream().map(analysis::of).toList().forEach(result -> print(result, out));
                batch.clear();
            }
        }
        batch.parallelStream().map(analysis::of).toList().forEach(result -> print(result, out));
    }

    private void print(Analysis.Result result, PrintWriter out) {
        out.append(json ? result.toJson().toString() : result.toText()).append('\n');
    }
}
