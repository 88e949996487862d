package dev.broadsheet.segment;

import java.util.HashMap;
import java.util.Map;

/** The weights of the scored models, by name, from {@code weights.txt}. A name that the file lacks is an error. */
final class Weights {

    static final Weights STANDARD = load();

    private final Map<String, Double> byName;

    private Weights(Map<String, Double> byName) {
        this.byName = Map.copyOf(byName);
    }

    double of(String name) {
        Double weight = byName.get(name);
        if (weight == null) {
            throw new IllegalStateException("weights.txt has no weight named " + name);
        }
        return weight;
    }

    private static Weights load() {
        Map<String, Double> byName = new HashMap<>();
        for (String line : ResourceLines.read("weights.txt")) {
            String[] parts = line.split("\\s+");
            byName.put(parts[0], Double.valueOf(parts[1]));
        }
        return new Weights(byName);
    }
}
