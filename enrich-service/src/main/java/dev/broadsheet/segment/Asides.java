package dev.broadsheet.segment;

import dev.broadsheet.article.Garble;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts aside, before anything else of a page is read, lines that would only mislead: those that print the lines right above
 * them once more, and single garbled lines. What stands around them is then read as if they were not there, and
 * {@link StoryBuilder} puts them back.
 */
final class Asides {

    /** So many letters say the same twice for no reason of their own; rows, refrains and cries are shorter. */
    private static final int LONG = 10;

    private static final int LONG_BLOCK = 24;
    private static final int MOST_LINES = 12;

    /** The end of a sentence, of so many letters, printed again as a line of its own. */
    private static final int LONG_END = 12;

    private static final int SHORTEST_HEADING = 4;

    /** One letter in so many may be misread in one of the two prints. */
    private static final int MISREAD = 20;

    private static final String NUMERALS = "〇零一二三四五六七八九十百千万亿甲乙丙丁";

    /** A garbled line that is wider, or one of more than two, is a text that needs its place on the page. */
    private static final double WIDEST = 42;

    private static final double WIDER = 1.5;

    private final List<Printed> printed;
    private final List<String> letters;
    private final List<Printed> kept = new ArrayList<>();

    /** What is to be put aside at the last line kept. */
    private final List<Aside> atLast = new ArrayList<>();

    private Asides(List<Printed> printed) {
        this.printed = printed;
        this.letters =
                printed.stream().map(line -> Glyphs.letters(line.tight())).toList();
    }

    /** The lines but those put aside, each with what is put aside at it; all of them where no line is sound. */
    static List<Printed> putAside(List<Printed> printed) {
        return new Asides(printed).read();
    }

    private List<Printed> read() {
        List<Printed> above = new ArrayList<>();
        int blanks = 0;
        for (int i = 0; i < printed.size(); ) {
            int again = kept.isEmpty() ? 0 : again(i);
            boolean garbled = again == 0 && isLoneGarble(i);
            if (again == 0 && !garbled) {
                Printed line =
                        printed.get(i).after(Math.max(blanks, printed.get(i).blanksBefore()));
                attach();
                kept.add(above.isEmpty() ? line : line.with(List.of(new Aside(above, Aside.GARBLED))));
                above.clear();
                blanks = 0;
                i++;
                continue;
            }
            int end = i + Math.max(1, again);
            if (garbled && belongsBelow(i)) {
                above.add(printed.get(i));
            } else {
                atLast.add(new Aside(printed.subList(i, end), garbled ? Aside.GARBLED : Aside.DOUBLED));
            }
            for (; i < end; i++) {
                blanks = Math.max(blanks, printed.get(i).blanksBefore());
            }
        }
        attach();
        return kept.isEmpty() || !above.isEmpty() ? printed : kept;
    }

    private void attach() {
        if (!atLast.isEmpty()) {
            kept.add(kept.remove(kept.size() - 1).with(atLast));
            atLast.clear();
        }
    }

    /** How many lines from line i on print the same as the lines right above; 0 where they do not, or that is not sure. */
    private int again(int i) {
        for (int lines = 1; lines <= Math.min(MOST_LINES, Math.min(i, printed.size() - i)); lines++) {
            if (isSame(i, lines)) {
                return isSure(i, lines) ? lines : 0;
            }
        }
        return i > 0 && isEndAgain(i) ? 1 : 0;
    }

    private boolean isSame(int i, int lines) {
        for (int j = i; j < i + lines; j++) {
            if (!isSame(letters.get(j - lines), letters.get(j))) {
                return false;
            }
        }
        return true;
    }

    private boolean isSure(int i, int lines) {
        if (printed.subList(i, i + lines).stream().anyMatch(Lists::isTableRow)) {
            return false;
        }
        int total =
                letters.subList(i, i + lines).stream().mapToInt(String::length).sum();
        return total >= (lines == 1 ? LONG : LONG_BLOCK) || lines == 1 && isHeadingAgain(i);
    }

    /** Whether the two say the same, letters that a scanner misread aside; another figure is another text. */
    private static boolean isSame(String above, String here) {
        if (above.length() != here.length()) {
            return false;
        }
        int misread = 0;
        for (int i = 0; i < here.length() && misread * MISREAD <= here.length(); i++) {
            if (above.charAt(i) != here.charAt(i)) {
                misread += isFigure(above.charAt(i)) || isFigure(here.charAt(i)) ? here.length() : 1;
            }
        }
        return misread * MISREAD <= here.length() && !here.isEmpty();
    }

    private static boolean isFigure(char c) {
        return Character.isDigit(c) || NUMERALS.indexOf(c) >= 0;
    }

    private boolean isEndAgain(int i) {
        return letters.get(i).length() >= LONG_END
                && printed.get(i).ended()
                && letters.get(i - 1).endsWith(letters.get(i));
    }

    /** Whether few letters printed twice stand where a headline does: below the end of a text, and over a wider line. */
    private boolean isHeadingAgain(int i) {
        Printed line = printed.get(i);
        if (letters.get(i).length() < SHORTEST_HEADING || line.ended()) {
            return false;
        }
        boolean below =
                i < 2 || printed.get(i - 1).apart() || printed.get(i - 2).ended();
        boolean over = i + 1 == printed.size() || printed.get(i + 1).width() >= 2 * line.width();
        return below && over || line.line().markup().isHeading();
    }

    private boolean isLoneGarble(int i) {
        if (!isGarbled(i)) {
            return false;
        }
        int first = i;
        while (i - first < 2 && isGarbled(first - 1)) {
            first--;
        }
        int last = i;
        while (last - i < 2 && isGarbled(last + 1)) {
            last++;
        }
        return last - first < 2;
    }

    private boolean isGarbled(int i) {
        return i >= 0
                && i < printed.size()
                && printed.get(i).width() <= WIDEST
                && Garble.isMost(printed.get(i).text());
    }

    /** Whether a garbled line is put aside at the line below rather than at the one above. */
    private boolean belongsBelow(int i) {
        if (kept.isEmpty()) {
            return true;
        }
        if (i + 1 == printed.size() || kept.get(kept.size() - 1).ended()) {
            return false;
        }
        Printed below = printed.get(i + 1);
        return printed.get(i).apart() == below.apart()
                ? below.width() > WIDER * kept.get(kept.size() - 1).width()
                : printed.get(i).apart();
    }
}
