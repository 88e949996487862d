package dev.broadsheet.segment;

import dev.broadsheet.segment.GroupSplit.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A heading group sorted in one way, and what speaks for it.
 *
 * @param worth what each feature adds to the score, by its name
 */
record SortedGroup(GroupSplit split, GroupFeatures features, Map<String, Double> worth, double score) {

    /** Features that a reason names. */
    private static final int MOST = 3;

    static SortedGroup of(GroupSplit split, GroupFeatures features, Weights weights) {
        Map<String, Double> worth = features.of(split);
        worth.replaceAll((name, value) -> weights.of(name) * value);
        double score = worth.values().stream().mapToDouble(value -> value).sum();
        return new SortedGroup(split, features, worth, score);
    }

    List<Printed> lines(Function<GroupSplit, Part> part) {
        return features.lines(part.apply(split));
    }

    /**
     * Why this way and not the next best: what weighs most, for it (+) or against it (-).
     */
    String reasonAgainst(SortedGroup next) {
        Map<String, Double> differences = new HashMap<>(worth);
        next.worth.forEach((name, value) -> differences.merge(name, -value, Double::sum));
        Comparator<Map.Entry<String, Double>> weightiest =
                Comparator.comparingDouble(entry -> -Math.abs(entry.getValue()));
        String weighed = differences.entrySet().stream()
                .sorted(weightiest.thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(entry -> String.format(Locale.ROOT, "%s %+.1f", Descriptions.of(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining("; "));
        return String.format(Locale.ROOT, "%s rather than %s, by %.1f: %s", this, next, score - next.score, weighed);
    }

    /** kicker in line 3, headline in line 5. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        name("kicker", split.kicker(), parts);
        name("headline", split.headline(), parts);
        name("subheadline", split.subheadline(), parts);
        return String.join(", ", parts);
    }

    private void name(String role, Part part, List<String> parts) {
        if (!part.isEmpty()) {
            List<Printed> lines = features.lines(part);
            int first = lines.get(0).number();
            int last = lines.get(lines.size() - 1).number();
            parts.add(role + (first == last ? " in line " + first : " in lines " + first + " to " + last));
        }
    }
}
