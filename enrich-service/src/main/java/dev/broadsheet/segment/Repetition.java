package dev.broadsheet.segment;

/** How much of a line's wording the text around it repeats: a headline says again what its story says. */
final class Repetition {

    private static final int WINDOW = 80;
    private static final int LONGEST = 42;
    private static final int SHORTEST = 5;
    private static final int TEXT = 1_200;

    private Repetition() {}

    /** Share of the line's character pairs that the lines around hold; 0 for lines that end a sentence or are long. */
    static double share(LineContext page, int i) {
        Printed line = page.line(i);
        String words = Glyphs.letters(line.tight());
        if (line.ended() || line.endsInPause() || words.length() < SHORTEST || words.length() > LONGEST) {
            return 0;
        }
        return Math.max(share(words, text(page, i - 1, -1)), share(words, text(page, i + 1, 1)));
    }

    private static String text(LineContext page, int from, int step) {
        StringBuilder text = new StringBuilder();
        for (int j = from;
                j >= 0 && j < page.size() && Math.abs(j - from) < WINDOW && text.length() < TEXT;
                j += step) {
            String line = page.line(j).tight();
            String part = line.substring(0, Math.min(line.length(), TEXT));
            if (step < 0) {
                text.insert(0, part);
            } else {
                text.append(part);
            }
        }
        return text.toString();
    }

    private static double share(String words, String text) {
        int held = 0;
        for (int i = 0; i + 2 <= words.length(); i++) {
            held += text.contains(words.substring(i, i + 2)) ? 1 : 0;
        }
        return (double) held / (words.length() - 1);
    }
}
