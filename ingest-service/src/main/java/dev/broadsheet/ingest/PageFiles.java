package dev.broadsheet.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pages that lie in files. What a page is comes, in this order, from its sidecar ({@code NAME.txt.json}, or
 * {@code NAME.json} where no other page shares the name), from its file name where that matches the pattern, and from
 * its ending (media type). Where no date is said, the page is undated and its label is the file's name.
 */
public final class PageFiles {

    private static final List<String> UNFINISHED_ENDINGS =
            List.of("part", "partial", "tmp", "temp", "crdownload", "filepart");

    private final FileNamePattern pattern;
    private final PageMetadata defaults;
    private final int mostBytes;

    /**
     * @param pattern how files are named
     * @param defaults what is said of every page, unless its sidecar or its name says otherwise
     * @param mostBytes largest page, in bytes
     */
    public PageFiles(FileNamePattern pattern, PageMetadata defaults, int mostBytes) {
        this.pattern = pattern;
        this.defaults = defaults;
        this.mostBytes = mostBytes;
    }

    /**
     * Files as the service's configuration describes them.
     *
     * @throws IllegalArgumentException when the pattern cannot be used
     */
    public static PageFiles of(IngestConfig config) {
        return new PageFiles(
                FileNamePattern.of(config.folder().pattern()),
                PageMetadata.NONE.withPublication(config.folder().publication()),
                config.maxPageBytes());
    }

    /**
     * The pages of a folder, by name, without its subfolders: every file that {@link #isPage} says is one.
     *
     * @throws IOException when the folder cannot be listed
     */
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(PageFiles::isPage)
                    .sorted()
                    .toList();
        }
    }

    /**
     * Whether a file's name is that of a page. Dotfiles and unfinished files ({@code .part}, {@code .tmp},
     * {@code .crdownload}) are not, nor are sidecars, nor a README that explains the folder.
     */
    public static boolean isPage(Path file) {
        String name = file.getFileName().toString();
        String ending = MediaTypes.ending(name).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.endsWith("~")
                && !UNFINISHED_ENDINGS.contains(ending)
                && !ending.equals("json")
                && !MediaTypes.stem(name).equalsIgnoreCase("readme");
    }

    /**
     * Reads a page and what is said about it.
     *
     * @throws PageRefusedException when it is no page, or what is said of it cannot be
     * @throws IOException when the file or its sidecar cannot be read
     */
    public PageSubmission read(Path file) throws IOException {
        return read(file, PageMetadata.NONE);
    }

    /**
     * Reads a page whose sender said more on the command line.
     *
     * @param said comes before sidecar and file name
     * @throws PageRefusedException when it is no page, or what is said of it cannot be
     * @throws IOException when the file or its sidecar cannot be read
     */
    public PageSubmission read(Path file, PageMetadata said, OpenOption... options) throws IOException {
        String name = file.getFileName().toString();
        byte[] content = read(file, mostBytes, options);
        PageMetadata known = said.orElse(sidecarOf(file, options))
                .orElse(pattern.read(name).orElse(PageMetadata.NONE))
                .orElse(defaults)
                .orElse(ofName(name));
        return (known.date() == null ? known.undated(SourceLabel.of(name)) : known).submission(content);
    }

    private static PageMetadata ofName(String name) {
        return PageMetadata.NONE.withMediaType(MediaTypes.ofFileName(name)).withSourceUri(name);
    }

    private PageMetadata sidecarOf(Path file, OpenOption... options) throws IOException {
        Optional<Path> sidecar = sidecar(file);
        if (sidecar.isEmpty()) {
            return PageMetadata.NONE;
        }
        String name = sidecar.get().getFileName().toString();
        try {
            return Sidecar.read(name, read(sidecar.get(), Sidecar.MOST_BYTES, options));
        } catch (NoSuchFileException e) {
            return PageMetadata.NONE;
        }
    }

    /**
     * The sidecar that lies beside a page; empty where there is none.
     *
     * @throws PageRefusedException bad-metadata, when {@code NAME.json} could belong to another page as well
     * @throws IOException when the folder cannot be listed
     */
    static Optional<Path> sidecar(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path own = file.resolveSibling(name + ".json");
        if (Files.isRegularFile(own, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(own);
        }
        Path shared = file.resolveSibling(MediaTypes.stem(name) + ".json");
        if (!Files.isRegularFile(shared, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        for (String ending : MediaTypes.endings()) {
            Path other = file.resolveSibling(MediaTypes.stem(name) + "." + ending);
            if (!other.equals(file) && Files.exists(other, LinkOption.NOFOLLOW_LINKS)) {
                throw new PageRefusedException(
                        Refusal.BAD_METADATA,
                        shared.getFileName() + " could belong to " + name + " or to " + other.getFileName()
                                + "; call it " + name + ".json.");
            }
        }
        return Optional.of(shared);
    }

    private static byte[] read(Path file, int most, OpenOption... options) throws IOException {
        try (InputStream stream = Files.newInputStream(file, options)) {
            return BoundedBytes.read(stream, most);
        }
    }
}
