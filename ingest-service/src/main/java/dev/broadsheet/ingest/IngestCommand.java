package dev.broadsheet.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the process can be told: run (the default), or make a token. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        versionProvider = IngestCommand.Version.class,
        description = "Takes newspaper pages over HTTP and from a hot folder into the topic broadsheet.pages.",
        footer = {
            "",
            "Options are set by BROADSHEET_INGEST_* environment variables or a properties file;",
            "Kafka and the schema registry by KAFKA_* and SCHEMA_REGISTRY_* or kafka.* in the file.",
            "Exit status: 143 or 130 after a signal (pages under way were finished), 1 failed,",
            "2 wrong usage or configuration."
        })
final class IngestCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(IngestCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:BROADSHEET_CONFIG}",
            description = "Properties file (or BROADSHEET_CONFIG).")
    private Path config;

    static CommandLine commandLine() {
        return new CommandLine(new IngestCommand()).setExecutionExceptionHandler(IngestCommand::oneLine);
    }

    /** Runs until the process is told to stop. */
    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = Configuration.load(System.getenv(), config);
        LOG.info("Kafka settings: {}", configuration.kafka());
        IngestService service = IngestService.of(configuration);
        Thread stop = new Thread(service::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            service.start();
        } catch (IllegalStateException e) {
            service.close();
            Runtime.getRuntime().removeShutdownHook(stop);
            throw e;
        }
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "hash-token",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a bearer token and the entry that configuration keeps of it.",
                "With --stdin it reads a token that exists (32 characters or more) instead of making one."
            })
    Integer hashToken(
            @Option(names = "--name", required = true, description = "Whose token it is, e.g. scanner-3.") String name,
            @Option(names = "--publication", description = "The only publication it may write.") String publication,
            @Option(names = "--stdin", description = "Read the token from standard input.") boolean stdin)
            throws IOException {
        String token = stdin ? readLine() : BearerTokens.newToken();
        if (token == null || token.length() < BearerTokens.SHORTEST_TOKEN) {
            throw new IllegalArgumentException("A token has " + BearerTokens.SHORTEST_TOKEN
                    + " characters or more; a shorter one could be guessed.");
        }
        String entry = name + ":" + BearerTokens.hash(token) + (publication == null ? "" : ":" + publication);
        new BearerTokens(List.of(entry));
        if (!stdin) {
            spec.commandLine().getOut().println("token (for the sender, shown once): " + token);
        }
        spec.commandLine().getOut().println("entry (for BROADSHEET_INGEST_HTTP_TOKENS): " + entry);
        return CommandLine.ExitCode.OK;
    }

    private static String readLine() throws IOException {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }

    /** A wrong option or a taken port is an operator's matter: one line, no stack trace. */
    private static int oneLine(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof IllegalArgumentException || e instanceof IllegalStateException) {
            command.getErr().println("ingest: " + e.getMessage());
            return e instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        }
        LOG.error("{} failed", command.getCommandName(), e);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = IngestCommand.class.getPackage().getImplementationVersion();
            return new String[] {"broadsheet ingest " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
