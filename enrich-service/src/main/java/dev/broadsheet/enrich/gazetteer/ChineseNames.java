package dev.broadsheet.enrich.gazetteer;

import java.util.HashMap;
import java.util.Map;

/**
 * How Chinese people are named: a surname of one character or two, then a given name of one or two. Which characters parents
 * choose is told by {@code given-names.tsv}; 水根 and 子涵 are given names, 时休 (in 何时休) is none. Immutable.
 */
public final class ChineseNames {

    private static final int LONGEST_GIVEN = 2;

    private final Endings surnames = Endings.load("surnames.txt");

    /** How often each character stood first of two, second of two, alone. */
    private final Map<Character, int[]> given = new HashMap<>();

    /** Reads the surnames and the given names from the class path. */
    public ChineseNames() {
        for (String line : WordList.lines("given-names.tsv")) {
            String[] fields = line.split("\t");
            given.put(
                    fields[0].charAt(0),
                    new int[] {Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), Integer.parseInt(fields[3])});
        }
    }

    /** Length of the surname that starts at a position; 0 where none does. */
    public int surnameAt(String text, int at) {
        return surnames.startingAt(text, at);
    }

    /**
     * How usual the given name is in a stretch that starts with a surname: counts of its characters in their places, the
     * mean of two (geometric).
     *
     * @return 0 where the stretch is no Chinese name or its given name is none that people bear; hundreds for usual ones
     */
    public double likeness(String text, int start, int end) {
        int name = start + surnameAt(text, start);
        int length = end - name;
        if (name == start || length < 1 || length > LONGEST_GIVEN) {
            return 0;
        }
        return length == 1
                ? count(text.charAt(name), 2)
                : Math.sqrt(count(text.charAt(name), 0) * count(text.charAt(name + 1), 1));
    }

    private double count(char character, int place) {
        int[] counts = given.get(character);
        return counts == null ? 0 : counts[place];
    }
}
