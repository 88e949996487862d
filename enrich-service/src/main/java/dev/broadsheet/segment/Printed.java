package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import dev.broadsheet.page.Line;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line on which something is printed, as the segmenter looks at it.
 *
 * @param line the line itself
 * @param text trimmed, as printed
 * @param folded {@code text} folded for matching, same length
 * @param tight {@code folded} without any space
 * @param width in full-width units
 * @param blanksBefore blank lines between the printed line before and this one; a large number after a page break
 * @param indent width of the white space before the text
 * @param asides what the scan seems to have added at this line
 */
record Printed(
        Line line,
        String text,
        String folded,
        String tight,
        double width,
        int blanksBefore,
        double indent,
        List<Aside> asides) {

    /** Stands for a form feed before the line. */
    static final int PAGE_BREAK = 1_000;

    static Printed of(Line line, int blanksBefore) {
        String text = Glyphs.trim(line.text());
        String folded = Folding.fold(text);
        int at = 0;
        double indent = 0;
        while (at < line.text().length() && Glyphs.isSpace(line.text().charAt(at))) {
            indent += line.text().charAt(at) == '\u3000' ? 1 : 0.5;
            at++;
        }
        return new Printed(
                line, text, folded, Glyphs.tight(folded), Glyphs.width(text), blanksBefore, indent, List.of());
    }

    /** The same line after so many blank lines. */
    Printed after(int blanks) {
        return new Printed(line, text, folded, tight, width, blanks, indent, asides);
    }

    /** The same line with more asides. */
    Printed with(List<Aside> added) {
        List<Aside> more = Stream.concat(asides.stream(), added.stream()).toList();
        return new Printed(line, text, folded, tight, width, blanksBefore, indent, more);
    }

    /** The lines of its asides. */
    Stream<Printed> added() {
        return asides.stream().flatMap(aside -> aside.lines().stream());
    }

    /** The line and the lines of its asides. */
    Stream<Printed> withAdded() {
        return Stream.concat(Stream.of(this), added());
    }

    /** Number of its last line, asides included. */
    int lastNumber() {
        return withAdded().mapToInt(Printed::number).max().orElseThrow();
    }

    int number() {
        return line.number();
    }

    boolean apart() {
        return blanksBefore > 0;
    }

    /** Whether a new page begins with this line. */
    boolean opensPage() {
        return blanksBefore >= PAGE_BREAK;
    }

    /** Whether the line ends as a sentence ends: 。！？… with any closing marks after it. */
    boolean ended() {
        return endsSentence(tight);
    }

    static boolean endsSentence(String text) {
        int i = text.length() - 1;
        while (i >= 0 && Glyphs.isCloser(text.charAt(i))) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        char last = text.charAt(i);
        return Glyphs.isStop(last) || last == ':' && i == text.length() - 1 || last == '.' && !text.endsWith("..");
    }

    /** Whether the line ends in the middle of a sentence's pause: ，、；. */
    boolean endsInPause() {
        return !tight.isEmpty() && Glyphs.isPause(tight.charAt(tight.length() - 1)) && !tight.endsWith(":");
    }

    char last() {
        return tight.isEmpty() ? ' ' : tight.charAt(tight.length() - 1);
    }
}
