package dev.broadsheet.local.command;

import dev.broadsheet.ingest.FileNamePattern;
import dev.broadsheet.ingest.PageFiles;
import dev.broadsheet.ingest.PageMetadata;
import dev.broadsheet.ingest.PageSubmission;
import dev.broadsheet.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The pages that a user means, and what the user says of them, which comes before what their sidecars and file names say.
 */
final class PageOptions {

    /** Stands for standard input in the place of a file. */
    static final Path STANDARD_INPUT = Path.of("-");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Page, folder of pages, or - for standard input.")
    private List<Path> paths;

    @Option(names = "--publication", paramLabel = "SLUG", description = "Newspaper, e.g. minhai-daily.")
    private String publication;

    @Option(names = "--publication-name", paramLabel = "NAME", description = "Its name as readers know it, e.g. 闽海日报.")
    private String publicationName;

    @Option(names = "--date", paramLabel = "DATE", description = "Issue date, e.g. 2024-07-21, or undated.")
    private String date;

    @Option(names = "--page", paramLabel = "LABEL", description = "Page label, e.g. 1 or A01; for one page only.")
    private String page;

    @Option(
            names = "--media-type",
            paramLabel = "TYPE",
            description = "text/plain or text/markdown; else by the file's ending.")
    private String mediaType;

    @Option(names = "--charset", paramLabel = "NAME", description = "E.g. GB18030; detected where nothing is said.")
    private String charset;

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            defaultValue = FileNamePattern.DEFAULT,
            description = "How files are named (default: ${DEFAULT-VALUE}); a file named otherwise is an undated page.")
    private String namePattern;

    /**
     * The files, those of folders among them.
     *
     * @throws CommandFailure when one does not exist
     * @throws ParameterException when they are several and {@code --page} names one
     */
    List<Path> files() {
        List<Path> files = PagePaths.expand(paths);
        if (page != null && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--page is for one file, not for " + files.size());
        }
        return files;
    }

    /**
     * Reads a page.
     *
     * @param file {@link #STANDARD_INPUT} reads from there
     * @throws dev.broadsheet.ingest.PageRefusedException when it is no page
     */
    PageSubmission read(Path file, InputStream standardInput) throws IOException {
        return file.equals(STANDARD_INPUT) ? read(standardInput) : readers().read(file, said());
    }

    private PageSubmission read(InputStream standardInput) throws IOException {
        byte[] content = standardInput.readNBytes(Topics.MAX_CONTENT_BYTES + 1);
        if (content.length > Topics.MAX_CONTENT_BYTES) {
            throw new CommandFailure(
                    "standard input holds more than a page may have, " + Topics.MAX_CONTENT_BYTES + " bytes");
        }
        boolean dated = date != null && page != null;
        PageMetadata unsaid =
                new PageMetadata(null, null, null, dated ? null : "stdin", "text/plain", null, null, null, Map.of());
        return said().orElse(unsaid).submission(content);
    }

    private PageFiles readers() {
        try {
            return new PageFiles(FileNamePattern.of(namePattern), PageMetadata.NONE, Topics.MAX_CONTENT_BYTES);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private PageMetadata said() {
        return new PageMetadata(publication, publicationName, date, page, mediaType, charset, null, null, Map.of());
    }
}
