package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The words that a heading and a body share, for a human reader: the longest passages of the heading that the body has as
 * well. Two Han characters alone are one only where the dictionary knows them as a word, since two texts share many pairs of
 * characters by chance; a Latin word or a number is taken whole or not at all.
 */
final class SharedWords {

    private static final int LONGEST = 12;

    private SharedWords() {}

    /**
     * Up to {@code most} shared words, the weightiest first.
     *
     * @param heading folded; its lines are parted by line breaks
     * @param body folded
     * @param weight what a word is worth
     */
    static List<String> of(String heading, String body, int most, ToDoubleFunction<String> weight) {
        List<String> shared = new ArrayList<>();
        int from = 0;
        while (from < heading.length()) {
            int to = longest(heading, from, body);
            if (to > from && isWord(heading.substring(from, to))) {
                shared.add(heading.substring(from, to));
            }
            from = to > from ? to : Math.max(from + 1, endOfToken(heading, from));
        }
        return shared.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(weight).reversed())
                .limit(most)
                .toList();
    }

    /** Where the longest passage that begins here and is in the body ends; {@code from} where there is none. */
    private static int longest(String heading, int from, String body) {
        int end = from;
        for (int to = endOfToken(heading, from); to > end && to - from <= LONGEST; to = endOfToken(heading, to)) {
            if (!holds(body, heading.substring(from, to))) {
                break;
            }
            end = to;
        }
        return end;
    }

    /** Whether the body has the passage, not within a longer Latin word or number. */
    private static boolean holds(String body, String passage) {
        for (int at = body.indexOf(passage); at >= 0; at = body.indexOf(passage, at + 1)) {
            int end = at + passage.length();
            boolean whole = (at == 0 || !isTogether(body.charAt(at - 1), body.charAt(at)))
                    && (end == body.length() || !isTogether(body.charAt(end - 1), body.charAt(end)));
            if (whole) {
                return true;
            }
        }
        return false;
    }

    /** The end of the Han character, Latin word or number that stands here; the same place where none does. */
    private static int endOfToken(String text, int from) {
        if (from >= text.length() || !Character.isLetterOrDigit(text.charAt(from))) {
            return from;
        }
        int to = from + 1;
        while (to < text.length() && isTogether(text.charAt(to - 1), text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isTogether(char left, char right) {
        return isLatin(left) && isLatin(right);
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && !Glyphs.isHan(c);
    }

    private static boolean isWord(String passage) {
        return passage.length() > 2
                || passage.length() == 2 && (isLatin(passage.charAt(0)) || WordJoins.isWord(passage));
    }
}
