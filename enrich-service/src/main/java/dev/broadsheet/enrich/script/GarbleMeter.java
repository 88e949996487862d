package dev.broadsheet.enrich.script;

import dev.broadsheet.article.Folding;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Measures how much of a text looks garbled: replacement and control characters, boxes for letters nobody read, bytes taken for
 * Latin letters (ä¸­æ–‡), runs of characters that no newspaper prints (鐨勬槸), single letters strewn among Han
 * characters (巾l国). Pure and thread-safe.
 */
public final class GarbleMeter {

    /** So many rare characters in a row are no word: names of rare plants and places have two or three. */
    private static final int RARE_RUN = 5;

    private static final int LATIN_RUN = 3;
    private static final String BOXES = "□■◇◆▯▢�";
    private static final BitSet COMMON = common();
    /** Characters that cannot begin anything garbled: nearly all of a clean text. */
    private static final BitSet PLAIN = plain();

    private static BitSet plain() {
        BitSet plain = new BitSet(Character.MAX_VALUE + 1);
        for (char c = '\u4E00'; c <= '\u9FFF'; c++) {
            plain.set(c, COMMON.get(Folding.fold(c)));
        }
        plain.set('0', '9' + 1);
        plain.set('A', 'Z' + 1);
        "，。、：；！？“”（）《》".chars().forEach(plain::set);
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

    /** The share of the text's characters, spaces aside, that look garbled, 0 to 1. */
    public double share(String text) {
        int garbled = 0;
        int solid = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (PLAIN.get(c)) {
                solid++;
                i++;
                continue;
            }
            int run = run(text, i);
            if (run > 0) {
                garbled += run;
                solid += run;
                i += run;
                continue;
            }
            solid += Character.isWhitespace(c) ? 0 : 1;
            garbled += isBroken(c) || isStray(text, i) ? 1 : 0;
            i++;
        }
        return solid == 0 ? 0 : (double) garbled / solid;
    }

    /** Length of the garbled run that starts here; 0 where none does. */
    private static int run(String text, int from) {
        int rare = from;
        while (rare < text.length() && isRare(text.charAt(rare))) {
            rare++;
        }
        if (rare - from >= RARE_RUN) {
            return rare - from;
        }
        int latin = from;
        while (latin < text.length() && isHighLatin(text.charAt(latin))) {
            latin++;
        }
        return latin - from >= LATIN_RUN ? latin - from : 0;
    }

    private static boolean isRare(char c) {
        return c >= '\u3400' && c <= '\u9FFF' && !COMMON.get(Folding.fold(c));
    }

    private static boolean isHighLatin(char c) {
        return c >= '\u0080' && c <= '\u00FF' && c != '\u00A0' && c != '·';
    }

    private static boolean isBroken(char c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        return control
                || BOXES.indexOf(c) >= 0
                || Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.UNASSIGNED;
    }

    /** A small letter alone between Han characters: a stroke that was misread. */
    private static boolean isStray(String text, int at) {
        char c = text.charAt(at);
        boolean between = at > 0 && at + 1 < text.length() && isHan(text.charAt(at - 1)) && isHan(text.charAt(at + 1));
        return c >= 'a' && c <= 'z' && between;
    }

    private static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9FFF';
    }
}
