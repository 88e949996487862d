package dev.broadsheet.enrich.gazetteer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How people are named: Chinese and Japanese ones by a surname and a given name of one character or two, whose characters
 * parents choose ({@code given-names.tsv}: 水根 and 子涵 are given names, 时休 in 何时休 is none); foreigners in the characters with
 * which houses write foreign names. Immutable.
 */
public final class PersonalNames {

    private static final int LONGEST_GIVEN = 2;

    private static final PersonalNames SHARED = new PersonalNames();

    private final Endings surnames = Endings.load("surnames.txt", "japanese-surnames.txt");

    private final Set<String> foreign = WordList.words("transliteration.txt");

    /** How often each character stood first of two, second of two, alone. */
    private final Map<Character, int[]> given = new HashMap<>();

    /** Those of the lists on the class path, which are read once. */
    public static PersonalNames shared() {
        return SHARED;
    }

    private PersonalNames() {
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
     * How usual the given name is behind the surname of a stretch, or behind its first character where no list knows the
     * surname: counts of its characters in their places, the mean of two (geometric).
     *
     * @return 0 where the stretch is no Chinese name or its given name is none that people bear; hundreds for usual ones
     */
    public double likeness(String text, int start, int end) {
        int name = start + Math.max(1, surnameAt(text, start));
        int length = end - name;
        if (length < 1 || length > LONGEST_GIVEN) {
            return 0;
        }
        return length == 1
                ? count(text.charAt(name), 2)
                : Math.sqrt(count(text.charAt(name), 0) * count(text.charAt(name + 1), 1));
    }

    /** Whether a stretch is written as foreigners' names are: 姆巴佩, 安娜·米勒. */
    public boolean isTransliteration(String text, int start, int end) {
        return text.substring(start, end).chars().allMatch(c -> c == '·' || foreign.contains(Character.toString(c)));
    }

    private double count(char character, int place) {
        int[] counts = given.get(character);
        return counts == null ? 0 : counts[place];
    }
}
