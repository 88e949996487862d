package dev.broadsheet.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Entry point of the registry's child process: starts the registry and ends it when the parent is gone.
 *
 * <p>The child's standard input is a pipe that nobody writes to. The operating system closes it when the parent ends,
 * by whatever cause, {@code kill -9} included; no process is left behind to hold the port and the database.
 */
public final class RegistryMain {

    // Quarkus generates this class into every application.
    private static final String QUARKUS_MAIN = "io.quarkus.runner.GeneratedMain";

    private RegistryMain() {}

    /** Runs the registry until it is stopped. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(RegistryMain::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(QUARKUS_MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Whatever arrives means that the parent is there.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.exit(0);
    }
}
