package dev.broadsheet.classify;

import dev.broadsheet.article.Folding;
import java.util.Arrays;

/**
 * Runs of one to three letters, digits or Han characters: what a title model looks at. A run is a number, its characters
 * side by side, 16 bits each, so that looking one up makes no string.
 */
final class Runs {

    /** Not a run: all runs have characters, and no character is zero. */
    static final long NONE = 0;

    private static final int LONGEST = 3;
    private static final char GAP = ' ';

    private Runs() {}

    /** The different runs of a title, folded and in lower case, in ascending order. */
    static long[] of(String title) {
        long[] runs = new long[LONGEST * title.length()];
        int found = 0;
        long run = NONE;
        int length = 0;
        for (int i = 0; i < title.length(); i++) {
            char c = folded(title.charAt(i));
            length = c == GAP ? 0 : Math.min(LONGEST, length + 1);
            run = run << Character.SIZE | c;
            for (int last = 1; last <= length; last++) {
                runs[found++] = run & (1L << last * Character.SIZE) - 1;
            }
        }
        Arrays.sort(runs, 0, found);
        return distinct(runs, found);
    }

    /** The run of these one to three characters. */
    static long parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a run has one to " + LONGEST + " characters: " + text);
        }
        return text.chars().asLongStream().reduce(NONE, (run, c) -> run << Character.SIZE | c);
    }

    /** The characters of a run. */
    static String text(long run) {
        return run == NONE ? "" : text(run >>> Character.SIZE) + (char) run;
    }

    private static char folded(char c) {
        char folded = Character.toLowerCase(Folding.fold(c));
        return Character.isLetterOrDigit(folded) ? folded : GAP;
    }

    private static long[] distinct(long[] sorted, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}
