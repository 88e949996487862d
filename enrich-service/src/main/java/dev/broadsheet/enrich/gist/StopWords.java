package dev.broadsheet.enrich.gist;

import dev.broadsheet.text.ResourceLines;
import java.util.Set;

/** Words of {@code stop-words.txt}, which are no part of a keyword. */
final class StopWords {

    private static final Set<String> WORDS = Set.copyOf(ResourceLines.words(StopWords.class, "stop-words.txt"));

    private StopWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
