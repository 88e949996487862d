package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import java.time.LocalDate;
import java.util.List;

/**
 * A page, segmented: every non-blank line is in exactly one story or in the furniture.
 *
 * @param stories in the order in which they appear on the page
 * @param furniture lines that belong to no article: banners, folios, section names, imprint
 * @param publication the newspaper's name that the page itself prints; null where it prints none
 * @param issueDate the issue's date that the page itself prints; null where it prints none
 * @param label the page number that the page itself prints; null where it prints none
 */
public record Segmentation(
        List<Story> stories, List<Line> furniture, String publication, LocalDate issueDate, String label) {

    public Segmentation {
        stories = List.copyOf(stories);
        furniture = List.copyOf(furniture);
    }
}
