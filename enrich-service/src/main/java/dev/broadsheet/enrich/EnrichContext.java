package dev.broadsheet.enrich;

import java.time.LocalDate;
import java.util.Set;

/**
 * What enrichment knows of an article beside its text.
 *
 * @param publication the newspaper's name or slug; null where unknown. Its home region settles ambiguous place names
 * @param issueDate date of the issue, against which relative dates resolve; null where unknown
 * @param bylineNames reporters and photographers, who are not people of the story
 */
public record EnrichContext(String publication, LocalDate issueDate, Set<String> bylineNames) {

    public EnrichContext {
        bylineNames = Set.copyOf(bylineNames);
    }
}
