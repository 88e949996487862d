package dev.broadsheet.service;

import dev.broadsheet.config.ServiceOptions;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The enrich service's command line. */
public final class EnrichMain {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private EnrichMain() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] arguments) {
        // By name, because the local mode has all services on one class path and a logback.xml of its own.
        System.getProperties().putIfAbsent("logback.configurationFile", "dev/broadsheet/service/logback.xml");
        int code = run(arguments, System.getenv(), System.out, System.err);
        if (code != OK) {
            System.exit(code);
        }
    }

    /** @return the process's exit code: 0 ended as told, 1 could not start, 2 wrong usage or configuration */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.print(help());
            return OK;
        }
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            out.println("broadsheet-enrich " + Version.current());
            return OK;
        }
        if (arguments.length > 0) {
            err.println("unknown argument '" + arguments[0] + "'; try --help");
            return WRONG_USAGE;
        }
        Configuration configuration;
        try {
            configuration = Configuration.load(environment);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return WRONG_USAGE;
        }
        return serve(configuration, err);
    }

    private static int serve(Configuration configuration, PrintStream err) {
        CountDownLatch ended = new CountDownLatch(1);
        try {
            EnrichService service = EnrichService.start(configuration);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                service.close();
                                ended.countDown();
                            },
                            "enrich-shutdown"));
            ended.await();
            return OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OK;
        } catch (RuntimeException e) {
            err.println("cannot start: " + e.getMessage());
            return FAILED;
        }
    }

    private static String help() {
        StringBuilder help = new StringBuilder();
        help.append("Usage: enrich [--help] [--version]\n\n")
                .append(
                        "Turns pages into articles until it is told to stop (SIGTERM). Configured by environment variables:\n")
                .append("  KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL (required)\n")
                .append("  KAFKA_*, SCHEMA_REGISTRY_*: any setting of Kafka's clients and of the registry's\n");
        Configuration.OPTIONS.defaults().keySet().forEach(option -> help.append("  ")
                .append(ServiceOptions.variable(option))
                .append('\n'));
        return help.toString();
    }
}
