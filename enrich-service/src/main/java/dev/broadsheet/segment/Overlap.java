package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a heading's or caption's wording a body repeats: the share of its character pairs that the body holds,
 * each weighted by its rarity among the bodies of the page (inverse document frequency), since the stories of one
 * newspaper share half their words.
 */
final class Overlap {

    /** A text of fewer pairs, such as the name of a town, is repeated by chance: it counts for less. */
    private static final double FEW = 4;

    private final List<Map<Integer, Integer>> bodies = new ArrayList<>();
    private final Map<Integer, Integer> holders = new HashMap<>();

    /** Squared lengths of the bodies; null as long as nobody asks how alike two of them are. */
    private double[] lengths;

    /** @param texts the bodies, folded */
    Overlap(List<String> texts) {
        for (String text : texts) {
            Map<Integer, Integer> pairs = count(text);
            bodies.add(pairs);
            pairs.keySet().forEach(pair -> holders.merge(pair, 1, Integer::sum));
        }
    }

    private double[] lengths() {
        if (lengths == null) {
            lengths = bodies.stream().mapToDouble(this::squaredLength).toArray();
        }
        return lengths;
    }

    private double squaredLength(Map<Integer, Integer> pairs) {
        return pairs.entrySet().stream()
                .mapToDouble(pair -> Math.pow(weight(pair.getKey(), pair.getValue()), 2))
                .sum();
    }

    /** Share of the text's pairs that body {@code i} holds, by rarity, 0 to 1. */
    double coverage(String text, int i) {
        return coverage(text, i, i + 1)[0];
    }

    /** The same for each of the bodies [from, to). */
    double[] coverage(String text, int from, int to) {
        Set<Integer> pairs = pairs(text);
        double[] held = new double[to - from];
        double all = 0;
        for (int pair : pairs) {
            double rarity = rarity(pair);
            all += rarity;
            for (int i = from; i < to; i++) {
                held[i - from] += bodies.get(i).containsKey(pair) ? rarity : 0;
            }
        }
        for (int i = 0; i < held.length; i++) {
            held[i] = all == 0 ? 0 : held[i] / all * Math.min(1, pairs.size() / FEW);
        }
        return held;
    }

    /** Like {@link #coverage}, but a pair that the body repeats counts for more: what the body is about. */
    double affinity(String text, int i) {
        Map<Integer, Integer> body = bodies.get(i);
        double held = 0;
        double all = 0;
        for (int pair : pairs(text)) {
            double rarity = rarity(pair);
            all += rarity;
            held += rarity * Math.log1p(body.getOrDefault(pair, 0));
        }
        return all == 0 ? 0 : held / all;
    }

    /**
     * How alike bodies {@code i} and {@code j} are: the cosine of the angle between their pairs, each counted by the
     * logarithm of how often it stands there and by its rarity; 0 to 1.
     */
    double likeness(int i, int j) {
        Map<Integer, Integer> left = bodies.get(i);
        Map<Integer, Integer> right = bodies.get(j);
        double together = 0;
        for (Map.Entry<Integer, Integer> pair : left.entrySet()) {
            int times = right.getOrDefault(pair.getKey(), 0);
            together += times == 0 ? 0 : weight(pair.getKey(), pair.getValue()) * weight(pair.getKey(), times);
        }
        return together == 0 ? 0 : together / Math.sqrt(lengths()[i] * lengths()[j]);
    }

    private double weight(int pair, int times) {
        return Math.log1p(times) * rarity(pair);
    }

    /** How rare a text is among the bodies, and how long: the rarities of its pairs, together. */
    double rarity(String text) {
        return pairs(text).stream().mapToDouble(this::rarity).sum();
    }

    private double rarity(int pair) {
        return Math.log((bodies.size() + 1.0) / (holders.getOrDefault(pair, 0) + 0.5));
    }

    private static Set<Integer> pairs(String text) {
        return new HashSet<>(count(text).keySet());
    }

    static Map<Integer, Integer> count(String text) {
        Map<Integer, Integer> pairs = new HashMap<>();
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (previous != 0) {
                    pairs.merge(previous << 16 | c, 1, Integer::sum);
                }
                previous = c;
            } else if (!Glyphs.isSpace(c) || c == '\n') {
                previous = 0;
            }
        }
        return pairs;
    }
}
