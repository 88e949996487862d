package dev.broadsheet.local.command;

import dev.broadsheet.ingest.PageProducer;
import dev.broadsheet.ingest.PageRefusedException;
import dev.broadsheet.ingest.PageSubmission;
import dev.broadsheet.local.LocalSystem;
import dev.broadsheet.replay.ArticleTable;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet run}: the whole system, once. */
@Command(
        name = "run",
        description = "Run pages through the whole system, print the articles of the compacted topic, and stop.",
        sortOptions = false,
        footer = {
            "",
            "Starts a Kafka broker, a schema registry and the services on free ports, and leaves nothing behind.",
            "The exit code is 1 when a page was refused or became a dead letter.",
            "",
            "Examples:",
            "  broadsheet run deploy/samples",
            "  broadsheet run --json minhai-daily-2024-07-21-p*.txt > articles.jsonl"
        })
final class RunCommand implements Callable<Integer> {

    private static final long LOOK_AGAIN_MILLIS = 250;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PageOptions pages;

    @Mixin
    private ReprintOptions reprints;

    @Option(names = "--json", description = "One JSON object a line for each article, with the schema's field names.")
    private boolean json;

    @Option(names = "--quiet", description = "Tell nothing of the progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        List<Path> files = pages.files();
        // Before anything is started: what is refused is told at once.
        List<PageSubmission> taken = read(files);
        int refused = files.size() - taken.size();
        if (taken.isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        try (Progress progress = new Progress(spec.commandLine().getErr(), quiet)) {
            progress.say("starting broker, registry and services");
            try (LocalSystem system = LocalSystem.temporary(reprints.window())) {
                system.start();
                process(taken, system, progress);
                int failed = print(system);
                return refused + failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
    }

    private List<PageSubmission> read(List<Path> files) {
        DistinctPages distinct = new DistinctPages();
        List<PageSubmission> taken = new ArrayList<>();
        for (Path file : files) {
            try {
                taken.add(distinct.require(file, pages.read(file, System.in)));
            } catch (PageRefusedException | IOException e) {
                tell(file + ": " + Failures.inOneLine(e));
            }
        }
        return taken;
    }

    private void process(List<PageSubmission> taken, LocalSystem system, Progress progress) {
        try (PageProducer producer = PageProducer.connect(system.settings())) {
            taken.forEach(producer::submit);
        }
        progress.begin("pages", taken.size());
        try (StreamPosition position = new StreamPosition(system.settings(), "broadsheet")) {
            while (!position.isThrough()) {
                progress.at(taken.size() - Math.min(taken.size(), position.pagesWaiting()));
                requireAlive(system);
                pause();
            }
        }
        progress.at(taken.size());
    }

    private static void requireAlive(LocalSystem system) {
        if (!system.health().alive()) {
            throw new CommandFailure(
                    "the stream has stopped: " + system.health().stages());
        }
    }

    /** Prints the articles, tells the dead letters, and how many of these there are. */
    private int print(LocalSystem system) {
        ArticlePrinter printer = ArticlePrinter.to(spec.commandLine().getOut(), json);
        ArticleTable.of(TopicReader.of(Topics.ARTICLES, system.settings()))
                .articles()
                .forEach(printer::print);
        List<DeadLetter> deadLetters = new ArrayList<>();
        try (TopicReader<DeadLetter> reader = TopicReader.of(Topics.DEAD_LETTERS, system.settings())) {
            reader.toEnd(record -> deadLetters.add(record.value()));
        }
        for (DeadLetter letter : deadLetters) {
            String what = letter.getArticleId() == null ? letter.getPageId() : letter.getArticleId();
            tell(what + " failed in " + letter.getStage() + ": " + letter.getCause());
        }
        return deadLetters.size();
    }

    private void tell(String what) {
        spec.commandLine().getErr().println("broadsheet: " + what);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        }
    }
}
