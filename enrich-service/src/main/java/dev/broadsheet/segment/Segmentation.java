package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import java.util.List;

/**
 * A page, segmented: every non-blank line is in exactly one story or in the furniture.
 *
 * @param stories in the order in which they appear on the page
 * @param furniture lines that belong to no article: banners, folios, section names, imprint, a heading's second print
 * @param sheets the printed pages that the file holds, in order; nearly always one, none only where nothing is printed
 */
public record Segmentation(List<Story> stories, List<Line> furniture, List<Sheet> sheets) {

    public Segmentation {
        stories = List.copyOf(stories);
        furniture = List.copyOf(furniture);
        sheets = List.copyOf(sheets);
    }

    /** The printed page on which a story of this segmentation starts. */
    public Sheet sheetOf(Story story) {
        return Sheets.at(sheets, story.lines().get(0).getFirst());
    }
}
