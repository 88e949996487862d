package dev.broadsheet.enrich;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the evaluation material lies, which belongs to others and is no part of the project. */
public final class Evaluation {

    private Evaluation() {}

    /** The folder; a test that needs it is skipped where it is absent. */
    public static Path folder() {
        Path folder = path();
        Assumptions.assumeTrue(
                Files.isDirectory(folder), () -> "no evaluation material at " + folder + "; set -Dbroadsheet.eval");
        return folder;
    }

    /** The folder for a benchmark, which runs in the module's directory or above. */
    public static Path path() {
        return Path.of(System.getProperty("broadsheet.eval", "../shared/eval"));
    }
}
