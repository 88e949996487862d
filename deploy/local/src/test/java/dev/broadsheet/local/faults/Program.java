package dev.broadsheet.local.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The enrich service as it was built at one time.
 *
 * @param classPath where its classes are
 * @param settings environment variables that it is started with
 */
record Program(String classPath, Map<String, String> settings) {

    private static final String LEAVE_AT_ONCE = "BROADSHEET_ENRICH_LEAVE_AT_ONCE";
    private static final String TESTED = "surefire.test.class.path";

    /** Its own command builds it when it is asked for the first time, whatever that took then. */
    private static final String TAKE_OUT_AND_BUILD = "set -e; mkdir \"$0\";"
            + " git -C \"$(git rev-parse --show-toplevel)\" archive \"$1\" | tar -x -C \"$0\";"
            + " \"$0/broadsheet\" --version";

    /** The program under test. */
    static Program current() {
        return new Program(
                System.getProperty(TESTED, System.getProperty("java.class.path")), Map.of(LEAVE_AT_ONCE, "true"));
    }

    /** One that writes everything in a newer format: see {@link NextFormatSerde}. */
    static Program next() {
        return new Program(
                current().classPath(),
                Map.of(LEAVE_AT_ONCE, "true", "SCHEMA_REGISTRY_BROADSHEET_SERDE", NextFormatSerde.class.getName()));
    }

    /**
     * An earlier revision of this project, taken out of git and built.
     *
     * @param revision name of a commit
     * @param folder where to; not there yet
     */
    static Program ofRevision(String revision, Path folder) throws InterruptedException {
        try {
            Process build = new ProcessBuilder("bash", "-c", TAKE_OUT_AND_BUILD, folder.toString(), revision)
                    .inheritIO()
                    .start();
            if (build.waitFor() != 0) {
                throw new IllegalStateException("revision " + revision + " cannot be built; see above");
            }
            Path built = folder.resolve("deploy/local/target");
            String libraries = Files.readString(built.resolve("class-path")).strip();
            return new Program(built.resolve("classes") + File.pathSeparator + libraries, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
