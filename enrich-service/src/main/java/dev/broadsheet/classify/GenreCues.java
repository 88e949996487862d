package dev.broadsheet.classify;

import dev.broadsheet.text.ResourceLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The signs of {@code genre-cues.txt}, by section. */
final class GenreCues {

    private static final String SOURCE = "genre-cues.txt";
    private static final GenreCues SHARED = read();

    private final Map<String, List<String>> bySection;

    private GenreCues(Map<String, List<String>> bySection) {
        this.bySection = bySection;
    }

    static GenreCues shared() {
        return SHARED;
    }

    /** A cue of the section that the text contains. */
    Optional<String> in(String section, String text) {
        return cues(section).stream().filter(text::contains).findFirst();
    }

    /** A cue of the section that the text is. */
    Optional<String> whole(String section, String text) {
        return cues(section).stream().filter(text::equals).findFirst();
    }

    /** A cue of the section with which the text begins. */
    Optional<String> startOf(String section, String text) {
        return cues(section).stream().filter(text::startsWith).findFirst();
    }

    /** A cue of the section with which the text ends. */
    Optional<String> endOf(String section, String text) {
        return cues(section).stream().filter(text::endsWith).findFirst();
    }

    /** How many different cues of the section the text contains. */
    int count(String section, String text) {
        return (int) cues(section).stream().filter(text::contains).count();
    }

    private List<String> cues(String section) {
        List<String> cues = bySection.get(section);
        if (cues == null) {
            throw new IllegalStateException(SOURCE + " has no section [" + section + "]");
        }
        return cues;
    }

    private static GenreCues read() {
        Map<String, List<String>> bySection = new HashMap<>();
        List<String> section = null;
        for (String line : ResourceLines.lines(GenreCues.class, SOURCE)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = bySection.computeIfAbsent(line.substring(1, line.length() - 1), s -> new ArrayList<>());
            } else if (section != null) {
                section.addAll(List.of(line.split("\\s+")));
            } else {
                throw new IllegalStateException(SOURCE + ": cues before the first [section]: " + line);
            }
        }
        return new GenreCues(bySection);
    }
}
