package dev.broadsheet.enrich.date;

/**
 * One number, or two that share the unit after them: 17至19(日), 2——4(月), 3、4(月), 二三(季度).
 *
 * @param last equal to {@code first} where there is one number
 */
record Sequence(int first, int last) {

    private static final int MAX_DIGITS = 2;

    /** Reads a sequence of numbers of at most two figures; null where there is none. */
    static Sequence read(Cursor cursor) {
        Cursor.Number first = small(cursor);
        if (first == null) {
            return null;
        }
        if (first.han() && !first.positional() && first.value() / 10 == first.value() % 10 - 1 && first.value() > 9) {
            return new Sequence(first.value() / 10, first.value() % 10); // 二三季度
        }
        int end = cursor.at();
        if (cursor.takeUntil()) {
            Cursor.Number last = small(cursor);
            if (last != null) {
                return new Sequence(first.value(), last.value());
            }
        }
        cursor.reset(end);
        if (cursor.takeAny("、和")) {
            Cursor.Number next = small(cursor);
            if (next != null && next.value() == first.value() + 1) {
                return new Sequence(first.value(), next.value());
            }
        }
        cursor.reset(end);
        return new Sequence(first.value(), first.value());
    }

    private static Cursor.Number small(Cursor cursor) {
        int start = cursor.at();
        Cursor.Number number = cursor.number();
        if (number != null && (number.han() ? number.length() <= MAX_DIGITS + 1 : number.length() <= MAX_DIGITS)) {
            return number;
        }
        cursor.reset(start);
        return null;
    }
}
