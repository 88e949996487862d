package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Page;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.LineRange;
import java.util.List;

/** Finds the articles of a page. Pure: the same page always gives the same segmentation. Thread-safe. */
public final class Segmenter {

    /** Segments a page; every non-blank line ends up in exactly one story or in the furniture. */
    public Segmentation segment(Page page) {
        List<Line> printed =
                page.lines().stream().filter(line -> !line.isBlank()).toList();
        if (printed.isEmpty()) {
            return new Segmentation(List.of(), List.of(), null, null, null);
        }
        List<BodyBlock> body = printed.stream()
                .map(line -> new BodyBlock(BlockType.paragraph, line.text().strip()))
                .toList();
        List<LineRange> lines = printed.stream()
                .map(line -> new LineRange("body", line.number(), line.number()))
                .toList();
        Story story = new Story(
                null, null, null, List.of(), List.of(), List.of(), null, null, body, List.of(), null, null, lines, 0.0,
                List.of(), List.of());
        return new Segmentation(List.of(story), List.of(), null, null, null);
    }
}
