package dev.broadsheet.enrich.entity;

import java.util.List;

/**
 * A text as the recognizer has read it: its letters (one a code point, folded), the names it found, and the common words
 * it cut the text into. Every position is a code point of the text as given. Immutable to its readers.
 */
public final class Reading {

    private static final int LETTERS = 27;
    private static final String[] PARTS_OF_SPEECH = partsOfSpeech();

    private final char[] letters;
    private final Words words;
    private final List<Entity> entities;
    private final String text;

    Reading(char[] letters, Words words, List<Entity> entities) {
        this.letters = letters;
        this.words = words;
        this.entities = List.copyOf(entities);
        this.text = new String(letters);
    }

    /** The names, in order, none overlapping. */
    public List<Entity> entities() {
        return entities;
    }

    /** The letters as a string in which every position is a code point of the text. */
    public String letters() {
        return text;
    }

    public int length() {
        return letters.length;
    }

    /** The letter at a position; a line feed outside the text. */
    public char letter(int at) {
        return at < 0 || at >= letters.length ? '\n' : letters[at];
    }

    /** Where a letter stands first, from one position to before another; -1 where it does not. */
    public int find(char letter, int from, int limit) {
        for (int at = from; at < Math.min(limit, letters.length); at++) {
            if (letters[at] == letter) {
                return at;
            }
        }
        return -1;
    }

    /** Where the word at a position starts. */
    public int wordStart(int at) {
        return letters[at] == '\n' ? at : words.start[at];
    }

    /** Where the word at a position ends, exclusive. */
    public int wordEnd(int at) {
        return letters[at] == '\n' ? at + 1 : words.end[at];
    }

    /** Whether the dictionary knows the word at a position as a common one. */
    public boolean isOrdinaryWord(int at) {
        return words.ordinary[at];
    }

    /**
     * Part of speech of the word at a position, in the letters of the Chinese Academy's tag set cut to two: n, ns, v, vn,
     * p; empty where the dictionary has no such word.
     */
    public String partOfSpeech(int at) {
        return PARTS_OF_SPEECH[words.kind[at]];
    }

    /** Whether the dictionary takes the word at a position for one that only joins others: 和, 向, 由. */
    public boolean isFunctionWord(int at) {
        return words.isFunctionWord(at);
    }

    private static String[] partsOfSpeech() {
        String[] parts = new String[LETTERS << 5];
        for (int kind = 0; kind < parts.length; kind++) {
            String first = String.valueOf((char) ('a' - 1 + (kind >> 5)));
            parts[kind] = (kind & 31) == 0 ? first : first + (char) ('a' - 1 + (kind & 31));
        }
        parts[Lexicon.UNKNOWN] = "";
        return parts;
    }
}
