package dev.broadsheet.enrich.entity;

import java.util.Arrays;

/**
 * What the model sees of one character: the characters around it, the words of the likeliest cut around it, and the
 * gazetteers it stands in. Each observation is a 32-bit hash of its template and its content.
 */
final class Features {

    static final int COUNT = 29;

    private static final char BEFORE = '\u0001';
    private static final char AFTER = '\u0002';
    private static final int LOOKAHEAD = 14;

    private final char[] text;
    private final Words words;
    private final int[] wordHash;
    private final int[] marks;
    private final int[] endingAhead;
    private final byte[] shape;

    Features(char[] text, Lexicon lexicon, Gazetteer gazetteer) {
        this.text = text;
        this.words = new Words(text.length);
        lexicon.cut(text, words);
        this.marks = gazetteer.mark(text);
        this.wordHash = hashWords();
        this.shape = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            shape[i] = shape(text[i]);
        }
        this.endingAhead = endingsAhead();
    }

    Words words() {
        return words;
    }

    int length() {
        return text.length;
    }

    char letter(int i) {
        return i < 0 || i >= text.length ? '\n' : text[i];
    }

    /** Place of a character in a gazetteer's word, as {@link Gazetteer#mark} numbers it; 0 where it is in none. */
    int placeIn(int list, int i) {
        return marks[i] >> Gazetteer.BITS * Integer.numberOfTrailingZeros(list) & 0xF;
    }

    /** Whether a mark stands here that no name runs across. */
    boolean endsClause(int i) {
        return switch (text[i]) {
            case ',', '。', ';', '!', '?', ':', '、', '…' -> true;
            default -> false;
        };
    }

    private int[] hashWords() {
        int[] hashes = new int[text.length];
        for (int i = 0; i < text.length; i = words.end[i]) {
            int hash = 7;
            for (int k = i; k < words.end[i]; k++) {
                hash = hash * 31 + text[k];
            }
            Arrays.fill(hashes, i, words.end[i], hash);
        }
        return hashes;
    }

    /** For each character, how far the next word is that can end an organization's name, in the same clause; 0 for none. */
    private int[] endingsAhead() {
        int[] ahead = new int[text.length];
        int at = Integer.MAX_VALUE;
        for (int i = text.length - 1; i >= 0; i--) {
            if (placeIn(Gazetteer.ORGANIZATION_ENDING, i) >= Gazetteer.LAST) {
                at = i;
            }
            if (shape[i] == 0) {
                at = Integer.MAX_VALUE;
            }
            int distance = at - i;
            ahead[i] = at == Integer.MAX_VALUE || distance > LOOKAHEAD
                    ? 0
                    : distance < 4 ? 1 + distance : distance < 8 ? 5 : 6;
        }
        return ahead;
    }

    private static byte shape(char c) {
        if (c >= '0' && c <= '9') {
            return 1;
        }
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            return 2;
        }
        if ("一二三四五六七八九十百千万亿两几第○〇零".indexOf(c) >= 0) {
            return 3;
        }
        if ("年月日时分".indexOf(c) >= 0) {
            return 4;
        }
        if (c == '·') {
            return 5;
        }
        return (byte) (Character.isIdeographic(c) ? 6 : 0);
    }

    private char at(int i) {
        if (i < 0) {
            return BEFORE;
        }
        if (i >= text.length) {
            return AFTER;
        }
        char c = text[i];
        return c >= '0' && c <= '9' ? '0' : c;
    }

    private int shapeAt(int i) {
        return i < 0 || i >= text.length ? 7 : shape[i];
    }

    private int marksAt(int i) {
        return i < 0 || i >= text.length ? -1 : marks[i];
    }

    /** Kind of the word and place in it. */
    private int wordAt(int i) {
        return i < 0 || i >= text.length ? 999 : words.kind[i] << 2 | words.place(i);
    }

    private int kindAt(int i) {
        return i < 0 || i >= text.length ? 127 : words.kind[i];
    }

    private int hashAt(int i) {
        return i < 0 ? 1 : i >= text.length ? 2 : wordHash[i];
    }

    /** Writes the observations of one character into {@code out}; returns how many there are. */
    int observe(int i, int[] out) {
        char a = at(i - 2);
        char b = at(i - 1);
        char c = at(i);
        char d = at(i + 1);
        char e = at(i + 2);
        int place = words.place(i);
        int previous = words.start[i] - 1;
        int next = words.end[i];
        int n = 0;
        out[n] = hash(n++, a, 0, 0);
        out[n] = hash(n++, b, 0, 0);
        out[n] = hash(n++, c, 0, 0);
        out[n] = hash(n++, d, 0, 0);
        out[n] = hash(n++, e, 0, 0);
        out[n] = hash(n++, a, b, 0);
        out[n] = hash(n++, b, c, 0);
        out[n] = hash(n++, c, d, 0);
        out[n] = hash(n++, d, e, 0);
        out[n] = hash(n++, b, d, 0);
        out[n] = hash(n++, shapeAt(i - 1), shapeAt(i), shapeAt(i + 1));
        out[n] = hash(n++, wordAt(i), 0, 0);
        out[n] = hash(n++, wordAt(i - 1), wordAt(i), 0);
        out[n] = hash(n++, wordAt(i), wordAt(i + 1), 0);
        out[n] = hash(n++, hashAt(i), place, 0);
        out[n] = hash(n++, hashAt(previous), place, 0);
        out[n] = hash(n++, hashAt(next), place, 0);
        out[n] = hash(n++, kindAt(previous), kindAt(i) << 2 | place, kindAt(next));
        out[n] = hash(n++, kindAt(i) << 2 | place, at(next - 1), 0);
        out[n] = hash(n++, kindAt(i) << 2 | place, kindAt(next), next < text.length ? at(words.end[next] - 1) : AFTER);
        out[n] = hash(n++, marks[i], 0, 0);
        out[n] = hash(n++, marks[i], marksAt(i + 1), 0);
        out[n] = hash(n++, marksAt(i - 1), marks[i], 0);
        out[n] = hash(n++, marks[i], wordAt(i), 0);
        out[n] = hash(n++, endingAhead[i], wordAt(i), 0);
        out[n] = hash(n++, endingAhead[i], marks[i] & 0xFF0, 0);
        out[n] = hash(n++, c, marksAt(i - 1) & 0xF0000F, marksAt(i + 1) & 0xF0000F);
        out[n] = hash(n++, marksAt(previous) >> 20, marks[i] & 0xF, place);
        out[n] = hash(n++, marksAt(next) >> 20 & 0xF, marks[i] & 0xF, marksAt(i - 1) & 0xF);
        return n;
    }

    private static int hash(int template, int x, int y, int z) {
        long h = (template + 1) * 0x9E3779B97F4A7C15L;
        h = (h ^ x) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 29 ^ y) * 0x94D049BB133111EBL;
        h = (h ^ h >>> 31 ^ z) * 0xBF58476D1CE4E5B9L;
        return (int) (h >>> 32);
    }
}
