package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A page's printed lines with everything the line model asks of them: cues, column widths, and the run of lines
 * between two blank ones to which each belongs. What it works out it remembers; one page, one thread.
 */
final class LineContext {

    /** The first line of a paragraph is indented by two characters, which extraction trims away. */
    private static final double INDENT = 2;

    private static final double TOO_WIDE = 2.1;
    private static final double SLACK = 0.13;

    /** Where a paragraph is one line, a line longer than this is no heading. */
    private static final double LONGEST_LINE = 30;

    /** 本报讯（记者 …） and whole words after it: no two stories begin alike so far. */
    private static final int LONG_LEAD = 30;

    private static final double LONGER = 1.3;

    private static final int MARKED_HEADINGS = 3;

    private final List<Printed> lines;
    private final List<Cues> cues;
    private final double[] columns;
    private final double[] joins;
    private final int[] blockFirst;
    private final int[] blockLast;
    private final boolean indented;
    private final boolean spaced;
    private final boolean marked;

    LineContext(List<Printed> lines, CueFinder finder) {
        this.lines = List.copyOf(lines);
        List<Cues> found = new ArrayList<>(lines.size());
        Set<String> leads = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Cues here = finder.cues(
                    i > 0 ? lines.get(i - 1) : null, lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : null);
            found.add(here.opening() != null && isSecondPrint(i, leads) ? here.withoutOpening() : here);
        }
        this.cues = List.copyOf(found);
        this.columns = Columns.widths(lines);
        this.joins = new double[lines.size()];
        Arrays.fill(joins, Double.NaN);
        this.blockFirst = new int[lines.size()];
        this.blockLast = new int[lines.size()];
        blocks();
        this.indented = share(line -> line.indent() >= 1) > 0.08 && share(line -> line.indent() >= 1) < 0.7;
        this.spaced = share(Printed::apart) > 0.05;
        this.marked =
                lines.stream().filter(line -> line.line().markup().isHeading()).count() >= MARKED_HEADINGS;
    }

    /** Whether the lead in line i was printed before, word for word, and stands in the middle of a text now. */
    private boolean isSecondPrint(int i, Set<String> leads) {
        String lead = lines.get(i).tight();
        return lead.length() >= LONG_LEAD
                && !leads.add(lead)
                && lines.get(i - 1).ended();
    }

    private void blocks() {
        for (int i = 0; i < lines.size(); i++) {
            blockFirst[i] = isParted(i) || partsByItself(i) ? i : blockFirst[i - 1];
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            boolean closes = i + 1 == lines.size() || blockFirst[i + 1] == i + 1;
            blockLast[i] = closes ? i : blockLast[i + 1];
        }
    }

    /** Whether the source sets line i apart from the line before, by a blank line or another markup. */
    private boolean isParted(int i) {
        return i == 0
                || i == lines.size()
                || lines.get(i).apart()
                || !lines.get(i).line().markup().equals(lines.get(i - 1).line().markup());
    }

    /**
     * Whether line i cannot belong together with the line before, blank line or not: one of them is a byline, a story
     * begins or jumps, a paragraph came to its end, or a line breaks where its column does not.
     */
    private boolean partsByItself(int i) {
        Cues before = cues.get(i - 1);
        Cues here = cues.get(i);
        return here.begins()
                || before.ends()
                || (here.byline() == null) != (before.byline() == null)
                || (here.furniture() == null) != (before.furniture() == null)
                || before.label() != null
                || overflows(i) != overflows(i - 1)
                || beginsClause(i)
                || breaksEarly(i - 1);
    }

    /**
     * Whether a clause begins in line i though the line before has no mark at its end, so that it cannot be its rest: with
     * its time (近日，) or as the first item of several (一、). After 本报讯（记者 …） no mark is needed.
     */
    boolean beginsClause(int i) {
        Cues here = cues.get(i);
        return (here.timed() || here.first())
                && !lines.get(i - 1).ended()
                && !lines.get(i - 1).endsInPause()
                && !cues.get(i - 1).begins();
    }

    private boolean breaksEarly(int i) {
        if (columns[i] > 0) {
            return !fills(i);
        }
        return lines.get(i).ended() || fills(i) || fills(i + 1) || isOverSentence(i);
    }

    /** Whether line i ends as headings do and a longer line that ends as a sentence does stands right below it. */
    private boolean isOverSentence(int i) {
        Printed line = lines.get(i);
        Printed below = lines.get(i + 1);
        return !line.endsInPause() && below.ended() && below.width() > line.width() * LONGER;
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
        return fills(i, opensParagraph(i));
    }

    /** The same where it is known whether line i is the first of its paragraph, and so indented. */
    boolean fills(int i, boolean first) {
        double indent = first ? INDENT : 0;
        return columns[i] == 0
                ? lines.get(i).width() > LONGEST_LINE
                : lines.get(i).width() >= full(i) - indent;
    }

    private double full(int i) {
        return columns[i] - Math.max(TOO_WIDE, columns[i] * SLACK);
    }

    /** Whether line i can be the first of a paragraph: the one before ends a sentence or is no full line of the column. */
    private boolean opensParagraph(int i) {
        return i == 0
                || lines.get(i).apart()
                || lines.get(i - 1).ended()
                || lines.get(i - 1).width() < full(i)
                || overflows(i - 1);
    }

    /** Whether line i is wider than the column around it, as headings are. */
    boolean overflows(int i) {
        return columns[i] > 0 && lines.get(i).width() > columns[i] + TOO_WIDE;
    }

    /** How well the words on either side of the break before line i join into one sentence: {@link WordJoins#score}. */
    double joins(int i) {
        if (Double.isNaN(joins[i])) {
            joins[i] = i == 0
                    ? 0
                    : WordJoins.score(lines.get(i - 1).tight(), lines.get(i).tight());
        }
        return joins[i];
    }

    /** Whether line i is a whole paragraph, or all of one that stands together. */
    boolean isWhole(int i) {
        return !spaced && columns[i] == 0 && fills(i) && i + 1 < lines.size() && columns[i + 1] == 0;
    }

    /** Whether line i, too short for its column, ends in no full stop though nothing of its paragraph can follow. */
    boolean dangles(int i) {
        Printed line = lines.get(i);
        boolean last = i + 1 == lines.size()
                || cues.get(i + 1).begins()
                || cues.get(i + 1).byline() != null;
        return last
                && !line.ended()
                && !line.endsInPause()
                && !fills(i)
                && !cues.get(i).ends()
                && cues.get(i).credit() == null;
    }

    int blockFirst(int i) {
        return blockFirst[i];
    }

    int blockLast(int i) {
        return blockLast[i];
    }

    /** Whether the block of line i is set apart by the source on both sides, and not only by what its lines say. */
    boolean isFramed(int i) {
        return isParted(blockFirst[i]) && isParted(blockLast[i] + 1);
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
