package dev.broadsheet.segment;

import java.util.regex.Pattern;

/**
 * A long stretch of short lines is no heading but a list, a table or a poem: its lines become paragraphs, under the
 * heading that its first lines may be. A poem has its heading above the poet's name, and its lines begin below.
 */
final class Lists {

    private static final int LONGEST_HEADING = 7;
    private static final int TITLE_LINES = 3;
    private static final int SHORTEST_POEM = 4;
    private static final double LONGEST_VERSE = 15;
    private static final double LONGEST_ROW = 30;

    /** A row of a list: it begins with a number or a mark, or names what it tells before a colon. */
    private static final Pattern ROW = Pattern.compile("^(?:[0-9▲●■◆★·-]|\\p{IsHan}{1,6}:.)");

    /** A row of a table: short words and numbers, parted by blanks. */
    private static final Pattern CELLS = Pattern.compile("\\S{1,8}(?:\\s+\\S{1,8}){2,11}");

    /** A row that ends in a figure may name things at length: 云汀市福记置业有限公司 临川县 5436000. */
    private static final Pattern FIGURES = Pattern.compile("\\S{1,16}(?:\\s+\\S{1,12}){0,10}\\s+[0-9][0-9.,%/:-]*");

    /** A row as Markdown draws it: | 名次 | 球队 | 积分 |. */
    private static final Pattern DRAWN = Pattern.compile("^\\|.*\\|$");

    private Lists() {}

    static void settle(LineContext page, Role[] roles) {
        for (int i = 1; i < roles.length; i++) {
            if (roles[i - 1] == Role.BYLINE && !page.cues(i - 1).signOff()) {
                poem(page, roles, i);
            }
        }
        int from = 0;
        for (int i = 1; i <= roles.length; i++) {
            boolean goesOn = i < roles.length && isPlain(page, roles, i) && isPlain(page, roles, i - 1);
            if (!goesOn) {
                if (isPlain(page, roles, from) && i - from > LONGEST_HEADING) {
                    demote(page, roles, from, i);
                }
                from = i;
            }
        }
    }

    private static boolean isPlain(LineContext page, Role[] roles, int i) {
        return roles[i] == Role.HEADING && !page.line(i).line().markup().isHeading();
    }

    private static void demote(LineContext page, Role[] roles, int from, int to) {
        int title = Math.min(page.blockLast(from) + 1, from + TITLE_LINES);
        for (int i = page.blockLast(from) < from + TITLE_LINES ? title : from; i < to; i++) {
            roles[i] = Role.PARAGRAPH;
        }
    }

    /** Verses below the poet's name, but not the heading of the next piece, which ends in a name, too. */
    private static void poem(LineContext page, Role[] roles, int from) {
        int to = from;
        while (to < roles.length && isVerse(page, roles, to)) {
            to++;
        }
        boolean nextPiece =
                to < roles.length && (roles[to] == Role.BYLINE || page.cues(to).begins());
        if (nextPiece) {
            to = lastBlock(page, from, to);
        }
        if (to - from >= SHORTEST_POEM) {
            for (int i = from; i < to; i++) {
                roles[i] = Role.PARAGRAPH;
            }
        }
    }

    /** Where the last block before line {@code to} begins, or its last line where no blank line parts it. */
    private static int lastBlock(LineContext page, int from, int to) {
        int last = to - 1;
        while (last > from && !page.line(last).apart()) {
            last--;
        }
        return last > from ? last : Math.max(from, to - 1);
    }

    /** Whether the line is one of a list or table: numbered, named before a colon, or short cells parted by blanks. */
    static boolean isRow(Printed line) {
        return isDrawn(line)
                || line.width() <= LONGEST_ROW
                        && (ROW.matcher(line.tight()).find() || areCells(line))
                        && !line.endsInPause();
    }

    /** Whether the line is a row of a table, drawn or set in cells: no sentence breaks off at its end. */
    static boolean isTableRow(Printed line) {
        return isDrawn(line) || line.width() <= LONGEST_ROW && areCells(line);
    }

    private static boolean areCells(Printed line) {
        return CELLS.matcher(line.folded()).matches()
                || FIGURES.matcher(line.folded()).matches();
    }

    static boolean isDrawn(Printed line) {
        return DRAWN.matcher(line.tight()).matches();
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

    private static boolean isVerse(LineContext page, Role[] roles, int i) {
        Printed line = page.line(i);
        return (roles[i] == Role.HEADING || roles[i].isBody())
                && !line.line().markup().isHeading()
                && line.width() <= LONGEST_VERSE
                && !hasInnerMark(line.tight())
                && page.joins(i) < WordJoins.BROKEN_WORD
                && !page.cues(i).begins()
                && page.cues(i).label() == null;
    }
}
