package dev.broadsheet.segment;

import dev.broadsheet.text.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    Set<String> names() {
        return byName.keySet();
    }

    /** The same weights but one. */
    Weights with(String name, double weight) {
        Map<String, Double> changed = new HashMap<>(byName);
        changed.put(name, weight);
        return new Weights(changed);
    }

    private static Weights load() {
        Map<String, Double> byName = new HashMap<>();
        for (List<String> line : ResourceLines.fields(Weights.class, "weights.txt")) {
            byName.put(line.get(0), Double.valueOf(line.get(1)));
        }
        return new Weights(byName);
    }
}
