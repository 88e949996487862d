package dev.broadsheet.segment;

/** What single characters are, on folded text (see {@link dev.broadsheet.article.Folding}). */
final class Glyphs {

    private static final String STOPS = "。!?…";
    private static final String CLOSERS = "”’」』)]】》〉\"'";
    private static final String OPENERS = "“‘「『([【《〈";
    private static final String PAUSES = ",、;:，；：";

    private Glyphs() {}

    static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9FFF' || c >= '\uF900' && c <= '\uFAFF' || c == '〇';
    }

    /** 。！？…: ends a sentence. */
    static boolean isStop(char c) {
        return STOPS.indexOf(c) >= 0;
    }

    static boolean isCloser(char c) {
        return CLOSERS.indexOf(c) >= 0;
    }

    static boolean isOpener(char c) {
        return OPENERS.indexOf(c) >= 0;
    }

    /** ，、；：: a pause inside a sentence. */
    static boolean isPause(char c) {
        return PAUSES.indexOf(c) >= 0;
    }

    static boolean isDash(char c) {
        return c == '—' || c == '–' || c == '―' || c == '－' || c == '-' || c == '─' || c == '~';
    }

    /** Width in full-width units: a Chinese character or mark is 1, a Latin letter, digit or ASCII mark one half. */
    static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLowSurrogate(c)) {
                width += c < 0x0250 ? 0.5 : 1;
            }
        }
        return width;
    }

    /** The text without white space and control characters. */
    static String tight(String text) {
        StringBuilder tight = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                tight.append(c);
            }
        }
        return tight.toString();
    }

    /** Only letters, digits and Han characters: what two texts are compared by. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B'
                || c == '\uFEFF'
                || Character.isISOControl(c);
    }

    /** The text without white space and control characters at either end. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
