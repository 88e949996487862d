package dev.broadsheet.article;

import com.ibm.icu.text.Transliterator;

/**
 * Folds text for matching, character by character, so that every offset in the folded text is an offset in the printed
 * one: traditional characters become simplified, full-width ASCII becomes ASCII (２０２４ → 2024), and the spaces that
 * scanners leave (ideographic, no-break, tab) become a plain space. Line feeds stay.
 *
 * <p>Where a character has several simplified forms, or none of one UTF-16 unit, ICU's default is taken or the
 * character stays: good enough to look words up, never to print.
 */
public final class Folding {

    private static final char FULL_WIDTH_FIRST = '！';
    private static final char FULL_WIDTH_LAST = '～';
    private static final int FULL_WIDTH_SHIFT = '！' - '!';
    private static final char[] TABLE = table();

    private Folding() {}

    /** The folded text, exactly as long as {@code text}. */
    public static String fold(String text) {
        char[] folded = text.toCharArray();
        boolean changed = false;
        for (int i = 0; i < folded.length; i++) {
            char printed = folded[i];
            folded[i] = TABLE[printed];
            changed |= folded[i] != printed;
        }
        return changed ? new String(folded) : text;
    }

    /** The folded form of one UTF-16 unit. */
    public static char fold(char printed) {
        return TABLE[printed];
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        foldHan(table);
        for (char c = FULL_WIDTH_FIRST; c <= FULL_WIDTH_LAST; c++) {
            table[c] = (char) (c - FULL_WIDTH_SHIFT);
        }
        for (char space : new char[] {'\t', '\r', '\u00A0', '\u2002', '\u2003', '\u2009', '\u202F', '\u3000'}) {
            table[space] = ' ';
        }
        return table;
    }

    private static void foldHan(char[] table) {
        Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
        for (char c = '\u3400'; c <= '\u9FFF'; c++) {
            String simplified = toSimplified.transliterate(String.valueOf(c));
            if (simplified.length() == 1) {
                table[c] = simplified.charAt(0);
            }
        }
    }
}
