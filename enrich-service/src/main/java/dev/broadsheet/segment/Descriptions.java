package dev.broadsheet.segment;

import dev.broadsheet.text.ResourceLines;
import java.util.HashMap;
import java.util.Map;

/** What each weight weighs, in plain words, by its name, from {@code features.txt}. */
final class Descriptions {

    private static final Map<String, String> BY_NAME = load();

    private Descriptions() {}

    /** The description; the name itself where the file has none. */
    static String of(String name) {
        return BY_NAME.getOrDefault(name, name);
    }

    static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    private static Map<String, String> load() {
        Map<String, String> byName = new HashMap<>();
        for (String line : ResourceLines.lines(Descriptions.class, "features.txt")) {
            String[] parts = line.split("\\s+", 2);
            byName.put(parts[0], parts[1]);
        }
        return Map.copyOf(byName);
    }
}
