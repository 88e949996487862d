package dev.broadsheet.stage;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.id.ArticleId;
import dev.broadsheet.id.PageId;
import dev.broadsheet.identity.Fingerprint;
import dev.broadsheet.identity.Identities;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.KnownArticle;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.SegmentedPage;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Enters a scan into what is known of its page: articles still there keep their numbers, new ones get new numbers. */
final class PageRegister {

    /** Articles that left a page and are still remembered, so that they get their number back when they return. */
    static final int REMEMBERED = 500;

    private PageRegister() {}

    /**
     * A page after a scan was entered.
     *
     * @param state the page's new state; digests of what was published are carried over
     * @param complete by id, those articles of the scan that have no jump line
     */
    record Entry(PageState state, Map<String, Article> complete) {}

    /** @param before null where the page was never seen */
    static Entry enter(PageState before, SegmentedPage page) {
        List<KnownArticle> known = before == null ? List.of() : before.getArticles();
        int nextNumber = before == null ? 1 : before.getNextNumber();
        List<Fingerprint> texts = page.getArticles().stream()
                .map(article -> Fingerprint.of(ArticleText.of(article)))
                .toList();
        List<Integer> numbers = Identities.assign(identities(known), texts, nextNumber);

        SortedMap<Integer, KnownArticle> articles = new TreeMap<>();
        known.forEach(article -> articles.put(article.getNumber(), absent(article)));
        Map<String, Article> complete = new HashMap<>();
        for (int position = 0; position < numbers.size(); position++) {
            int number = numbers.get(position);
            Article article = Article.newBuilder(page.getArticles().get(position))
                    .setId(articleId(page.getPageId(), number))
                    .build();
            Article jump = article.getContinuedTo() != null || article.getContinuedFrom() != null ? article : null;
            if (jump == null) {
                complete.put(article.getId(), article);
            }
            KnownArticle earlier = articles.get(number);
            ByteBuffer published = earlier == null ? null : earlier.getPublished();
            articles.put(number, new KnownArticle(number, texts.get(position).toBytes(), true, published, jump));
        }
        int next = Math.max(nextNumber, articles.isEmpty() ? 1 : articles.lastKey() + 1);
        return new Entry(state(before, page, next, List.copyOf(articles.values())), complete);
    }

    private static PageState state(PageState before, SegmentedPage page, int next, List<KnownArticle> articles) {
        boolean liesBefore = before != null
                && before.getRevision() == page.getRevision()
                && before.getArchiveOffset() > page.getArchiveOffset();
        return PageState.newBuilder()
                .setPageId(page.getPageId())
                .setRevision(page.getRevision())
                .setWithdrawn(page.getWithdrawn())
                .setArchivePartition(liesBefore ? before.getArchivePartition() : page.getArchivePartition())
                .setArchiveOffset(liesBefore ? before.getArchiveOffset() : page.getArchiveOffset())
                .setPipelineVersion(page.getPipelineVersion())
                .setNextNumber(next)
                .setArticles(articles)
                .build();
    }

    /** The state of a page of which the same revision has come once more. */
    static PageState moved(PageState state, SegmentedPage page) {
        return PageState.newBuilder(state)
                .setArchivePartition(page.getArchivePartition())
                .setArchiveOffset(page.getArchiveOffset())
                .build();
    }

    static String articleId(String pageId, int number) {
        return new ArticleId(PageId.parse(pageId), number).toString();
    }

    /** Drops those gone longest, by number. What is still published stays until its tombstone is out. */
    static List<KnownArticle> forgetTheOldest(List<KnownArticle> articles) {
        Set<Integer> remembered = articles.stream()
                .filter(article -> !article.getPresent())
                .map(KnownArticle::getNumber)
                .sorted((one, other) -> Integer.compare(other, one))
                .limit(REMEMBERED)
                .collect(Collectors.toSet());
        return articles.stream()
                .filter(article -> article.getPresent()
                        || article.getPublished() != null
                        || remembered.contains(article.getNumber()))
                .toList();
    }

    private static List<Identities.Known> identities(List<KnownArticle> known) {
        return known.stream()
                .map(article -> new Identities.Known(
                        article.getNumber(), Fingerprint.fromBytes(article.getFingerprint()), article.getPresent()))
                .toList();
    }

    private static KnownArticle absent(KnownArticle article) {
        return new KnownArticle(article.getNumber(), article.getFingerprint(), false, article.getPublished(), null);
    }
}
