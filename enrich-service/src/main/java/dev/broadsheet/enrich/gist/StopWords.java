package dev.broadsheet.enrich.gist;

import dev.broadsheet.text.ResourceLines;
import java.util.Set;

/** Words of {@code stop-words.txt} and {@code verbs-with-object.txt}, which are no part of a keyword. */
final class StopWords {

    private static final Set<String> WORDS = Set.copyOf(ResourceLines.words(StopWords.class, "stop-words.txt"));

    private static final Set<String> VERBS = Set.copyOf(ResourceLines.words(StopWords.class, "verbs-with-object.txt"));

    /** Length of such a verb. */
    private static final int VERB = 2;

    private StopWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    /** Whether a word is such a verb, or begins with one: 发放, 发放贷款. */
    static boolean isDeed(String word) {
        return word.length() >= VERB && VERBS.contains(word.substring(0, VERB));
    }
}
