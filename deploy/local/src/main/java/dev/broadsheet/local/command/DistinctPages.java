package dev.broadsheet.local.command;

import dev.broadsheet.id.PageId;
import dev.broadsheet.ingest.PageRefusedException;
import dev.broadsheet.ingest.PageSubmission;
import dev.broadsheet.ingest.Refusal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The pages of one call. Two files may be the same page by their names, such as {@code a/scan.txt} and {@code b/scan.txt}:
 * the second would replace the first, and nobody would notice what was lost.
 */
final class DistinctPages {

    private final Map<PageId, Given> given = new HashMap<>();

    private record Given(Path file, byte[] content) {}

    /**
     * The same page.
     *
     * @throws PageRefusedException when an earlier file was this page with another text
     */
    PageSubmission require(Path file, PageSubmission page) {
        Given earlier = given.putIfAbsent(page.id(), new Given(file, page.content()));
        if (earlier != null && !Arrays.equals(earlier.content(), page.content())) {
            throw new PageRefusedException(
                    Refusal.BAD_PAGE,
                    "it is page " + page.id() + ", as " + earlier.file()
                            + " is, and would replace it; name its date and page in the file name, in a sidecar"
                            + " or by --date and --page");
        }
        return page;
    }
}
