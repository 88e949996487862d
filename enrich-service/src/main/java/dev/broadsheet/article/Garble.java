package dev.broadsheet.article;

import dev.broadsheet.text.ResourceLines;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds what no newspaper prints: characters that no encoding could read, bytes taken for Latin letters (ä¸­æ–‡), runs of
 * characters that stand in no newspaper (鐨勬槸), what programs print for unknown bytes ({@code garbled.txt}), boxes for
 * letters nobody read, symbols thrown together (%#@＊).
 */
public final class Garble {

    /** So many rare characters in a row are no word: names of rare plants and places have two or three. */
    private static final int RARE_RUN = 5;

    private static final int LATIN_RUN = 3;
    private static final int BOX_RUN = 3;
    private static final int SYMBOL_RUN = 4;

    /** Garbled passages with no more than so many other marks between them are one. */
    private static final int GAP = 2;

    /** 囗 and 口 are what a scanner reads for a box, strokes what it reads for half a character. */
    private static final String BOXES = "□■▯▢囗口丨丿亅丶乀乁";

    private static final String SYMBOLS = "#@%*&^~|\\＃＠％＊＆＾～｜＼";

    /** What Windows' Latin encoding has for the bytes 80 to 9F; Chinese text uses some of these marks as well. */
    private static final String LATIN_MARKS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private static final List<String> MARKS = ResourceLines.lines(Garble.class, "garbled.txt");
    private static final String MARK_LETTERS = String.join("", MARKS);
    private static final BitSet COMMON = common();

    /** Characters that cannot begin anything garbled: nearly all of a clean text. */
    private static final BitSet PLAIN = plain();

    private Garble() {}

    private static BitSet plain() {
        BitSet plain = new BitSet(Character.MAX_VALUE + 1);
        for (char c = '\u4E00'; c <= '\u9FFF'; c++) {
            plain.set(c, COMMON.get(Folding.fold(c)) && BOXES.indexOf(c) < 0);
        }
        plain.set('0', '9' + 1);
        plain.set('A', 'Z' + 1);
        "，。、：；！？“”（）《》".chars().forEach(plain::set);
        MARKS.forEach(mark -> plain.clear(mark.charAt(0)));
        return plain;
    }

    /** The 3,755 everyday characters of GB 2312's first level, which that standard puts in rows 16 to 55. */
    private static BitSet common() {
        BitSet common = new BitSet(Character.MAX_VALUE + 1);
        CharsetEncoder encoder = Charset.forName("GB2312").newEncoder();
        Charset charset = encoder.charset();
        for (char c = '\u4E00'; c <= '\u9FFF'; c++) {
            if (encoder.canEncode(c)) {
                int row = (String.valueOf(c).getBytes(charset)[0] & 0xFF) - 0xA0;
                common.set(c, row >= 16 && row <= 55);
            }
        }
        return common;
    }

    /** The garbled passages of a text, in order, as they stand in it. */
    public static List<String> passages(String text) {
        List<String> passages = new ArrayList<>();
        int from = -1;
        int to = 0;
        for (int i = 0; i < text.length(); ) {
            int run = run(text, i);
            if (run == 0) {
                i++;
                continue;
            }
            if (from >= 0 && !isGap(text, to, i)) {
                passages.add(text.substring(from, to));
                from = -1;
            }
            from = from < 0 ? i : from;
            i += run;
            to = i;
        }
        if (from >= 0) {
            passages.add(text.substring(from, to));
        }
        return passages;
    }

    private static boolean isGap(String text, int from, int to) {
        return to - from <= GAP && text.substring(from, to).chars().noneMatch(Character::isLetterOrDigit);
    }

    /** Whether half of the text or more is garbled; one box again and again is a rule that the paper drew. */
    public static boolean isMost(String text) {
        int garbled = passages(text).stream().mapToInt(Garble::solid).sum();
        return garbled > 0
                && 2 * garbled >= solid(text)
                && (text.chars().anyMatch(c -> isUnreadable((char) c))
                        || text.chars().distinct().count() > 2);
    }

    private static int solid(String text) {
        return (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    /** Length of the garbled run that starts at {@code from}; 0 where none does. */
    public static int run(String text, int from) {
        char first = text.charAt(from);
        if (PLAIN.get(first)) {
            return 0;
        }
        if (isUnreadable(first)) {
            return end(text, from, Garble::isUnreadable) - from;
        }
        int rare = end(text, from, Garble::isRare) - from;
        return rare >= RARE_RUN ? rare : Math.max(marks(text, from), Math.max(latin(text, from), symbols(text, from)));
    }

    private interface Kind {
        boolean holds(char c);
    }

    private static int end(String text, int from, Kind kind) {
        int end = from;
        while (end < text.length() && kind.holds(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int marks(String text, int from) {
        boolean marked = MARKS.stream().anyMatch(mark -> text.startsWith(mark, from));
        return marked ? end(text, from, c -> MARK_LETTERS.indexOf(c) >= 0) - from : 0;
    }

    private static int latin(String text, int from) {
        if (!isHighLatin(text.charAt(from))) {
            return 0;
        }
        int end = end(text, from, c -> isHighLatin(c) || LATIN_MARKS.indexOf(c) >= 0);
        int letters = (int)
                text.substring(from, end).chars().filter(Garble::isHighLatin).count();
        while (!isHighLatin(text.charAt(end - 1))) {
            end--;
        }
        return letters >= LATIN_RUN ? end - from : 0;
    }

    private static int symbols(String text, int from) {
        if (from > 0 && isSymbol(text.charAt(from - 1))) {
            return 0; // the run has been looked at from its beginning
        }
        int end = end(text, from, Garble::isSymbol);
        String run = text.substring(from, end);
        boolean boxes = run.chars().filter(c -> BOXES.indexOf(c) >= 0).count() >= BOX_RUN;
        return boxes || run.length() >= SYMBOL_RUN && run.chars().distinct().count() >= BOX_RUN ? end - from : 0;
    }

    private static boolean isSymbol(char c) {
        return BOXES.indexOf(c) >= 0 || SYMBOLS.indexOf(c) >= 0;
    }

    private static boolean isRare(char c) {
        return c >= '\u3400' && c <= '\u9FFF' && !COMMON.get(Folding.fold(c));
    }

    private static boolean isHighLatin(int c) {
        return c >= '\u0080' && c <= '\u00FF' && c != '\u00A0' && c != '·';
    }

    private static boolean isUnreadable(char c) {
        int type = Character.getType(c);
        return c == '\uFFFD' || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
    }
}
