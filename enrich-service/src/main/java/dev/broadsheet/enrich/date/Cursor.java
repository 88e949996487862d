package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Numerals;
import dev.broadsheet.text.Trie;

/** A reading position in folded text. What is taken moves it; what is not there leaves it. */
final class Cursor {

    private static final String DASHES = "-–—―~〜～－─";

    private final String text;
    private int at;

    Cursor(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int at() {
        return at;
    }

    void reset(int position) {
        at = position;
    }

    /** The character at the position; 0 at the end of the text. */
    char next() {
        return charAt(at);
    }

    /** The character before a position; 0 at the start of the text. */
    char before(int position) {
        return charAt(position - 1);
    }

    /** The next character that is no space; 0 at the end of the text. */
    char nextSolid() {
        int solid = at;
        while (charAt(solid) == ' ') {
            solid++;
        }
        return charAt(solid);
    }

    boolean take(char wanted) {
        return takeAny(String.valueOf(wanted));
    }

    /** Takes one of these characters, and spaces before it (scans print 17 日). */
    boolean takeAny(String wanted) {
        int start = at;
        spaces();
        if (at < text.length() && wanted.indexOf(text.charAt(at)) >= 0) {
            at++;
            return true;
        }
        at = start;
        return false;
    }

    /** Takes the longest word of a kind, and spaces before it; null where there is none. */
    Vocabulary.Word take(Trie<Vocabulary.Word> kind) {
        int start = at;
        spaces();
        Trie.Match<Vocabulary.Word> match = kind.longest(text, at);
        if (match != null && match.value().mayPrecede(charAt(match.end()))) {
            at = match.end();
            return match.value();
        }
        at = start;
        return null;
    }

    /** As {@link #take(Trie)}, whatever follows the word. */
    Vocabulary.Word takeAnyhow(Trie<Vocabulary.Word> kind) {
        spaces();
        Trie.Match<Vocabulary.Word> match = kind.longest(text, at);
        at = match == null ? at : match.end();
        return match == null ? null : match.value();
    }

    /** Takes a dash of any length, 至 or 到. */
    boolean takeUntil() {
        int start = at;
        spaces();
        int dashes = at;
        while (at < text.length() && DASHES.indexOf(text.charAt(at)) >= 0 && at - dashes < 4) {
            at++;
        }
        if (at > dashes || takeAny("至到")) {
            return true;
        }
        at = start;
        return false;
    }

    /** Takes an Arabic number of at most eight digits or a Chinese one; null where there is none. */
    Number number() {
        int start = at;
        spaces();
        int from = at;
        while (at < text.length() && isDigit(text.charAt(at)) && at - from <= 8) {
            at++;
        }
        int digits = at - from;
        if (digits > 0 && digits <= 8) {
            boolean mixed = Numerals.isHan(next()) && "十百千".indexOf(next()) < 0;
            Number found = new Number(Integer.parseInt(text, from, at, 10), digits, false, false);
            return mixed ? mixedYear(from, found) : found;
        }
        if (digits == 0) {
            int end = Numerals.hanEnd(text, from);
            int value = end > from ? Numerals.hanValue(text, from, end) : -1;
            if (value >= 0) {
                at = end;
                return new Number(value, end - from, true, isPositional(from, end));
            }
        }
        at = start;
        return null;
    }

    /** 2〇24: a typesetter's mixture, read digit by digit where it makes four digits. */
    private Number mixedYear(int from, Number otherwise) {
        int value = 0;
        int end = from;
        while (end < text.length() && end - from < 5 && Numerals.digit(text.charAt(end)) >= 0) {
            value = value * 10 + Numerals.digit(text.charAt(end++));
        }
        if (end - from != 4) {
            return otherwise;
        }
        at = end;
        return new Number(value, 4, false, false);
    }

    private boolean isPositional(int from, int end) {
        for (int i = from; i < end; i++) {
            if (Numerals.digit(text.charAt(i)) < 0) {
                return true;
            }
        }
        return false;
    }

    private void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private char charAt(int position) {
        return position >= 0 && position < text.length() ? text.charAt(position) : 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * A number taken.
     *
     * @param length how many characters it has
     * @param han whether it is printed in Chinese numerals
     * @param positional whether it has 十, 百 or 千 rather than one digit a place
     */
    record Number(int value, int length, boolean han, boolean positional) {}
}
