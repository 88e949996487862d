package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to sort the lines of a heading group: which of them, in the order of the page, are kicker, headline and
 * subheadline. Each part is a row of neighbouring lines; the headline has one line at least.
 */
record GroupSplit(Part kicker, Part headline, Part subheadline) {

    /** Lines of a group among which its parts begin. */
    private static final int MOST = 10;

    private static final Part NONE = new Part(0, 0);

    /** The lines [from, to) of the group. */
    record Part(int from, int to) {

        int size() {
            return to - from;
        }

        boolean isEmpty() {
            return from == to;
        }
    }

    /** The parts that have lines. */
    List<Part> parts() {
        return List.of(kicker, headline, subheadline).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether the parts do not stand in the order in which they are read. */
    boolean isOutOfOrder() {
        List<Part> parts = parts();
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).from() < parts.get(i - 1).from()) {
                return true;
            }
        }
        return false;
    }

    /** The ways to sort so many lines; in a long group no part but the last begins below the first few lines. */
    static List<GroupSplit> of(int lines) {
        List<GroupSplit> splits = new ArrayList<>();
        splits.add(new GroupSplit(NONE, new Part(0, lines), NONE));
        int end = Math.min(lines, MOST);
        for (int i = 1; i < end; i++) {
            Part above = new Part(0, i);
            Part below = new Part(i, lines);
            splits.add(new GroupSplit(above, below, NONE));
            splits.add(new GroupSplit(NONE, above, below));
            splits.add(new GroupSplit(below, above, NONE));
            splits.add(new GroupSplit(NONE, below, above));
            for (int j = i + 1; j < end; j++) {
                Part middle = new Part(i, j);
                Part last = new Part(j, lines);
                splits.add(new GroupSplit(above, middle, last));
                splits.add(new GroupSplit(middle, last, above));
                splits.add(new GroupSplit(last, above, middle));
                splits.add(new GroupSplit(middle, above, last));
                splits.add(new GroupSplit(above, last, middle));
            }
        }
        return splits;
    }
}
