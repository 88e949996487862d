package dev.broadsheet.segment;

import dev.broadsheet.text.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The weights of scored models, by name, from a resource such as {@code weights.txt}. A name that the file lacks is an error. */
final class Weights {

    static final Weights STANDARD = load("weights.txt");

    private final String file;
    private final Map<String, Double> byName;

    private Weights(String file, Map<String, Double> byName) {
        this.file = file;
        this.byName = Map.copyOf(byName);
    }

    double of(String name) {
        Double weight = byName.get(name);
        if (weight == null) {
            throw new IllegalStateException(file + " has no weight named " + name);
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
        return new Weights(file, changed);
    }

    /** @param file name of the resource beside this class: a name, blanks and a number on each line */
    static Weights load(String file) {
        Map<String, Double> byName = new HashMap<>();
        for (List<String> line : ResourceLines.fields(Weights.class, file)) {
            byName.put(line.get(0), Double.valueOf(line.get(1)));
        }
        return new Weights(file, byName);
    }
}
