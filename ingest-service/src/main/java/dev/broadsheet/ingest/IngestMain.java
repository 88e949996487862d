package dev.broadsheet.ingest;

/** The ingest service's process. */
public final class IngestMain {

    private IngestMain() {}

    public static void main(String[] args) {
        // By name, because the local mode has all services on one class path and a logback.xml of its own.
        System.getProperties().putIfAbsent("logback.configurationFile", "dev/broadsheet/ingest/logback.xml");
        System.exit(IngestCommand.commandLine().execute(args));
    }
}
