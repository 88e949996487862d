package dev.broadsheet.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A folder beside the pages where files go that have been dealt with: {@code done} or {@code rejected}. Nothing on it is
 * ever overwritten: a file whose name is taken becomes {@code NAME~2.txt}, and its sidecar and reason go with it.
 */
final class Shelf {

    private static final String REASON = ".reason.txt";

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** Moves a page and its sidecar here. */
    void put(Path page, Optional<Path> sidecar) throws IOException {
        put(page, sidecar, null);
    }

    /**
     * Moves a page and its sidecar here, with a file beside it that says why.
     *
     * @param reason text of that file; null for none
     */
    void put(Path page, Optional<Path> sidecar, String reason) throws IOException {
        requireFolder();
        String name = freeName(page.getFileName().toString());
        if (reason != null) {
            Files.writeString(
                    folder.resolve(name + REASON), reason, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
        // The page first: were the sidecar to go first and the process to end, the page would lose what is said of it.
        Files.move(page, folder.resolve(name));
        if (sidecar.isPresent()) {
            Files.move(sidecar.get(), folder.resolve(name + ".json"));
        }
    }

    /** A link in its place could lead anywhere. */
    private void requireFolder() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
        }
    }

    private String freeName(String name) {
        String ending = MediaTypes.ending(name);
        String free = name;
        for (int copy = 2; isTaken(free); copy++) {
            free = MediaTypes.stem(name) + "~" + copy + (ending.isEmpty() ? "" : "." + ending);
        }
        return free;
    }

    private boolean isTaken(String name) {
        return exists(name) || exists(name + ".json") || exists(name + REASON);
    }

    private boolean exists(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }
}
