package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A page's printed lines with everything the line model asks of them: cues, column widths, and the run of lines
 * between two blank ones to which each belongs.
 */
final class LineContext {

    /** The first line of a paragraph is indented by two characters, which extraction trims away. */
    private static final double INDENT = 2;

    private static final double TOO_WIDE = 1.5;
    private static final int MARKED_HEADINGS = 3;

    private final List<Printed> lines;
    private final List<Cues> cues;
    private final double[] columns;
    private final int[] blockFirst;
    private final int[] blockLast;
    private final boolean indented;
    private final boolean spaced;
    private final boolean marked;

    LineContext(List<Printed> lines, CueFinder finder) {
        this.lines = List.copyOf(lines);
        List<Cues> found = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            found.add(finder.cues(
                    i > 0 ? lines.get(i - 1) : null, lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : null));
        }
        this.cues = List.copyOf(found);
        this.columns = Columns.widths(lines);
        this.blockFirst = new int[lines.size()];
        this.blockLast = new int[lines.size()];
        blocks();
        this.indented = share(line -> line.indent() >= 1) > 0.08 && share(line -> line.indent() >= 1) < 0.7;
        this.spaced = share(Printed::apart) > 0.05;
        this.marked =
                lines.stream().filter(line -> line.line().markup().isHeading()).count() >= MARKED_HEADINGS;
    }

    private void blocks() {
        for (int i = 0; i < lines.size(); i++) {
            boolean opens = i == 0
                    || lines.get(i).apart()
                    || !lines.get(i)
                            .line()
                            .markup()
                            .equals(lines.get(i - 1).line().markup());
            blockFirst[i] = opens ? i : blockFirst[i - 1];
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            boolean closes = i + 1 == lines.size() || blockFirst[i + 1] == i + 1;
            blockLast[i] = closes ? i : blockLast[i + 1];
        }
    }

    private double share(Predicate<Printed> test) {
        return lines.isEmpty() ? 0 : (double) lines.stream().filter(test).count() / lines.size();
    }

    int size() {
        return lines.size();
    }

    Printed line(int i) {
        return lines.get(i);
    }

    Cues cues(int i) {
        return cues.get(i);
    }

    /** Width of the column in which line i stands; 0 where the page gives a paragraph a line. */
    double column(int i) {
        return columns[i];
    }

    /** Whether line i fills its column, so that it may go on in the next line. */
    boolean fills(int i) {
        double column = columns[i];
        boolean first = i == 0 || lines.get(i).apart() || lines.get(i - 1).ended();
        double slack = Math.max(1.5, column * 0.16) + (first ? INDENT : 0);
        return column == 0 ? lines.get(i).width() > 30 : lines.get(i).width() >= column - slack;
    }

    /** Whether line i is wider than the column around it, as headings are. */
    boolean overflows(int i) {
        return columns[i] > 0 && lines.get(i).width() > columns[i] + TOO_WIDE;
    }

    int blockFirst(int i) {
        return blockFirst[i];
    }

    int blockLast(int i) {
        return blockLast[i];
    }

    int blockLines(int i) {
        return blockLast[i] - blockFirst[i] + 1;
    }

    double blockWidth(int i) {
        double width = 0;
        for (int j = blockFirst[i]; j <= blockLast[i] && width < 1_000; j++) {
            width += lines.get(j).width();
        }
        return width;
    }

    /** Whether paragraphs of this page begin with an indent. */
    boolean isIndented() {
        return indented;
    }

    /** Whether this page parts its blocks by blank lines. */
    boolean isSpaced() {
        return spaced;
    }

    /** Whether this page's source marks headings, so that an unmarked line is hardly one. */
    boolean isMarked() {
        return marked;
    }
}
