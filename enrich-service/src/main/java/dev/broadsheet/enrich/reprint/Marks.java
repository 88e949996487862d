package dev.broadsheet.enrich.reprint;

import java.util.stream.IntStream;

/**
 * The figures and quoted names of an article: what even a heavily rewritten reprint keeps (6.85, 13000, 《春到云汀》). Years
 * and figures below ten do not count: every article has some.
 */
final class Marks {

    private static final int MAX_MARKS = 48;
    private static final int LONGEST_NAME = 16;
    private static final int SHORTEST_NAME = 3;
    private static final String OPENING = "《“\"「";
    private static final String CLOSING = "》”\"」";

    private Marks() {}

    /** Hashes of the marks of a folded text, ascending, each once. */
    static int[] of(String folded) {
        IntStream.Builder marks = IntStream.builder();
        for (int at = 0; at < folded.length(); ) {
            int end = isDigit(folded.charAt(at)) ? figureEnd(folded, at) : nameEnd(folded, at);
            if (end > at && !isCommon(folded, at, end)) {
                marks.add(folded.substring(at, end).hashCode());
            }
            at = Math.max(at + 1, end);
        }
        return marks.build().sorted().distinct().limit(MAX_MARKS).toArray();
    }

    private static int figureEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static int nameEnd(String text, int from) {
        int kind = OPENING.indexOf(text.charAt(from));
        if (kind < 0) {
            return from;
        }
        int limit = Math.min(text.length(), from + 1 + LONGEST_NAME);
        for (int end = from + 1; end < limit; end++) {
            if (text.charAt(end) == CLOSING.charAt(kind)) {
                return end - from > SHORTEST_NAME ? end : from;
            }
        }
        return from;
    }

    private static boolean isCommon(String text, int from, int end) {
        boolean figure = isDigit(text.charAt(from));
        boolean year = end - from == 4 && (text.startsWith("19", from) || text.startsWith("20", from));
        return figure && (end - from < 2 || year);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** How many marks two ascending lists share. */
    static int shared(int[] one, int[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int compared = Integer.compare(one[i], other[j]);
            shared += compared == 0 ? 1 : 0;
            i += compared <= 0 ? 1 : 0;
            j += compared >= 0 ? 1 : 0;
        }
        return shared;
    }
}
