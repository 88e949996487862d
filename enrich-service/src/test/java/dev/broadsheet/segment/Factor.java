package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** A score as it depends on the weights: {@code rest} and a value for each of some weights, by their index. */
record Factor(double rest, int[] weights, double[] values) {

    private static final double NONE = 1e-9;

    /** The names of the weights that a fit may move, those that begin like this, in alphabetical order. */
    static List<String> weights(String prefix) {
        return Weights.STANDARD.names().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    /**
     * The factor of a score that is linear in the weights: what one more of each changes is its value.
     *
     * @param score with the weights as they are
     * @param stepped the same score with weight k one larger
     * @param weights as they are
     */
    static Factor of(double score, IntToDoubleFunction stepped, double[] weights) {
        List<Integer> used = new ArrayList<>();
        double[] values = new double[weights.length];
        double rest = score;
        for (int k = 0; k < weights.length; k++) {
            values[k] = stepped.applyAsDouble(k) - score;
            if (Math.abs(values[k]) > NONE) {
                used.add(k);
                rest -= values[k] * weights[k];
            }
        }
        return new Factor(
                rest,
                used.stream().mapToInt(k -> k).toArray(),
                used.stream().mapToDouble(k -> values[k]).toArray());
    }

    double score(double[] w) {
        double score = rest;
        for (int k = 0; k < weights.length; k++) {
            score += w[weights[k]] * values[k];
        }
        return score;
    }

    void addTo(double[] gradient, double times) {
        for (int k = 0; k < weights.length; k++) {
            gradient[weights[k]] += times * values[k];
        }
    }

    /**
     * The gradient of a fit that holds weights to others by a quadratic penalty.
     *
     * @param slopes of minus the log-likelihood, one for each variant of a page
     * @param variants of each page, which together count as one
     * @param prior what the weights are held to
     */
    static double[] gradient(Stream<double[]> slopes, int variants, double penalty, double[] w, double[] prior) {
        double[] gradient = slopes.reduce(Factor::sum).orElseThrow();
        Arrays.setAll(gradient, k -> gradient[k] / variants + 2 * penalty * (w[k] - prior[k]));
        return gradient;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, k -> a[k] + b[k]);
        return sum;
    }

    static double logSum(double... terms) {
        double most = Arrays.stream(terms).max().orElseThrow();
        if (most == Double.NEGATIVE_INFINITY) {
            return most;
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - most);
        }
        return most + Math.log(sum);
    }
}
