package dev.broadsheet.segment;

/** Blanks of Latin text, which part its words; those of Chinese text are left by the scanner and part nothing. */
final class Latin {

    /** Marks behind which, and before which, Latin text has a blank. */
    private static final String CLOSING = ",.;:!?)]}\"'%’”&+-–—/";

    private static final String OPENING = "([{\"'$€£¥#‘“&+-–—/";

    /** Marks that stand inside a number, as in 1,200 or 8:00-12:00, whatever blanks a scanner leaves beside them. */
    private static final String IN_NUMBER = ":/-–—";

    private static final String IN_DECIMAL = ",.";
    private static final int GROUP = 3;

    /** Marks and blanks between two words at the most. */
    private static final int REACH = 8;

    private Latin() {}

    /** Whether a character stands in a Latin word or in a number. */
    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) && c < 0x0250;
    }

    /**
     * Whether a blank between two texts is one of Latin text: between two words, or between a word and the mark of another
     * ({@code like home, said}; {@code an estimated $48}), but neither beside Chinese nor inside a number (1, 200).
     *
     * @param before what stands before the blank
     * @param after text in which the blank ends at {@code right}
     */
    static boolean isBlank(CharSequence before, CharSequence after, int right) {
        int left = before.length() - 1;
        int leftWord = left;
        while (leftWord >= 0 && left - leftWord < REACH && isBeside(before.charAt(leftWord), CLOSING)) {
            leftWord--;
        }
        int rightWord = right;
        while (rightWord < after.length() && rightWord - right < REACH && isBeside(after.charAt(rightWord), OPENING)) {
            rightWord++;
        }
        return leftWord >= 0
                && rightWord < after.length()
                && isWord(before.charAt(leftWord))
                && isWord(after.charAt(rightWord))
                && !(Character.isDigit(before.charAt(leftWord))
                        && Character.isDigit(after.charAt(rightWord))
                        && (splitsNumber(before.charAt(left), after, rightWord)
                                || IN_NUMBER.indexOf(after.charAt(right)) >= 0));
    }

    private static boolean isBeside(char c, String marks) {
        return marks.indexOf(c) >= 0 || Glyphs.isSpace(c);
    }

    private static boolean splitsNumber(char mark, CharSequence text, int from) {
        int to = from;
        while (to < text.length() && to - from <= GROUP && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return IN_NUMBER.indexOf(mark) >= 0 || IN_DECIMAL.indexOf(mark) >= 0 && to - from <= GROUP;
    }
}
