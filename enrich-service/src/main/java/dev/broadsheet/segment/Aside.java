package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that the scan seems to have added, put aside while the page is read and put back after the line they stand at.
 *
 * @param lines at least one, in the order of the page
 * @param suspicion what they are suspected of, as in {@link dev.broadsheet.schema.Noise}: doubled or garbled
 */
record Aside(List<Printed> lines, String suspicion) {

    static final String DOUBLED = "doubled";
    static final String GARBLED = "garbled";

    /** A line that is narrower than this share of the widest, as a headline is, goes on in no other. */
    private static final double NARROW = 0.6;

    Aside {
        lines = List.copyOf(lines);
    }

    /** The lines as clean paragraphs. */
    List<String> paragraphs() {
        double widest = lines.stream().mapToDouble(Printed::width).max().orElse(0);
        List<String> paragraphs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Printed line : lines) {
            open.add(line.text());
            if (line.ended() || line.width() < NARROW * widest || line == lines.get(lines.size() - 1)) {
                paragraphs.add(Prose.paragraph(open));
                open.clear();
            }
        }
        return paragraphs;
    }
}
