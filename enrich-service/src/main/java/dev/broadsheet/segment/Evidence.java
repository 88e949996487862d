package dev.broadsheet.segment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What speaks for and against a story having been found as it was printed, by the names in {@code confidence.txt}; each is
 * between 0, nothing of the kind, and 1. Grows while the story is put together.
 */
final class Evidence {

    private final Map<String, Double> found = new TreeMap<>();

    void add(String name, double strength) {
        if (strength != 0) {
            found.put(name, strength);
        }
    }

    void add(String name, boolean holds) {
        add(name, holds ? 1 : 0);
    }

    /** How strong it is; 0 where there is none. */
    double of(String name) {
        return found.getOrDefault(name, 0.0);
    }

    /** Whether the story has a gap of its own: no headline, or no end. */
    boolean isIncomplete() {
        return of("headless") > 0 || of("unended") > 0;
    }

    /** Adds to the evidence of a page's stories what the others tell: where some are incomplete, the others may be wrong, too. */
    static void share(List<Evidence> page) {
        long incomplete = page.stream().filter(Evidence::isIncomplete).count();
        double margin = mean(page, "margin");
        double joined = mean(page, "joined");
        double strays = mean(page, "strays");
        for (Evidence story : page) {
            long others = incomplete - (story.isIncomplete() ? 1 : 0);
            story.add("page.incomplete", page.size() == 1 ? 0 : (double) others / (page.size() - 1));
            story.add("page.margin", margin);
            story.add("page.joined", joined);
            story.add("page.strays", strays);
        }
    }

    private static double mean(List<Evidence> page, String name) {
        return page.stream().mapToDouble(story -> story.of(name)).average().orElse(0);
    }
}
