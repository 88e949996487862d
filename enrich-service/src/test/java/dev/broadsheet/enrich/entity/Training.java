package dev.broadsheet.enrich.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Trains the tagger: an averaged structured perceptron (Collins 2002) over sentences with marked names. */
final class Training {

    private static final int SEED = 1998;

    private final int rounds;
    private final int rarest;
    private final Observations known = new Observations();
    private final List<Example> examples = new ArrayList<>();

    /**
     * @param rounds how often to go through the sentences
     * @param rarest observations made fewer times than this are left out
     */
    Training(int rounds, int rarest) {
        this.rounds = rounds;
        this.rarest = rarest;
    }

    private record Example(int[][] seen, int[] tags) {}

    void add(Features features, List<Entity> entities) {
        int[] out = new int[Features.COUNT];
        int[][] seen = new int[features.length()][];
        for (int i = 0; i < seen.length; i++) {
            int count = features.observe(i, out);
            seen[i] = new int[count];
            for (int k = 0; k < count; k++) {
                seen[i][k] = known.count(out[k]);
            }
        }
        examples.add(new Example(seen, Tags.of(seen.length, entities)));
    }

    /** Learns the weights. The model keeps one byte for each: ranks decide, not the last digits. */
    TagModel train(String provenance) {
        boolean[] kept = new boolean[known.size()];
        for (int id = 0; id < kept.length; id++) {
            kept[id] = known.times(id) >= rarest;
        }
        int tags = Tags.COUNT;
        int[] weights = new int[known.size() * tags];
        long[] totals = new long[weights.length];
        int[] pairs = new int[tags * tags];
        long[] pairTotals = new long[pairs.length];
        Random random = new Random(SEED);
        List<Example> order = new ArrayList<>(examples);
        int step = 1;
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            int wrong = 0;
            for (Example example : order) {
                int length = example.tags.length;
                int[] scores = new int[length * tags];
                for (int i = 0; i < length; i++) {
                    for (int id : example.seen[i]) {
                        if (kept[id]) {
                            for (int t = 0; t < tags; t++) {
                                scores[i * tags + t] += weights[id * tags + t];
                            }
                        }
                    }
                }
                int[] said = Decoder.best(scores, length, pairs);
                for (int i = 0; i < length; i++) {
                    int gold = example.tags[i];
                    if (gold != said[i]) {
                        wrong++;
                        for (int id : example.seen[i]) {
                            if (kept[id]) {
                                weights[id * tags + gold]++;
                                totals[id * tags + gold] += step;
                                weights[id * tags + said[i]]--;
                                totals[id * tags + said[i]] -= step;
                            }
                        }
                    }
                    if (i > 0 && (gold != said[i] || example.tags[i - 1] != said[i - 1])) {
                        int right = example.tags[i - 1] * tags + gold;
                        int mistaken = said[i - 1] * tags + said[i];
                        pairs[right]++;
                        pairTotals[right] += step;
                        pairs[mistaken]--;
                        pairTotals[mistaken] -= step;
                    }
                }
                step++;
            }
            System.out.println("round " + (round + 1) + ": " + wrong + " characters tagged wrong");
        }
        return quantize(provenance, weights, totals, pairs, pairTotals, step);
    }

    private TagModel quantize(
            String provenance, int[] weights, long[] totals, int[] pairs, long[] pairTotals, int steps) {
        int tags = Tags.COUNT;
        double[] average = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            average[i] = weights[i] - (double) totals[i] / steps;
        }
        double[] sizes = java.util.Arrays.stream(average)
                .map(Math::abs)
                .filter(w -> w > 0)
                .sorted()
                .toArray();
        double largest = sizes[(int) (sizes.length * 0.9995)];
        double scale = 127 / largest;
        int[] ids = IntStream.range(0, known.size())
                .filter(id -> IntStream.range(0, tags).anyMatch(t -> Math.abs(average[id * tags + t]) * scale >= 2))
                .boxed()
                .sorted((a, b) -> Integer.compare(known.hash(a), known.hash(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] hashes = IntStream.of(ids).map(known::hash).toArray();
        byte[] rows = new byte[ids.length * tags];
        for (int row = 0; row < ids.length; row++) {
            for (int t = 0; t < tags; t++) {
                double weight = average[ids[row] * tags + t] * scale;
                rows[row * tags + t] = (byte) Math.max(-127, Math.min(127, Math.round(weight)));
            }
        }
        int[] pairWeights = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            pairWeights[i] = (int) Math.round((pairs[i] - (double) pairTotals[i] / steps) * scale);
        }
        return new TagModel(provenance, hashes, rows, pairWeights);
    }
}
