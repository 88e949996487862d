package dev.broadsheet.enrich;

import dev.broadsheet.schema.DateMention;
import dev.broadsheet.schema.Keyword;
import dev.broadsheet.schema.Organization;
import dev.broadsheet.schema.Person;
import dev.broadsheet.schema.Place;
import dev.broadsheet.schema.Quantity;
import java.util.List;

/**
 * What enrichment finds in one article's text. Field by field as in the {@code Article} schema; offsets count code
 * points in {@link dev.broadsheet.article.ArticleText#text()}.
 *
 * @param summary null where the text has no sentence to take
 * @param language BCP 47 tag with script; null where it cannot be told
 * @param garbled share of the text that looks garbled, 0 to 1
 */
public record Enrichment(
        List<Person> people,
        List<Organization> organizations,
        List<Place> places,
        List<DateMention> dates,
        List<Quantity> quantities,
        List<Keyword> keywords,
        String summary,
        String language,
        double garbled) {

    public Enrichment {
        people = List.copyOf(people);
        organizations = List.copyOf(organizations);
        places = List.copyOf(places);
        dates = List.copyOf(dates);
        quantities = List.copyOf(quantities);
        keywords = List.copyOf(keywords);
    }
}
