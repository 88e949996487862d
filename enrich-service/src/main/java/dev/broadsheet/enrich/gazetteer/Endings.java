package dev.broadsheet.enrich.gazetteer;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of words looked up at the end, or at the start, of a stretch of text. Immutable. */
public final class Endings {

    private final Set<String> words;
    private final WordTrie forward;
    private final WordTrie backward;

    private Endings(Set<String> words) {
        this.words = words;
        this.forward = WordTrie.of(words);
        this.backward = WordTrie.of(words.stream()
                .map(word -> new StringBuilder(word).reverse().toString())
                .collect(Collectors.toSet()));
    }

    /** The words of lists that lie beside this class. */
    public static Endings load(String... resources) {
        return new Endings(Stream.of(resources)
                .flatMap(resource -> WordList.words(resource).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The words of a set. */
    public static Endings of(Set<String> words) {
        return new Endings(words);
    }

    /** Whether a text is one of the words. */
    public boolean contains(String word) {
        return words.contains(word);
    }

    /** Whether the stretch is one of the words. */
    public boolean contains(String text, int from, int end) {
        return endingAt(text, from, end) == end - from;
    }

    /** Length of the longest word that ends where {@code end} is, not before {@code from}; 0 where none does. */
    public int endingAt(String text, int from, int end) {
        return backward.longestEndingAt(text, from, end);
    }

    /** Length of the longest word that starts at {@code start}; 0 where none does. */
    public int startingAt(String text, int start) {
        return forward.longestAt(text, start);
    }
}
