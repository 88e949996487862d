package dev.broadsheet.replay;

import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.schema.SegmentedPage;
import dev.broadsheet.stage.ClassifyStage;
import dev.broadsheet.stage.EnrichStage;
import dev.broadsheet.stage.IssueDesk;
import dev.broadsheet.stage.RestoredPage;
import dev.broadsheet.stage.SegmentStage;
import dev.broadsheet.topology.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Computes what a replay would change, without Kafka and without writing anything: the same stages, the same issue desk,
 * its memory restored from what is published. Not thread-safe.
 *
 * <p>Reprint clusters depend on the whole stream, not on one page; a dry run leaves them as they are.
 */
public final class DryRun {

    private final SegmentStage segment;
    private final ClassifyStage classify;
    private final EnrichStage enrich;
    private final List<ArticleChange> changes = new ArrayList<>();
    private long read;
    private long replayed;
    private long failures;

    /** A dry run with these stages, which are costly to make and can be shared. */
    public DryRun(SegmentStage segment, ClassifyStage classify, EnrichStage enrich) {
        this.segment = segment;
        this.classify = classify;
        this.enrich = enrich;
    }

    /**
     * Looks at one issue.
     *
     * @param pages the newest revision of every page of the issue, since a story may go on on a page that the filter leaves
     *     out; an undated page is an issue of its own
     * @param published by article id, what the articles topic holds of these pages; a null value for a tombstone
     * @param wanted the pages whose changes count
     */
    public void issue(Collection<RawPage> pages, Map<String, Article> published, Predicate<PageId> wanted) {
        Map<String, PageState> desk = RestoredPage.ofAll(published);
        Map<String, Article> after = new HashMap<>();
        Set<String> counted = new HashSet<>();
        for (RawPage page : pages) {
            boolean counts = wanted.test(PageId.parse(page.getPageId()));
            boolean received = receive(page, desk, after);
            read++;
            if (counts) {
                counted.add(page.getPageId());
                replayed++;
                failures += received ? 0 : 1;
            }
        }
        compare(published, after, counted);
    }

    /**
     * Looks at one published article, of which only later stages are to be done once more.
     *
     * @param from classify or enrich
     */
    public void article(Stage from, Article published) {
        read++;
        replayed++;
        try {
            Article classified = from == Stage.CLASSIFY ? classify.classify(published) : published;
            changes.add(new ArticleChange(published.getId(), published, enriched(classified, published)));
        } catch (RuntimeException e) {
            failures++;
        }
    }

    /** What everything together would change. */
    public ReplayReport report(Stage from) {
        return ReplayReport.of(Deed.dryRun(from), read, replayed, changes, failures);
    }

    /** @return false where the page would become a dead letter; what is published of it stays */
    private boolean receive(RawPage raw, Map<String, PageState> desk, Map<String, Article> after) {
        SegmentedPage page;
        try {
            page = SegmentedPage.newBuilder(segment.segment(raw))
                    .setReplayed(true)
                    .build();
        } catch (RuntimeException e) {
            return false;
        }
        IssueDesk.Decision decision = IssueDesk.receive(desk, page);
        decision.pages().forEach(state -> desk.put(state.getPageId(), state));
        decision.upserts().forEach(article -> after.put(article.getId(), article));
        decision.tombstones().forEach(id -> after.put(id, null));
        return true;
    }

    private void compare(Map<String, Article> published, Map<String, Article> after, Set<String> counted) {
        Set<String> ids = new HashSet<>(published.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            Article before = published.get(id);
            Article now = after.containsKey(id) ? finish(after.get(id), before) : before;
            if (touches(before, counted) || touches(now, counted)) {
                changes.add(new ArticleChange(id, before, now));
            }
        }
    }

    private Article finish(Article segmented, Article before) {
        return segmented == null ? null : enriched(classify.classify(segmented), before);
    }

    private Article enriched(Article classified, Article before) {
        Article finished = enrich.enrich(classified);
        return before == null
                ? finished
                : Article.newBuilder(finished).setReprint(before.getReprint()).build();
    }

    private static boolean touches(Article article, Set<String> pages) {
        return article != null
                && article.getParts().stream().map(Part::getPageId).anyMatch(pages::contains);
    }
}
