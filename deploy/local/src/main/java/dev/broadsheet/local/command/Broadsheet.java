package dev.broadsheet.local.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The {@code broadsheet} command. */
@Command(
        name = "broadsheet",
        description = "Newspaper pages in, articles out.",
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        subcommands = {
            RunCommand.class,
            UpCommand.class,
            ExtractCommand.class,
            AnalyzeCommand.class,
            SubmitCommand.class,
            WithdrawCommand.class,
            ArticlesCommand.class,
            TopicsCommand.class,
            ReplayCommand.class,
            SwitchCommand.class,
            RebuildCommand.class,
            DeadLettersCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  broadsheet run deploy/samples              whole pipeline on a folder of pages, then stop",
            "  broadsheet extract --explain page.txt      what was decided on a page, and why",
            "  broadsheet up                              keep running: HTTP, hot folder",
            "  broadsheet articles --follow --json        follow the articles as they are published",
            "",
            "'broadsheet COMMAND --help' has more, with examples."
        })
public final class Broadsheet implements Runnable {

    private static final long LONGEST_END_SECONDS = 60;

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "On failure, print the stack trace as well.")
    private boolean debug;

    private Broadsheet() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(interrupting(Thread.currentThread(), ended), "interrupt"));
        int code = run(args);
        ended.countDown();
        System.exit(code);
    }

    /** What Ctrl-C does: the command's own thread is interrupted and closes what it opened, as on every other way out. */
    private static Runnable interrupting(Thread command, CountDownLatch ended) {
        return () -> {
            command.interrupt();
            try {
                ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static int run(String... args) {
        // The terminal's encoding is not asked: articles are UTF-8 on every machine.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(err);
        int code = commandLine(writer(out), writer(err)).execute(args);
        out.flush();
        return code;
    }

    /** The command line, for main and for tests. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        Broadsheet top = new Broadsheet();
        Failures failures = new Failures(() -> top.debug);
        return new CommandLine(top)
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .registerConverter(LocalDate.class, Broadsheet::day)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: one of " + String.join(", ", spec.subcommands().keySet()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no day; write it like 2024-07-21");
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
