package dev.broadsheet.segment;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Verses, which keep their line ends. A poem stands below the poet's name, or has the form of regulated verse (five or seven
 * characters from mark to mark), or consists of stanzas parted by blank lines. No verse breaks off inside a word; verses
 * that are long or have a comma inside, as lines of prose do, are known by their unequal length below the poet's name.
 */
final class Poems {

    private static final int SHORTEST = 4;

    /** Width of verses that need no further sign, and the most that any has. */
    private static final double USUAL_VERSE = 15;

    private static final double LONGEST_VERSE = 22;

    /** A title, and the poet's name below it. */
    private static final int TITLE_LINES = 2;

    private static final int LONGEST_TITLE = 10;

    private static final int LONGEST_NAME = 4;

    /** One or two verses of regulated verse. */
    private static final Pattern REGULATED =
            Pattern.compile("(?:\\p{IsHan}{5}[,、;。!?]){1,2}|(?:\\p{IsHan}{7}[,、;。!?]){1,2}");

    private final LineContext page;
    private final Role[] roles;

    private final CueFinder finder;
    private final Bylines names;

    private Poems(LineContext page, Role[] roles, CueFinder finder) {
        this.page = page;
        this.roles = roles;
        this.finder = finder;
        this.names = finder.bylines();
    }

    /** Gives verses their role, and makes headings of the next piece's title and poet below a poem. */
    static void settle(LineContext page, Role[] roles, CueFinder finder) {
        new Poems(page, roles, finder).settle();
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
                while (to < roles.length && isVerse(to) && (to == from || goesOn(to))) {
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
                && !hasInner('。', line.tight())
                && !page.cues(i).begins()
                && page.cues(i).label() == null
                && !isRegulated(i);
    }

    /** Whether line i, which can be a verse, can be one of the poem of the line before. */
    private boolean goesOn(int i) {
        return (page.line(i).apart() || page.joins(i) < WordJoins.BROKEN_WORD) && !isTitleOverPoet(i);
    }

    /** Whether a title and the poet's bare name below it stand apart from what is above and below. */
    private boolean isTitleOverPoet(int i) {
        return i + TITLE_LINES < roles.length
                && (i == 0 || page.line(i).apart())
                && !page.line(i).ended()
                && !page.line(i + 1).apart()
                && isPoet(i + 1)
                && page.line(i + TITLE_LINES).apart();
    }

    private boolean isPoet(int i) {
        return isShortName(i)
                && names.hasSurname(page.line(i).tight())
                && !WordJoins.isWord(page.line(i).tight());
    }

    private static boolean hasInner(char mark, String tight) {
        int at = tight.indexOf(mark);
        return at >= 0 && at + 1 < tight.length();
    }

    /** Lines [from, to) that can be verses by their form. */
    private void modern(int from, int to) {
        boolean titled = isTitleOverPoet(from);
        boolean signed = titled
                || from > 0
                        && roles[from - 1] == Role.BYLINE
                        && !page.cues(from - 1).signOff();
        int end = titleOfNext(from, to);
        int start = titled ? from + TITLE_LINES : from;
        while (!signed && start < end && roles[start] == Role.HEADING) {
            start++;
        }
        boolean verses = isPlain(start, end) && (signed || isInStanzas(start, end)) || signed && isRagged(start, end);
        if (end - start >= SHORTEST && verses && !hasRow(start, end) && !breaksOff(to)) {
            mark(start, end);
            Arrays.fill(roles, end, isTitleOverPoet(to) ? to + TITLE_LINES : to, Role.HEADING);
            if (signed && isSeveral(start)) {
                titles(start, end);
            }
        }
    }

    private boolean hasRow(int from, int to) {
        return IntStream.range(from, to).anyMatch(i -> Lists.isRow(page.line(i)));
    }

    /** Whether all lines are short and have no comma inside: a verse ends where the sentence pauses. */
    private boolean isPlain(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(page::line)
                .allMatch(line -> line.width() <= USUAL_VERSE && !hasInner(',', line.tight()));
    }

    /** Whether the lines are of unequal length and mostly end in no full stop; those of prose fill their column. */
    private boolean isRagged(int from, int to) {
        List<Printed> lines = IntStream.range(from, to).mapToObj(page::line).toList();
        double widest = lines.stream().mapToDouble(Printed::width).max().orElse(0);
        long full = lines.stream().filter(line -> line.width() > widest - 1).count();
        long ended = lines.stream().filter(Printed::ended).count();
        return 2 * Math.max(full, ended) <= lines.size();
    }

    /** Whether several poems stand under one headline: 汀江（外一首）, 诗二首, the poet's name below it. */
    private boolean isSeveral(int start) {
        return IntStream.range(Math.max(0, start - TITLE_LINES), start)
                .anyMatch(i -> finder.isPoems(page.line(i).tight()));
    }

    /** The titles of several poems: short lines that stand by themselves over a stanza. */
    private void titles(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            boolean alone = page.line(i).apart() && page.line(i + 1).apart();
            if (alone
                    && page.line(i).tight().length() <= LONGEST_TITLE
                    && !page.line(i).ended()
                    && !page.line(i).endsInPause()) {
                roles[i] = Role.POEM_TITLE;
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

    /** Whether all lines stand in two or more groups of two or more, and are body rather than headings. */
    private boolean isInStanzas(int from, int to) {
        int stanzas = 0;
        for (int i = from; i < to; i++) {
            boolean first = i == from || page.line(i).apart();
            boolean last = i + 1 == to || page.line(i + 1).apart();
            if (first && last || !roles[i].isBody()) {
                return false;
            }
            stanzas += first ? 1 : 0;
        }
        return stanzas > 1;
    }

    /** Where the title of the piece below the verses begins; {@code to} where none stands there. */
    private int titleOfNext(int from, int to) {
        if (to == roles.length || isTitleOverPoet(to)) {
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
