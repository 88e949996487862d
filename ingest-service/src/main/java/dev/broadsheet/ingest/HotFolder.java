package dev.broadsheet.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that a scanner writes into. At each {@link #poll} every page that has settled is sent, oldest first, and then
 * moved to {@code done/}; one that can never be taken goes to {@code rejected/} with its reason. While Kafka is away
 * files stay where they are.
 *
 * <p>Nothing is remembered on disk: a process that ends between the acknowledgement and the move sends the same page
 * again when it comes back, which changes nothing downstream. Subfolders and links are not looked into: a link could lead
 * out of the folder, and a subfolder is where an operator puts files aside.
 */
final class HotFolder {

    private static final Logger LOG = LoggerFactory.getLogger(HotFolder.class);
    private static final Set<String> SHELVES = Set.of("done", "rejected");

    private final Path folder;
    private final IngestConfig.Folder options;
    private final PageFiles files;
    private final Function<PageSubmission, Receipt> submit;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final Shelf done;
    private final Shelf rejected;
    private final Backoff backoff;
    private final Map<Path, WaitingFile> waiting = new HashMap<>();
    private final Set<Path> passedOver = new HashSet<>();
    private volatile int backlog;
    private volatile CheckResult state = CheckResult.OK;
    private volatile boolean stopping;

    HotFolder(
            Path folder,
            IngestConfig.Folder options,
            PageFiles files,
            Function<PageSubmission, Receipt> submit,
            IngestMetrics metrics,
            Clock clock) {
        this.folder = folder;
        this.options = options;
        this.files = files;
        this.submit = submit;
        this.metrics = metrics;
        this.clock = clock;
        this.done = new Shelf(folder.resolve("done"));
        this.rejected = new Shelf(folder.resolve("rejected"));
        this.backoff = newBackoff();
    }

    /** Files that wait: settled or not. */
    int backlog() {
        return backlog;
    }

    /** Whether the folder could be listed at the last poll. */
    CheckResult check() {
        return state;
    }

    /** One look at the folder, and one attempt at each page that has settled. */
    void poll() {
        List<Path> pages;
        try {
            pages = pages();
            state = CheckResult.OK;
        } catch (IOException | UncheckedIOException e) {
            if (state.ok()) {
                LOG.warn("The hot folder {} cannot be listed: {}", folder, e.toString());
            }
            state = CheckResult.failed("The hot folder " + folder + " cannot be listed.");
            return;
        }
        waiting.keySet().retainAll(Set.copyOf(pages));
        backlog = pages.size();
        for (Path page : settled(pages)) {
            if (stopping || !backoff.isOver()) {
                return;
            }
            take(page, waiting.get(page));
        }
    }

    /** The page under way is the last one: a long backlog waits for the next start. */
    void stop() {
        stopping = true;
    }

    private List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (isOurs(entry)) {
                    continue;
                }
                if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    if (passedOver.add(entry)) {
                        LOG.warn("{} is a subfolder or a link, which the hot folder does not look into", shown(entry));
                    }
                } else if (PageFiles.isPage(entry)) {
                    pages.add(entry);
                }
            }
        }
        return pages;
    }

    /** Folders for what is dealt with, the lock, and whatever else hides. */
    private static boolean isOurs(Path entry) {
        String name = entry.getFileName().toString();
        return SHELVES.contains(name) || name.startsWith(".");
    }

    /** Pages that have settled, oldest first: of two scans of one page the later one must get the higher revision. */
    private List<Path> settled(List<Path> pages) {
        List<Path> settled = new ArrayList<>();
        for (Path page : pages) {
            WaitingFile file = waiting.computeIfAbsent(page, p -> new WaitingFile(newBackoff()));
            try {
                FileLook look = FileLook.at(page);
                boolean complete = look.sidecar() != null || !options.sidecarRequired();
                if (file.note(look) >= options.stablePolls() && complete && file.backoff.isOver()) {
                    settled.add(page);
                }
            } catch (IOException e) {
                // Gone again, or not for us to see: the next poll looks anew.
                file.unsettle();
            }
        }
        settled.sort(
                Comparator.comparing((Path page) -> waiting.get(page).look().modified())
                        .thenComparing(Comparator.naturalOrder()));
        return settled;
    }

    private void take(Path page, WaitingFile file) {
        try {
            Optional<Path> sidecar = file.look().sidecar() == null ? Optional.empty() : PageFiles.sidecar(page);
            if (!file.isAcknowledged()) {
                Receipt receipt = metrics.count(Door.FOLDER, () -> submit.apply(read(page, file)));
                file.acknowledge();
                LOG.info("{} is page {}, revision {}", shown(page), receipt.pageId(), receipt.revision());
            }
            backoff.succeed();
            if (FileLook.at(page).equals(file.look())) {
                done.put(page, sidecar);
            }
        } catch (PageRefusedException e) {
            refused(page, file, e);
        } catch (NoSuchFileException e) {
            LOG.info("{} went away", shown(page));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} stays for {}: {}", shown(page), file.backoff.fail(), e.toString());
        } catch (RuntimeException e) {
            // A fault of ours must not keep the other files from coming in.
            LOG.error("{} stays for {}", shown(page), file.backoff.fail(), e);
        }
    }

    private PageSubmission read(Path page, WaitingFile file) {
        try {
            PageSubmission submission = files.read(page, PageMetadata.NONE, LinkOption.NOFOLLOW_LINKS);
            if (!FileLook.at(page).equals(file.look())) {
                throw new PageRefusedException(Refusal.INCOMPLETE, "The file was written to while it was read.");
            }
            return submission;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refused(Path page, WaitingFile file, PageRefusedException refused) {
        if (refused.refusal().mayPass()) {
            LOG.warn("{} stays, and the folder rests for {}: {}", shown(page), backoff.fail(), refused.getMessage());
        } else if (refused.refusal() == Refusal.INCOMPLETE) {
            file.unsettle();
        } else {
            reject(page, file, refused);
        }
    }

    private void reject(Path page, WaitingFile file, PageRefusedException refused) {
        String reason = "reason: " + refused.refusal().code() + "\n" + "detail: " + refused.getMessage() + "\n"
                + "file: " + shown(page) + "\n" + "refused: " + clock.instant() + "\n";
        try {
            rejected.put(page, ownSidecar(page), reason);
            LOG.warn("{} is rejected: {}", shown(page), refused.getMessage());
        } catch (IOException e) {
            LOG.warn("{} is to be rejected, but stays for {}: {}", shown(page), file.backoff.fail(), e.toString());
        }
    }

    /** The sidecar that is surely this page's; one that could be another's stays for that one. */
    private static Optional<Path> ownSidecar(Path page) throws IOException {
        try {
            return PageFiles.sidecar(page);
        } catch (PageRefusedException e) {
            return Optional.empty();
        }
    }

    /** A file's name for logs and reasons: its label has no line breaks. */
    private static String shown(Path file) {
        return SourceLabel.of(file.getFileName().toString());
    }

    private Backoff newBackoff() {
        return new Backoff(clock, options.maxBackoff());
    }
}
