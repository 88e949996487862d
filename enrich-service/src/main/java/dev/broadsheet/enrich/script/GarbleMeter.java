package dev.broadsheet.enrich.script;

import dev.broadsheet.article.Garble;

/**
 * Measures how much of a text looks garbled: what {@link Garble} finds, control characters, single boxes for letters
 * nobody read, single letters strewn among Han characters (巾l国). Pure and thread-safe.
 */
public final class GarbleMeter {

    private static final String BOXES = "□■◇◆▯▢";

    /** The share of the text's characters, spaces aside, that look garbled, 0 to 1. */
    public double share(String text) {
        int garbled = 0;
        int solid = 0;
        for (int i = 0; i < text.length(); ) {
            int run = Garble.run(text, i);
            if (run > 0) {
                garbled += run;
                solid += run;
                i += run;
                continue;
            }
            solid += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
            garbled += isBroken(text.charAt(i)) || isStray(text, i) ? 1 : 0;
            i++;
        }
        return solid == 0 ? 0 : (double) garbled / solid;
    }

    private static boolean isBroken(char c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        return control || BOXES.indexOf(c) >= 0;
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
