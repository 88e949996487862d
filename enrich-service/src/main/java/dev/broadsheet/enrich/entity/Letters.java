package dev.broadsheet.enrich.entity;

import dev.broadsheet.article.Folding;

/**
 * A text as the recognizer reads it: one UTF-16 unit for each code point, so that positions are code points, and folded
 * (simplified, half-width), so that a Taiwanese paper reads like a mainland one; the dot within a foreigner's name is one,
 * however a house prints it. A character outside the Basic Multilingual Plane becomes U+FFFD. Nothing is added or dropped.
 */
final class Letters {

    private static final String DOTS = "•・‧";
    private static final char BEYOND_THE_PLANE = '\uFFFD';

    private Letters() {}

    static char[] of(String text) {
        char[] letters = new char[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            letters[at++] = pair ? BEYOND_THE_PLANE : Folding.fold(c);
            i += pair ? 1 : 0;
        }
        for (int i = 1; i + 1 < letters.length; i++) {
            boolean betweenHan = Character.isIdeographic(letters[i - 1]) && Character.isIdeographic(letters[i + 1]);
            letters[i] = DOTS.indexOf(letters[i]) >= 0 || letters[i] == '.' && betweenHan ? '·' : letters[i];
        }
        return letters;
    }
}
