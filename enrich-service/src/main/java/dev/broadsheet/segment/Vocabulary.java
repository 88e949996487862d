package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import dev.broadsheet.text.ResourceLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of the trade, by section, from {@code cues.txt}. Terms are folded; longer ones come first. */
final class Vocabulary {

    static final Vocabulary STANDARD = load();

    private final Map<String, List<String>> sections;
    private final Map<String, Set<String>> sets = new HashMap<>();

    private Vocabulary(Map<String, List<String>> sections) {
        this.sections = sections;
        sections.forEach((name, terms) -> {
            terms.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
            sets.put(name, Set.copyOf(terms));
        });
    }

    List<String> terms(String section) {
        List<String> terms = sections.get(section);
        if (terms == null) {
            throw new IllegalStateException("cues.txt has no section [" + section + "]");
        }
        return terms;
    }

    boolean has(String section, String term) {
        terms(section);
        return sets.get(section).contains(term);
    }

    /** The longest term with which {@code text} begins at {@code from}; null where none does. */
    String startOf(String section, String text, int from) {
        for (String term : terms(section)) {
            if (text.startsWith(term, from)) {
                return term;
            }
        }
        return null;
    }

    /** The longest term with which {@code text} ends; null where none does. */
    String endOf(String section, String text) {
        for (String term : terms(section)) {
            if (text.endsWith(term)) {
                return term;
            }
        }
        return null;
    }

    /** Whether the text ends as the titles of notices do: 遗失声明. */
    boolean isNotice(String text) {
        return endOf("notice", text) != null;
    }

    /**
     * The term that the whole text is, one character of three or more perhaps misread; null where it is none.
     */
    String near(String section, String text) {
        if (has(section, text)) {
            return text;
        }
        for (String term : terms(section)) {
            if (term.length() >= 3 && term.length() == text.length() && isMisread(term, text, 0)) {
                return term;
            }
        }
        return null;
    }

    /**
     * The text with the terms of a section, of so many characters or more, as they are written where one character was
     * misread. Where a term stands rightly, or who wrote it (报道), nothing was.
     */
    String restored(String section, int shortest, String text) {
        StringBuilder restored = new StringBuilder(text);
        for (int at = 0; at + shortest <= text.length(); at++) {
            boolean exact = startOf(section, text, at) != null || startOf("text", text, at) != null;
            String term = exact ? null : startNear(section, shortest, text, at);
            if (term != null) {
                restored.replace(at, at + term.length(), term);
            }
        }
        return restored.toString();
    }

    private String startNear(String section, int shortest, String text, int at) {
        for (String term : terms(section)) {
            if (term.length() >= shortest && at + term.length() <= text.length() && isMisread(term, text, at)) {
                return term;
            }
        }
        return null;
    }

    /** Whether the text has the term at a place, all characters but one. */
    static boolean isMisread(String term, String text, int at) {
        int differences = 0;
        for (int i = 0; i < term.length() && differences < 2; i++) {
            differences += term.charAt(i) == text.charAt(at + i) ? 0 : 1;
        }
        return differences == 1;
    }

    /** How many different terms the text contains. */
    int count(String section, String text) {
        int count = 0;
        for (String term : terms(section)) {
            count += text.contains(term) ? 1 : 0;
        }
        return count;
    }

    private static Vocabulary load() {
        Map<String, Set<String>> sections = new HashMap<>();
        Set<String> current = new HashSet<>();
        for (String line : ResourceLines.lines(Vocabulary.class, "cues.txt")) {
            if (line.startsWith("[") && line.endsWith("]")) {
                current = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new HashSet<>());
            } else {
                current.add(Folding.fold(line));
            }
        }
        Map<String, List<String>> lists = new HashMap<>();
        sections.forEach((name, terms) -> lists.put(name, new ArrayList<>(terms)));
        return new Vocabulary(lists);
    }
}
