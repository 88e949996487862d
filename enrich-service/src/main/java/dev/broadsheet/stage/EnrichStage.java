package dev.broadsheet.stage;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.enrich.EnrichContext;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Quality;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Classified article to finished article, but for reprints: the third stage, as a function. Thread-safe. */
public final class EnrichStage {

    private final Enricher enricher = new Enricher();

    /** The article with everything that its own text tells. */
    public Article enrich(Article article) {
        Enrichment found = enricher.enrich(ArticleText.of(article), context(article));
        Quality quality = Quality.newBuilder(article.getQuality())
                .setGarbled(found.garbled())
                .build();
        return Article.newBuilder(article)
                .setPeople(found.people())
                .setOrganizations(found.organizations())
                .setPlaces(found.places())
                .setDates(found.dates())
                .setQuantities(found.quantities())
                .setKeywords(found.keywords())
                .setSummary(found.summary())
                .setLanguage(found.language())
                .setQuality(quality)
                .build();
    }

    private static EnrichContext context(Article article) {
        Set<String> bylineNames = new HashSet<>(article.getReporters());
        bylineNames.addAll(article.getPhotographers());
        String publication =
                article.getPublicationName() == null ? article.getPublication() : article.getPublicationName();
        LocalDate issueDate = article.getIssueDate() == null ? null : LocalDate.parse(article.getIssueDate());
        return new EnrichContext(publication, issueDate, bylineNames);
    }
}
