package dev.broadsheet.enrich.gazetteer;

import dev.broadsheet.text.ResourceLines;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The gazetteers, which lie beside this class, as {@link ResourceLines} reads them. */
public final class WordList {

    private WordList() {}

    /** The words of a list, in order, each once. */
    public static Set<String> words(String resource) {
        return new LinkedHashSet<>(ResourceLines.words(WordList.class, resource));
    }

    /** The lines of a list, without comments and blank lines. */
    public static List<String> lines(String resource) {
        return ResourceLines.lines(WordList.class, resource);
    }
}
