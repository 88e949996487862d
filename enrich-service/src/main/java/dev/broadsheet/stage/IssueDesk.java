package dev.broadsheet.stage;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.KnownArticle;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.SegmentedPage;
import dev.broadsheet.stitch.Stitcher;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The desk where the pages of one issue come together: it gives articles their ids, joins stories that continue on another
 * page, and says what readers must be told. A pure function of what it knew and what comes in. What it publishes for an
 * issue depends only on the pages themselves, each with its own history, never on the order in which they arrive; but for the
 * revision that an article tells, which is that of the scan that last changed it.
 */
public final class IssueDesk {

    private IssueDesk() {}

    /**
     * What the desk decided.
     *
     * @param pages page states that changed, to be stored
     * @param upserts articles that are new or changed, in the order of their ids
     * @param tombstones ids under which nothing is published any longer
     */
    public record Decision(List<PageState> pages, List<Article> upserts, List<String> tombstones) {

        static final Decision NOTHING = new Decision(List.of(), List.of(), List.of());

        public Decision {
            pages = List.copyOf(pages);
            upserts = List.copyOf(upserts);
            tombstones = List.copyOf(tombstones);
        }
    }

    /**
     * Takes in a page.
     *
     * @param issue what is known of the issue's pages, by page id; the incoming page may be among them
     * @param page the page, its articles under provisional ids
     * @return nothing for an older revision; of a second delivery, where it lies; otherwise what changed
     */
    public static Decision receive(Map<String, PageState> issue, SegmentedPage page) {
        PageState before = issue.get(page.getPageId());
        if (before != null && isOldNews(before, page)) {
            return page.getRevision() == before.getRevision() && page.getArchiveOffset() >= 0
                    ? new Decision(List.of(PageRegister.moved(before, page)), List.of(), List.of())
                    : Decision.NOTHING;
        }
        PageRegister.Entry entry = PageRegister.enter(before, page);
        SortedMap<String, PageState> now = new TreeMap<>(issue);
        now.put(page.getPageId(), entry.state());
        Map<String, Article> wanted = new HashMap<>(entry.complete());
        wanted.putAll(Stitcher.stitch(now.values().stream()
                .flatMap(state -> state.getArticles().stream())
                .flatMap(article -> Stream.ofNullable(article.getJump()))
                .toList()));
        boolean lookAgain = page.getReplayed()
                || before != null && !before.getPipelineVersion().equals(page.getPipelineVersion());
        return new Publication(page.getPageId(), lookAgain, wanted).compare(issue, now);
    }

    private static boolean isOldNews(PageState before, SegmentedPage page) {
        if (page.getRevision() != before.getRevision()) {
            return page.getRevision() < before.getRevision();
        }
        return !page.getReplayed() && page.getPipelineVersion().equals(before.getPipelineVersion());
    }

    /** Compares what should be published with what is, and collects the difference. */
    private static final class Publication {

        private final String incoming;
        private final boolean lookAgain;
        private final Map<String, Article> wanted;
        private final List<Article> upserts = new ArrayList<>();
        private final List<String> tombstones = new ArrayList<>();

        Publication(String incoming, boolean lookAgain, Map<String, Article> wanted) {
            this.incoming = incoming;
            this.lookAgain = lookAgain;
            this.wanted = wanted;
        }

        Decision compare(Map<String, PageState> before, SortedMap<String, PageState> now) {
            List<PageState> changed = new ArrayList<>();
            for (PageState state : now.values()) {
                PageState after = publish(state);
                if (!after.equals(before.get(after.getPageId()))) {
                    changed.add(after);
                }
            }
            return new Decision(changed, upserts, tombstones);
        }

        private PageState publish(PageState state) {
            List<KnownArticle> articles = new ArrayList<>();
            for (KnownArticle article : state.getArticles()) {
                boolean settled = article.getPresent()
                        && article.getJump() == null
                        && !state.getPageId().equals(incoming);
                articles.add(settled ? article : publish(state.getPageId(), article));
            }
            return PageState.newBuilder(state)
                    .setArticles(PageRegister.forgetTheOldest(articles))
                    .build();
        }

        private KnownArticle publish(String pageId, KnownArticle article) {
            String id = PageRegister.articleId(pageId, article.getNumber());
            Article text = wanted.get(id);
            ByteBuffer published = text == null ? null : ArticleDigest.of(text);
            if (text == null && article.getPublished() != null) {
                tombstones.add(id);
            } else if (text != null && (!published.equals(article.getPublished()) || lookAgain && isIncoming(text))) {
                upserts.add(text);
            }
            return new KnownArticle(
                    article.getNumber(), article.getFingerprint(), article.getPresent(), published, article.getJump());
        }

        private boolean isIncoming(Article text) {
            return text.getParts().stream().map(Part::getPageId).anyMatch(incoming::equals);
        }
    }
}
