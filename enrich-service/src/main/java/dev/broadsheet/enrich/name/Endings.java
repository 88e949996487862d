package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.gazetteer.WordList;
import java.util.Set;

/** A list of words looked up at the end, or at the start, of a stretch of text. */
final class Endings {

    private final Set<String> words;
    private final int longest;

    private Endings(Set<String> words) {
        this.words = words;
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    static Endings load(String resource) {
        return new Endings(WordList.words(resource));
    }

    static Endings of(Set<String> words) {
        return new Endings(words);
    }

    boolean contains(String word) {
        return words.contains(word);
    }

    /** Length of the longest word that ends where {@code end} is, not before {@code from}; 0 where none does. */
    int endingAt(String text, int from, int end) {
        for (int length = Math.min(longest, end - from); length > 0; length--) {
            if (words.contains(text.substring(end - length, end))) {
                return length;
            }
        }
        return 0;
    }

    /** Length of the longest word that starts at {@code start}; 0 where none does. */
    int startingAt(String text, int start) {
        for (int length = Math.min(longest, text.length() - start); length > 0; length--) {
            if (words.contains(text.substring(start, start + length))) {
                return length;
            }
        }
        return 0;
    }
}
