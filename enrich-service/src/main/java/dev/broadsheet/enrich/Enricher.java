package dev.broadsheet.enrich;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.enrich.date.DateTagger;
import dev.broadsheet.enrich.entity.EntityRecognizer;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gist.KeywordRanker;
import dev.broadsheet.enrich.gist.Summarizer;
import dev.broadsheet.enrich.name.NameReader;
import dev.broadsheet.enrich.name.Names;
import dev.broadsheet.enrich.quantity.QuantityTagger;
import dev.broadsheet.enrich.script.GarbleMeter;
import dev.broadsheet.enrich.script.LanguageGuesser;
import dev.broadsheet.schema.DateMention;
import dev.broadsheet.schema.Keyword;
import dev.broadsheet.schema.Quantity;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds people, organizations, places, dates, quantities, keywords and a summary. The dictionary and the model are loaded
 * once for all instances. Pure and thread-safe.
 */
public final class Enricher {

    private final EntityRecognizer recognizer = EntityRecognizer.shared();
    private final NameReader names = new NameReader(recognizer);
    private final DateTagger dates = new DateTagger();
    private final QuantityTagger quantities = new QuantityTagger();
    private final KeywordRanker keywordRanker = new KeywordRanker();
    private final Summarizer summarizer = new Summarizer();
    private final LanguageGuesser languages = new LanguageGuesser();
    private final GarbleMeter garbles = new GarbleMeter();

    /** Enriches one article. */
    public Enrichment enrich(ArticleText text, EnrichContext context) {
        String whole = text.text();
        Reading reading = recognizer.read(whole);
        Names found = names.read(reading, whole, context.publication(), context.bylineNames());
        List<DateMention> told = dates.tag(whole, context.issueDate());
        List<Quantity> amounts = quantities.tag(whole, told);
        List<Keyword> keywords = keywordRanker.rank(
                whole, reading, found.entities(), headlineEnd(text), context.bylineNames(), places(told, amounts));
        return new Enrichment(
                found.people(),
                found.organizations(),
                found.places(),
                told,
                amounts,
                keywords,
                summarizer.summarize(text.body(), keywords),
                languages.guess(whole),
                garbles.share(whole));
    }

    /** Kicker, headline and subheadline come first in the text, each with its line feed. */
    private static int headlineEnd(ArticleText text) {
        return Stream.of(text.kicker(), text.headline(), text.subheadline())
                .filter(Objects::nonNull)
                .mapToInt(line -> line.codePointCount(0, line.length()) + 1)
                .sum();
    }

    private static BitSet places(List<DateMention> dates, List<Quantity> quantities) {
        BitSet taken = new BitSet();
        dates.forEach(date -> taken.set(date.getStart(), date.getEnd()));
        quantities.forEach(quantity -> taken.set(quantity.getStart(), quantity.getEnd()));
        return taken;
    }

    /**
     * What a single line of text tells, read exactly as given.
     *
     * @param issueDate day against which relative dates resolve; null where unknown
     */
    public LineAnalysis analyze(String line, LocalDate issueDate) {
        List<DateMention> told = dates.tag(line, issueDate);
        Reading reading = recognizer.read(line);
        List<Quantity> amounts = quantities.tag(line, told);
        List<Keyword> keywords =
                keywordRanker.rank(line, reading, reading.entities(), 0, Set.of(), places(told, amounts));
        return new LineAnalysis(reading.entities(), told, amounts, keywords);
    }
}
