package dev.broadsheet.segment;

/**
 * A long stretch of short lines is no heading but a list, a table or a poem: its lines become paragraphs, under the
 * heading that its first lines may be.
 */
final class Lists {

    private static final int LONGEST_HEADING = 7;
    private static final int TITLE_LINES = 3;

    private Lists() {}

    static void settle(LineContext page, Role[] roles) {
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
}
