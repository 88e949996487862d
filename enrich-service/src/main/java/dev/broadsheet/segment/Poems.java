package dev.broadsheet.segment;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Verses, which keep their line ends. A poem stands below the poet's name, or has the form of regulated verse (five or seven
 * characters from mark to mark), or consists of stanzas parted by blank lines. No verse breaks off inside a word, and none of
 * a modern poem has a mark but at its end: lines of prose do.
 */
final class Poems {

    private static final int SHORTEST = 4;
    private static final double LONGEST_VERSE = 15;

    /** A title, and the poet's name below it. */
    private static final int TITLE_LINES = 2;

    private static final int LONGEST_NAME = 4;

    /** One or two verses of regulated verse. */
    private static final Pattern REGULATED =
            Pattern.compile("(?:\\p{IsHan}{5}[,、;。!?]){1,2}|(?:\\p{IsHan}{7}[,、;。!?]){1,2}");

    private final LineContext page;
    private final Role[] roles;

    private final Bylines names;

    private Poems(LineContext page, Role[] roles, Bylines names) {
        this.page = page;
        this.roles = roles;
        this.names = names;
    }

    /** Gives verses their role, and makes headings of the next piece's title and poet below a poem. */
    static void settle(LineContext page, Role[] roles, Bylines names) {
        new Poems(page, roles, names).settle();
    }

    private void settle() {
        int from = 0;
        while (from < roles.length) {
            int to = from;
            while (to < roles.length && isRegulated(to) && clause(to) == clause(from)) {
                to++;
            }
            if (to > from && verses(from, to) >= SHORTEST) {
                mark(from, to);
            } else {
                to = from;
                while (to < roles.length && isVerse(to) && (to == from || page.joins(to) < WordJoins.BROKEN_WORD)) {
                    to++;
                }
                if (to - from >= SHORTEST) {
                    modern(from, to);
                }
            }
            from = Math.max(to, from + 1);
        }
    }

    private boolean isRegulated(int i) {
        return isText(i) && REGULATED.matcher(page.line(i).tight()).matches();
    }

    /** Characters up to and with the first mark. */
    private int clause(int i) {
        return page.line(i).tight().length() > 8
                ? page.line(i).tight().length() / 2
                : page.line(i).tight().length();
    }

    private int verses(int from, int to) {
        int verses = 0;
        for (int i = from; i < to; i++) {
            verses += page.line(i).tight().length() / clause(i);
        }
        return verses;
    }

    private boolean isText(int i) {
        return (roles[i] == Role.HEADING || roles[i].isBody())
                && !page.line(i).line().markup().isHeading();
    }

    private boolean isVerse(int i) {
        Printed line = page.line(i);
        return isText(i)
                && line.width() <= LONGEST_VERSE
                && !hasInnerMark(line.tight())
                && !page.cues(i).begins()
                && page.cues(i).label() == null
                && !isRegulated(i);
    }

    /** A verse ends where the sentence pauses; a line of prose breaks anywhere. */
    private static boolean hasInnerMark(String tight) {
        for (int i = 0; i + 1 < tight.length(); i++) {
            if (tight.charAt(i) == ',' || tight.charAt(i) == '。') {
                return true;
            }
        }
        return false;
    }

    /** Lines [from, to) that can be verses by their form. */
    private void modern(int from, int to) {
        boolean signed = from > 0
                && roles[from - 1] == Role.BYLINE
                && !page.cues(from - 1).signOff();
        int end = titleOfNext(from, to);
        int start = from;
        while (!signed && start < end && roles[start] == Role.HEADING) {
            start++;
        }
        if (end - start >= SHORTEST && (signed || isInStanzas(start, end)) && !breaksOff(to)) {
            mark(start, end);
            for (int i = end; i < to; i++) {
                roles[i] = Role.HEADING;
            }
        }
    }

    /** Whether the lines up to {@code to} go on in one that is no verse, as prose does. */
    private boolean breaksOff(int to) {
        return to < roles.length
                && page.isSpaced()
                && roles[to].isBody()
                && !page.line(to).apart()
                && !page.cues(to).begins();
    }

    /** Whether all lines stand in two or more groups of two or more, and are body rather than headings or rows. */
    private boolean isInStanzas(int from, int to) {
        int stanzas = 0;
        for (int i = from; i < to; i++) {
            boolean first = i == from || page.line(i).apart();
            boolean last = i + 1 == to || page.line(i + 1).apart();
            if (first && last || !roles[i].isBody() || Lists.isRow(page.line(i))) {
                return false;
            }
            stanzas += first ? 1 : 0;
        }
        return stanzas > 1;
    }

    /** Where the title of the piece below the verses begins; {@code to} where none stands there. */
    private int titleOfNext(int from, int to) {
        if (to == roles.length) {
            return to;
        }
        int block = to - 1;
        while (block > from && !page.line(block).apart()) {
            block--;
        }
        if (roles[to] == Role.BYLINE || page.cues(to).begins()) {
            return block > from ? block : Math.max(from, to - 1);
        }
        boolean prose = roles[to].isBody() && !page.line(to).tight().startsWith("(");
        int lines = names.hasSurname(page.line(to - 1).tight()) && isShortName(to - 1) ? TITLE_LINES : 1;
        if (prose && page.line(to).apart()) {
            return block > from && to - block == lines ? block : to;
        }
        return prose && !page.isSpaced() ? Math.max(from, to - lines) : to;
    }

    private boolean isShortName(int i) {
        return page.line(i).tight().length() <= LONGEST_NAME && !page.line(i).ended();
    }

    private void mark(int from, int to) {
        Arrays.fill(roles, from, to, Role.VERSE);
        if (to < roles.length && roles[to] == Role.CONTINUATION) {
            roles[to] = Role.PARAGRAPH;
        }
    }
}
