package dev.broadsheet.local.command;

import dev.broadsheet.ingest.PageRefusedException;
import dev.broadsheet.ingest.PageSubmission;
import dev.broadsheet.page.UnreadablePageException;
import dev.broadsheet.schema.SegmentedPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code broadsheet extract}: articles of pages, without Kafka. */
@Command(
        name = "extract",
        description = "Find the articles of pages, page by page, without Kafka: for a quick look.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  broadsheet extract minhai-daily-2024-07-21-p1.txt",
            "  broadsheet extract --explain --date 2024-07-21 --page 1 scan.txt",
            "  broadsheet extract --json --output articles/ pages/",
            "  CLICOLOR_FORCE=1 broadsheet extract --explain scan.txt | less -R",
            "  iconv -f GBK -t UTF-8 page.txt | broadsheet extract --json -"
        })
final class ExtractCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PageOptions pages;

    @Option(
            names = "--json",
            description = {
                "One JSON object a line for each article, with the schema's field names; pageFurniture in each are",
                "the lines of its page that belong to no article."
            })
    private boolean json;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write NAME.jsonl for each page NAME.txt there instead.")
    private Path output;

    @Option(
            names = "--explain",
            description = "Show each line's role and article instead, and the reasons of stories, topics and genre.")
    private boolean explain;

    @Override
    public Integer call() throws IOException {
        List<Path> files = pages.files();
        refuseWhatCannotBeMeant(files);
        Extraction extraction = new Extraction();
        int failed = 0;
        for (Path file : files) {
            try {
                show(file, pages.read(file, System.in), extraction);
            } catch (PageRefusedException | UnreadablePageException | IOException e) {
                // One bad page never blocks the rest.
                spec.commandLine().getErr().println("broadsheet: " + file + ": " + Failures.inOneLine(e));
                failed++;
            }
        }
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void refuseWhatCannotBeMeant(List<Path> files) throws IOException {
        if (explain && (json || output != null)) {
            throw new ParameterException(spec.commandLine(), "--explain is for reading: without --json and --output");
        }
        if (output == null) {
            return;
        }
        Files.createDirectories(output);
        Set<Path> written = new HashSet<>();
        for (Path file : files) {
            if (!written.add(outputOf(file))) {
                throw new CommandFailure("two pages would be written to " + outputOf(file) + "; extract them apart");
            }
        }
    }

    private void show(Path file, PageSubmission page, Extraction extraction) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (explain) {
            new ExplanationPrinter(out)
                    .print(
                            file.toString(),
                            extraction.explain(page),
                            extraction.page(page).getArticles());
        } else if (output == null) {
            new PagePrinter(out, json).print(extraction.page(page));
        } else {
            write(outputOf(file), extraction.page(page));
        }
    }

    private void write(Path file, SegmentedPage page) throws IOException {
        Files.write(file, PagePrinter.jsonLines(page), StandardCharsets.UTF_8);
        spec.commandLine().getErr().println(file + ": " + page.getArticles().size() + " articles");
    }

    private Path outputOf(Path file) {
        String name = file.equals(PageOptions.STANDARD_INPUT)
                ? "stdin"
                : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return output.resolve((dot <= 0 ? name : name.substring(0, dot)) + ".jsonl");
    }
}
