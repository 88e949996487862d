package dev.broadsheet.enrich;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.schema.DateMention;
import dev.broadsheet.schema.Keyword;
import dev.broadsheet.schema.Quantity;
import java.util.List;

/**
 * What a single line of text tells. All offsets count code points of the line exactly as given.
 *
 * @param entities every mention of a person, organization or place, in order, none overlapping
 * @param dates in order of mention
 * @param quantities in order of mention
 * @param keywords best first
 */
public record LineAnalysis(
        List<Entity> entities, List<DateMention> dates, List<Quantity> quantities, List<Keyword> keywords) {

    public LineAnalysis {
        entities = List.copyOf(entities);
        dates = List.copyOf(dates);
        quantities = List.copyOf(quantities);
        keywords = List.copyOf(keywords);
    }
}
