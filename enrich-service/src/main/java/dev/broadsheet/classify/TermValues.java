package dev.broadsheet.classify;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one occurrence of a term is worth to each topic it speaks for.
 *
 * @param topics positions in {@link MediaTopics#all()}
 * @param values value for each of them, negative where the term rules the topic out
 */
record TermValues(int[] topics, double[] values) {

    /** Value of the weights 0 to 4: one term that decides outweighs three that indicate. */
    private static final double[] VALUE = {0, 0.5, 1.2, 2.5, 4};

    /** A term of weight -1 rules a topic out: more than any text brings for it. */
    private static final double RULED_OUT = -1000;

    /** A longer term is more specific: factor for terms of one, two, three, four, and more characters. */
    private static final double[] LENGTH = {0.7, 1, 1.2, 1.4, 1.5};

    /** The values of a term. A second-level topic's evidence counts for its broader one too. */
    static TermValues of(Term term) {
        double specificity = LENGTH[Math.min(term.text().length(), LENGTH.length) - 1];
        Map<Integer, Double> values = new TreeMap<>();
        MediaTopics all = MediaTopics.pinned();
        term.weights().forEach((code, weight) -> {
            double value = weight < 0 ? RULED_OUT : VALUE[weight] * specificity;
            values.merge(all.position(code), value, Math::max);
            String broader = all.get(code).broader();
            if (broader != null) {
                values.merge(all.position(broader), value, Math::max);
            }
        });
        return new TermValues(
                values.keySet().stream().mapToInt(Integer::intValue).toArray(),
                values.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The value for the topic at this position, 0 where the term does not speak for it. */
    double at(int topic) {
        for (int i = 0; i < topics.length; i++) {
            if (topics[i] == topic) {
                return values[i];
            }
        }
        return 0;
    }
}
