package dev.broadsheet.stitch;

import dev.broadsheet.schema.Article;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Joins the articles of an issue that have jump lines. */
public final class Stitcher {

    private Stitcher() {}

    /**
     * What is to be published of articles with jump lines.
     *
     * @param jumps all articles of one issue that continue elsewhere or come from elsewhere
     * @return articles to publish, by id; an article that became part of another is missing
     */
    public static Map<String, Article> stitch(Collection<Article> jumps) {
        Map<String, Article> published = new TreeMap<>();
        jumps.forEach(article -> published.put(article.getId(), article));
        return published;
    }
}
