package dev.broadsheet.stage;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.id.ArticleId;
import dev.broadsheet.identity.Fingerprint;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.KnownArticle;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.Quality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the issue desk must remember of a page, told from its published articles alone: after a disaster, and for a dry run.
 * The revision is older than any, so that the page itself, when it comes again, is looked at.
 */
public final class RestoredPage {

    private RestoredPage() {}

    /**
     * The states of all pages of which something is, or was, published.
     *
     * @param published by id, the articles; a null value for one that is known to be gone
     * @return by page id; may be changed
     */
    public static Map<String, PageState> ofAll(Map<String, Article> published) {
        Map<String, SortedMap<Integer, Article>> pages = new HashMap<>();
        published.forEach((id, article) -> {
            ArticleId articleId = ArticleId.parse(id);
            pages.computeIfAbsent(articleId.page().toString(), page -> new TreeMap<>())
                    .put(articleId.number(), article);
        });
        Map<String, PageState> states = new HashMap<>();
        pages.forEach((page, articles) -> states.put(page, of(page, articles)));
        return states;
    }

    private static PageState of(String pageId, SortedMap<Integer, Article> published) {
        List<KnownArticle> known = new ArrayList<>();
        for (Map.Entry<Integer, Article> entry : published.entrySet()) {
            if (entry.getValue() != null) {
                known.add(known(entry.getKey(), asSegmented(entry.getValue())));
            }
        }
        return PageState.newBuilder()
                .setPageId(pageId)
                .setRevision(Long.MIN_VALUE)
                .setPipelineVersion("")
                .setNextNumber(published.isEmpty() ? 1 : published.lastKey() + 1)
                .setArticles(known)
                .build();
    }

    private static KnownArticle known(int number, Article article) {
        return new KnownArticle(
                number, Fingerprint.of(ArticleText.of(article)).toBytes(), true, ArticleDigest.of(article), null);
    }

    /** The article without what later stages filled in, as the issue desk last published it. */
    private static Article asSegmented(Article article) {
        Article.Builder segmented = Article.newBuilder(article)
                .clearGenre()
                .clearTopics()
                .clearPeople()
                .clearOrganizations()
                .clearPlaces()
                .clearDates()
                .clearQuantities()
                .clearKeywords()
                .clearSummary()
                .clearLanguage()
                .clearReprint();
        return segmented
                .setQuality(
                        Quality.newBuilder(article.getQuality()).clearGarbled().build())
                .build();
    }
}
