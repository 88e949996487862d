package dev.broadsheet.enrich.entity;

import dev.broadsheet.enrich.gazetteer.Divisions;
import dev.broadsheet.enrich.gazetteer.WordList;
import dev.broadsheet.enrich.gazetteer.WordTrie;
import java.util.Arrays;
import java.util.TreeMap;

/** Lists of words that names are made of, and where a text has them. */
final class Gazetteer {

    static final int SURNAME = 1;
    static final int DIVISION = 1 << 1;
    static final int COUNTRY = 1 << 2;
    static final int ORGANIZATION_ENDING = 1 << 3;
    static final int PLACE_ENDING = 1 << 4;
    static final int TITLE = 1 << 5;
    static final int ORGANIZATION = 1 << 6;
    static final int LISTS = 7;

    /** What a list takes of a mark. */
    static final int BITS = 4;

    static final int FIRST = 1;
    private static final int WITHIN = 2;
    static final int LAST = 3;
    static final int ALONE = 4;

    private static final int LONGEST = 12;

    private final WordTrie words;
    private final int[] lists;

    private Gazetteer(TreeMap<String, Integer> entries) {
        words = WordTrie.of(entries.keySet());
        lists = entries.values().stream().mapToInt(Integer::intValue).toArray();
    }

    static Gazetteer load() {
        TreeMap<String, Integer> entries = new TreeMap<>();
        add(entries, SURNAME, WordList.words("surnames.txt"));
        add(entries, DIVISION, Divisions.load().names());
        add(entries, COUNTRY, WordList.words("countries.txt"));
        add(entries, ORGANIZATION_ENDING, WordList.words("organization-endings.txt"));
        add(entries, PLACE_ENDING, WordList.words("place-endings.txt"));
        add(entries, TITLE, WordList.words("titles.txt"));
        add(entries, TITLE, WordList.words("persons.txt"));
        add(entries, ORGANIZATION, WordList.words("organizations.txt"));
        return new Gazetteer(entries);
    }

    private static void add(TreeMap<String, Integer> entries, int list, Iterable<String> words) {
        words.forEach(word -> entries.merge(word, list, (a, b) -> a | b));
    }

    /**
     * For each character, four bits a list, 1 to 4 for first, within, last and alone in the longest word of that list
     * that covers it; 0 where none does.
     */
    int[] mark(char[] text) {
        int[] marks = new int[text.length];
        int[] until = new int[LISTS];
        int[] longest = new int[LISTS];
        for (int start = 0; start < text.length; start++) {
            Arrays.fill(longest, 0);
            int limit = Math.min(text.length, start + LONGEST);
            int state = WordTrie.ROOT;
            for (int end = start; end < limit; end++) {
                state = words.next(state, text[end]);
                if (state == WordTrie.NONE) {
                    break;
                }
                int word = words.word(state);
                for (int list = 0; word != WordTrie.NONE && list < LISTS; list++) {
                    longest[list] = (lists[word] >> list & 1) == 0 ? longest[list] : end + 1;
                }
            }
            for (int list = 0; list < LISTS; list++) {
                // A word that ends within an earlier, longer one says nothing more: 州市 within 漳州市.
                if (longest[list] > until[list]) {
                    write(marks, list, start, longest[list]);
                    until[list] = longest[list];
                }
            }
        }
        return marks;
    }

    private static void write(int[] marks, int list, int start, int end) {
        for (int i = start; i < end; i++) {
            int place = end - start == 1 ? ALONE : i == start ? FIRST : i == end - 1 ? LAST : WITHIN;
            marks[i] = marks[i] & ~(0xF << BITS * list) | place << BITS * list;
        }
    }
}
