package dev.broadsheet.stitch;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Quality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins the articles of an issue that have jump lines.
 *
 * <p>Page numbers in the jump lines are hard constraints: no likeness overrules them. Where they leave a choice, the
 * wording decides between all candidates at once ({@link Evidence}, {@link Pairing}); where it cannot, nothing is joined and
 * the articles say so in their reasons. The result depends only on the set of articles, not on the order in which their
 * pages came.
 */
public final class Stitcher {

    private Stitcher() {}

    /**
     * What is to be published of articles with jump lines.
     *
     * @param jumps all articles of one issue that continue elsewhere or come from elsewhere
     * @return articles to publish, by id; an article that became part of another is missing
     */
    public static Map<String, Article> stitch(Collection<Article> jumps) {
        List<Half> halves = jumps.stream()
                .sorted(Comparator.comparing(Article::getId))
                .map(Half::new)
                .toList();
        Links links = Links.find(halves);
        Map<String, Article> published = new TreeMap<>();
        for (Half half : halves) {
            if (!links.isContinuation(half)) {
                Article article = chain(half, links);
                published.put(article.getId(), article);
            }
        }
        return addCircles(published, halves, links);
    }

    /** The article with everything that continues it, page after page. */
    private static Article chain(Half first, Links links) {
        List<Article> parts = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Set<Half> seen = new HashSet<>();
        Half part = first;
        while (part != null && seen.add(part)) {
            parts.add(part.article());
            Links.Link link = links.after(part);
            if (link != null) {
                reasons.add("goes on in " + link.tail().article().getId() + " on page "
                        + link.tail().article().getPage() + ": " + String.join("; ", link.reasons()));
            }
            part = link == null ? null : link.tail();
        }
        links.doubt(first).ifPresent(reasons::add);
        Article joined = ArticleJoiner.join(parts);
        return reasons.isEmpty() ? joined : withReasons(joined, reasons);
    }

    /** Parts that name each other in a circle have no beginning; each stays an article of its own. */
    private static Map<String, Article> addCircles(Map<String, Article> published, List<Half> halves, Links links) {
        Set<String> reached = new HashSet<>(published.keySet());
        for (Half half : halves) {
            if (!links.isContinuation(half)) {
                for (Links.Link link = links.after(half); link != null; link = links.after(link.tail())) {
                    reached.add(link.tail().article().getId());
                }
            }
        }
        for (Half half : halves) {
            if (!reached.contains(half.article().getId())) {
                published.put(
                        half.article().getId(),
                        withReasons(half.article(), List.of("not joined: its jump lines lead in a circle")));
            }
        }
        return published;
    }

    private static Article withReasons(Article article, List<String> added) {
        Quality quality = article.getQuality();
        List<String> reasons = new ArrayList<>(quality.getReasons());
        reasons.addAll(added);
        return Article.newBuilder(article)
                .setQuality(new Quality(
                        quality.getConfidence(), quality.getGarbled(), quality.getSuspectedNoise(), reasons))
                .build();
    }
}
