package dev.broadsheet.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * How a page's file and its sidecar look from outside. As long as two looks are equal, nobody has written to either.
 *
 * @param size of the page in bytes
 * @param modified when the page was last written
 * @param sidecar how the sidecar looks; null where there is none
 */
record FileLook(long size, FileTime modified, FileLook sidecar) {

    /** @throws IOException when the file has gone or cannot be looked at */
    static FileLook at(Path page) throws IOException {
        Optional<Path> sidecar;
        try {
            sidecar = PageFiles.sidecar(page);
        } catch (PageRefusedException e) {
            // It could be another page's. Reading the page says so; looking need not.
            sidecar = Optional.empty();
        }
        return alone(page, sidecar.isEmpty() ? null : alone(sidecar.get(), null));
    }

    private static FileLook alone(Path file, FileLook sidecar) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new FileLook(attributes.size(), attributes.lastModifiedTime(), sidecar);
    }
}
