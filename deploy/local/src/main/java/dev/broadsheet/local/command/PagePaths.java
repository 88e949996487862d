package dev.broadsheet.local.command;

import dev.broadsheet.ingest.PageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the pages that a user means by files and folders. */
final class PagePaths {

    private PagePaths() {}

    /**
     * Every file as given; of folders, the pages in them and in their subfolders, by name. None twice.
     *
     * @throws CommandFailure when a path does not exist or a folder holds no page
     */
    static List<Path> expand(List<Path> given) {
        Set<Path> pages = new LinkedHashSet<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                pages.addAll(in(path));
            } else if (path.equals(PageOptions.STANDARD_INPUT) || Files.exists(path)) {
                pages.add(path);
            } else {
                throw new CommandFailure(path + ": no such file or folder");
            }
        }
        return new ArrayList<>(pages);
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> pages = files.filter(Files::isRegularFile)
                    .filter(file -> PageFiles.isPage(file) && !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
            if (pages.isEmpty()) {
                throw new CommandFailure(folder + ": no pages in this folder");
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHidden(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
