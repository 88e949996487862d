package dev.broadsheet.segment;

import dev.broadsheet.schema.LineRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which lines of the page a story was made of, each with its role, in reading order. */
final class LinesPlaced {

    private final List<Integer> printed;
    private final List<Numbered> placed = new ArrayList<>();

    private record Numbered(String role, int number) {}

    /** @param printed numbers of the page's printed lines, ascending */
    LinesPlaced(List<Integer> printed) {
        this.printed = printed;
    }

    void place(String role, Printed line) {
        placed.add(new Numbered(role, line.number()));
    }

    /** Number of the line with which the story begins; there must be one. */
    int first() {
        return placed.get(0).number();
    }

    /** Lines of one role that follow each other on the page, blank lines between them aside, become one range. */
    List<LineRange> ranges() {
        List<LineRange> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= placed.size(); i++) {
            if (i == placed.size() || !follows(placed.get(i - 1), placed.get(i))) {
                ranges.add(new LineRange(
                        placed.get(from).role(),
                        placed.get(from).number(),
                        placed.get(i - 1).number()));
                from = i;
            }
        }
        return ranges;
    }

    private boolean follows(Numbered before, Numbered after) {
        return before.role().equals(after.role()) && follows(before.number(), after.number());
    }

    /** Whether nothing is printed between two lines. */
    boolean follows(int before, int after) {
        int at = Collections.binarySearch(printed, before);
        return at + 1 < printed.size() && printed.get(at + 1) == after;
    }
}
