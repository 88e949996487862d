package dev.broadsheet.enrich.name;

import java.util.BitSet;
import java.util.Set;

/** Finds the few names of one story wherever the story prints them again. */
final class Repeats {

    private final Set<String> names;
    private final BitSet firstLetters = new BitSet();
    private final int longest;

    Repeats(Set<String> names, int longest) {
        this.names = names;
        this.longest = longest;
        names.stream().filter(name -> !name.isEmpty()).forEach(name -> firstLetters.set(name.charAt(0)));
    }

    /** Length of the longest name that starts at a position; 0 where none does. */
    int startingAt(String text, int start) {
        if (!firstLetters.get(text.charAt(start))) {
            return 0;
        }
        for (int end = Math.min(text.length(), start + longest); end > start; end--) {
            if (names.contains(text.substring(start, end))) {
                return end - start;
            }
        }
        return 0;
    }
}
