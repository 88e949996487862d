package dev.broadsheet.enrich.gist;

import dev.broadsheet.enrich.text.ResourceLines;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of {@code stop-words.txt}, which no keyword begins or ends with. */
final class StopWords {

    private static final Set<String> WORDS = ResourceLines.read(StopWords.class, "stop-words.txt").stream()
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private StopWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
