package dev.broadsheet.segment;

import dev.broadsheet.page.Markup;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Rows of lists and tables. Each stands for itself: no sentence breaks off at its end, and a figure must not touch that of
 * the next row. A long stretch of short lines is no heading but a list: its lines become paragraphs, under the heading
 * that its first lines may be.
 */
final class Lists {

    private static final int LONGEST_HEADING = 7;
    private static final int TITLE_LINES = 3;
    private static final double LONGEST_ROW = 30;

    /** Join of words, in nats, above which two lines are rather one sentence. */
    private static final double INDIFFERENT = 2.5;

    /** So many lines with equally many cells make a table, whatever stands in the cells. */
    private static final int ALIGNED = 3;

    /** A row of a list: it begins with a number or a mark, or names what it tells before a colon. */
    private static final Pattern ROW = Pattern.compile("^(?:[0-9▲●■◆★·-]|\\p{IsHan}{1,6}:.)");

    /** A row that names what it tells, at any length: 停电范围:东门路、…. */
    private static final Pattern NAMED = Pattern.compile("^\\p{IsHan}{2,6}:.");

    /** A row of a table: short words and numbers, parted by blanks. */
    private static final Pattern CELLS = Pattern.compile("\\S{1,8}(?:\\s+\\S{1,8}){2,11}");

    /** A row that ends in a figure may name things at length: 云汀市福记置业有限公司 临川县 5436000. */
    private static final Pattern FIGURES =
            Pattern.compile("\\S{1,16}(?:\\s+\\S{1,12}){0,10}\\s+[+-]?[0-9][0-9.,%/:-]*");

    /** A row as Markdown draws it: | 名次 | 球队 | 积分 |. */
    private static final Pattern DRAWN = Pattern.compile("^\\|.*\\|$");

    /** A telephone number, with which an advertisement ends. */
    private static final Pattern TELEPHONE =
            Pattern.compile("(?:^|[^0-9])(?:1[3-9][0-9]{9}|(?:0[0-9]{2,3}-?)?[2-9][0-9]{6,7})$");

    private static final Pattern CLAUSES = Pattern.compile(",(?![0-9])|[。;]");

    private static final int LONGEST_NAME = 3;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Lists() {}

    static void settle(LineContext page, Role[] roles, Bylines names) {
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
        rows(page, roles, names);
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

    /** Parts the rows among the body's lines from each other, and from what follows the last of them. */
    private static void rows(LineContext page, Role[] roles, Bylines names) {
        boolean[] rows = tables(page, roles, names);
        for (int i = 0; i < roles.length; i++) {
            rows[i] |= isText(roles[i]) && isRowOf(page, i);
        }
        for (int i = 0; i < roles.length; i++) {
            boolean listed = rows[i] && (i > 0 && rows[i - 1] || i + 1 < rows.length && rows[i + 1]);
            boolean row = listed && !mayGoOn(page, roles, i) || isText(roles[i]) && isMarked(page.line(i));
            if (page.line(i).line().markup().kind() == Markup.Kind.TABLE_ROW) {
                roles[i] = Role.ROW;
            } else if (row) {
                roles[i] = isShort(page.line(i)) && !page.line(i).ended() ? Role.ROW : Role.PARAGRAPH;
            } else if (roles[i] == Role.CONTINUATION && endsWithItsLine(page, roles, i - 1)) {
                roles[i] = Role.PARAGRAPH;
            }
        }
    }

    private static boolean isText(Role role) {
        return role == Role.PARAGRAPH || role == Role.CONTINUATION;
    }

    private static boolean isRowOf(LineContext page, int i) {
        Printed line = page.line(i);
        boolean named = page.column(i) == 0
                && !line.endsInPause()
                && NAMED.matcher(line.tight()).find();
        return !page.cues(i).begins() && (named || isRow(line));
    }

    /**
     * Lines that stand one below the other with equally many cells are rows, too, such as names and where they work. Lines
     * that look like headings are if each begins with a name: 林晚舟 县第三小学教师.
     */
    private static boolean[] tables(LineContext page, Role[] roles, Bylines names) {
        boolean[] rows = new boolean[roles.length];
        int from = 0;
        for (int i = 1; i <= rows.length; i++) {
            boolean goesOn = i < rows.length
                    && !page.line(i).apart()
                    && cells(page, roles, names, i) == cells(page, roles, names, from);
            if (!goesOn) {
                Arrays.fill(rows, from, i, i - from >= ALIGNED && cells(page, roles, names, from) > 1);
                from = i;
            }
        }
        return rows;
    }

    /** How many cells, parted by blanks, a line has; 1 where it is running text or a heading. */
    private static int cells(LineContext page, Role[] roles, Bylines names, int i) {
        Printed line = page.line(i);
        if (line.ended() || line.endsInPause() || !isShort(line) || hasClauses(line)) {
            return 1;
        }
        String[] cells = BLANKS.split(line.folded());
        boolean named = cells[0].length() <= LONGEST_NAME && names.hasSurname(cells[0]) && cells[0].length() > 1;
        boolean table =
                isText(roles[i]) ? !HeadingFeatures.isLetterspaced(line.folded()) : isPlain(page, roles, i) && named;
        return table ? cells.length : 1;
    }

    /**
     * Whether a line may as well be the rest of the one above, which fills its column: by its words, or by the figure with
     * which it begins. Below a row it is hardly so: a table's rows may be equally wide.
     */
    private static boolean mayGoOn(LineContext page, Role[] roles, int i) {
        boolean flows = roles[i] == Role.CONTINUATION
                && page.column(i - 1) > 0
                && page.fills(i - 1)
                && !page.line(i - 1).ended();
        if (flows && roles[i - 1] == Role.ROW) {
            return isDigit(page, i) && !isTableRow(page.line(i));
        }
        return flows && (isDigit(page, i) || page.joins(i) > INDIFFERENT);
    }

    /** Whether nothing of line i goes on in the next: it is a row or an advertisement's end, and no full line that flows on. */
    private static boolean endsWithItsLine(LineContext page, Role[] roles, int i) {
        if (roles[i] == Role.ROW) {
            return !page.fills(i) || isTableRow(page.line(i)) && page.joins(i + 1) <= INDIFFERENT;
        }
        return !page.fills(i)
                && !isDigit(page, i + 1)
                && TELEPHONE.matcher(page.line(i).tight()).find();
    }

    private static boolean isDigit(LineContext page, int i) {
        return Character.isDigit(page.line(i).tight().charAt(0));
    }

    private static boolean isShort(Printed line) {
        return line.width() <= LONGEST_ROW;
    }

    private static boolean isMarked(Printed line) {
        return line.line().markup().kind() == Markup.Kind.LIST_ITEM || isDrawn(line);
    }

    /** Whether it has a pause or a full stop inside, as sentences have; the comma of 12,000 is none. */
    private static boolean hasClauses(Printed line) {
        return CLAUSES.matcher(line.tight()).find();
    }

    /** Whether the line is one of a list or table: numbered, named before a colon, or short cells parted by blanks. */
    static boolean isRow(Printed line) {
        return isDrawn(line)
                || isShort(line) && (ROW.matcher(line.tight()).find() || areCells(line)) && !line.endsInPause();
    }

    /** Whether no sentence breaks off at the line's end, whatever stands around it: a row of a table, or a telephone number. */
    static boolean isRowByItself(Printed line) {
        return isTableRow(line) || TELEPHONE.matcher(line.tight()).find();
    }

    /** Whether the line is a row of a table, drawn or set in cells. */
    static boolean isTableRow(Printed line) {
        return isDrawn(line) || isShort(line) && areCells(line);
    }

    private static boolean areCells(Printed line) {
        return !hasClauses(line)
                && (CELLS.matcher(line.folded()).matches()
                        || FIGURES.matcher(line.folded()).matches());
    }

    static boolean isDrawn(Printed line) {
        return DRAWN.matcher(line.tight()).matches();
    }
}
