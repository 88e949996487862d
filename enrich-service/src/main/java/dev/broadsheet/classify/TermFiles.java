package dev.broadsheet.classify;

import dev.broadsheet.text.ResourceLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the term files: a section {@code [code]} for each topic, in it lines of a weight and terms ({@code 4: 高考
 * 中考}); a term of weight -1 rules the topic out. Section {@code [none]} holds expressions that say nothing of the
 * subject although they contain a term.
 */
final class TermFiles {

    private static final Pattern SECTION = Pattern.compile("\\[(\\w+)]");
    private static final Pattern WEIGHTED = Pattern.compile("(-1|[0-4]):\\s*(.*)");
    private static final String NO_TOPIC = "none";

    private final Map<String, Map<String, Integer>> weights = new LinkedHashMap<>();

    private TermFiles() {}

    /** Every term of the files of all top-level topics, and the shadowing expressions. */
    static List<Term> read() {
        TermFiles files = new TermFiles();
        for (MediaTopic topic : MediaTopics.pinned().topLevel()) {
            files.add("terms/" + topic.code() + ".txt");
        }
        files.add("terms/" + NO_TOPIC + ".txt");
        List<Term> terms = new ArrayList<>();
        files.weights.forEach((text, byTopic) -> terms.add(new Term(text, Map.copyOf(byTopic))));
        return terms;
    }

    private void add(String file) {
        String section = null;
        for (String line : ResourceLines.lines(TermFiles.class, file)) {
            Matcher header = SECTION.matcher(line);
            Matcher weighted = WEIGHTED.matcher(line);
            if (header.matches()) {
                section = header.group(1);
                requireTopic(section, file);
            } else if (section != null && weighted.matches()) {
                int weight = Integer.parseInt(weighted.group(1));
                for (String term : weighted.group(2).split("\\s+")) {
                    put(term, section, weight);
                }
            } else {
                throw new IllegalStateException(
                        file + ": expected [code] or '4: terms', found: " + line + " (weights are 0 to 4, or -1)");
            }
        }
    }

    private void put(String term, String section, int weight) {
        Map<String, Integer> byTopic = weights.computeIfAbsent(term, t -> new LinkedHashMap<>());
        if (!section.equals(NO_TOPIC)) {
            byTopic.merge(section, weight, Math::max);
        }
    }

    private static void requireTopic(String section, String file) {
        if (!section.equals(NO_TOPIC)) {
            try {
                MediaTopics.pinned().get(section);
            } catch (IllegalArgumentException unknown) {
                throw new IllegalStateException(file + ": " + unknown.getMessage(), unknown);
            }
        }
    }
}
