package dev.broadsheet.enrich.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Trains the tagger: an averaged structured perceptron (Collins 2002) over sentences with marked names. */
final class Training {

    private static final int PERCEPTRONS = 3;

    /**
     * Of the observations of a character so many are hidden in each lesson, at random. What is always there teaches to lean on
     * the few strongest; text of another house has those less often, and the tagger must do with the others.
     */
    private static final double HIDDEN = 0.3;

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

    /**
     * Learns the weights: of several perceptrons that saw the sentences in other orders, added up, for one alone leans on
     * chance. The model keeps one byte for each: ranks decide, not the last digits.
     */
    TagModel train(String provenance) {
        double[] weights = new double[known.size() * Tags.COUNT];
        double[] pairs = new double[Tags.COUNT * Tags.COUNT];
        for (int seed = 1; seed <= PERCEPTRONS; seed++) {
            Perceptron perceptron = taught(new Random(seed));
            perceptron.addWeights(weights);
            perceptron.addPairs(pairs);
        }
        return quantize(provenance, weights, pairs);
    }

    private Perceptron taught(Random random) {
        Perceptron perceptron = new Perceptron(known.size());
        List<Example> order = new ArrayList<>(examples);
        for (int round = 1; round <= rounds; round++) {
            Collections.shuffle(order, random);
            int wrong = 0;
            for (Example example : order) {
                wrong += perceptron.learn(thinned(example.seen, random), example.tags);
            }
            System.out.println("round " + round + ": " + wrong + " characters tagged wrong");
        }
        return perceptron;
    }

    /** The observations without the rare ones and those that this lesson hides: other ones every time. */
    private int[][] thinned(int[][] seen, Random random) {
        int[][] left = new int[seen.length][];
        for (int i = 0; i < seen.length; i++) {
            left[i] = IntStream.of(seen[i])
                    .filter(id -> known.times(id) >= rarest && random.nextDouble() >= HIDDEN)
                    .toArray();
        }
        return left;
    }

    private TagModel quantize(String provenance, double[] average, double[] pairs) {
        int tags = Tags.COUNT;
        double[] sizes = Arrays.stream(average)
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
        int[] pairWeights = Arrays.stream(pairs)
                .mapToInt(weight -> (int) Math.round(weight * scale))
                .toArray();
        return new TagModel(provenance, hashes, rows, pairWeights);
    }
}
