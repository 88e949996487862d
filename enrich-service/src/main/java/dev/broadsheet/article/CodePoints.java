package dev.broadsheet.article;

/**
 * Translates positions in a Java string (UTF-16 units) into the code points in which the contract counts. A rare
 * character beyond the basic plane (𠮷, many place and personal names of southern China) is two units but one code
 * point.
 */
public final class CodePoints {

    /** Null where the text has no surrogate, so that both counts agree: nearly always. */
    private final int[] ofUnit;

    private CodePoints(int[] ofUnit) {
        this.ofUnit = ofUnit;
    }

    /** The translation for one text. */
    public static CodePoints of(String text) {
        if (text.codePointCount(0, text.length()) == text.length()) {
            return new CodePoints(null);
        }
        int[] ofUnit = new int[text.length() + 1];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            ofUnit[i] = count;
            boolean firstOfPair = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            count += firstOfPair ? 0 : 1;
        }
        ofUnit[text.length()] = count;
        return new CodePoints(ofUnit);
    }

    /** How many code points lie before the UTF-16 unit at {@code unit}; 0 to the text's length. */
    public int before(int unit) {
        return ofUnit == null ? unit : ofUnit[unit];
    }
}
