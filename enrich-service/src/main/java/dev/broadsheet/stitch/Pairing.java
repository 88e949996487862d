package dev.broadsheet.stitch;

import java.util.Arrays;

/**
 * The best pairing of a few heads with a few tails, and how sure each pair is. Every subset of tails is looked at, so the
 * pairing is the best of all, not the first good one.
 */
final class Pairing {

    /** More heads or tails that compete for each other than a front page has. */
    static final int MOST = 10;

    /** What leaving a half alone is worth: a pair must not be contradicted by more than this. */
    private static final double ALONE = -0.35;

    /** By how much a pair must be better than the best pairing without it. */
    private static final double SURE = 0.05;

    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    private Pairing() {}

    /**
     * Pairs heads with tails.
     *
     * @param scores by head and tail; NaN where the page numbers forbid the pair
     * @return for each head its tail, or -1 where there is none or it cannot be told
     */
    static int[] sure(double[][] scores) {
        int[] pairs = new int[scores.length];
        Arrays.fill(pairs, -1);
        if (scores.length == 0 || scores.length > MOST || scores[0].length > MOST) {
            return pairs;
        }
        int[] best = best(scores);
        double total = total(scores, best);
        for (int head = 0; head < scores.length; head++) {
            if (best[head] >= 0 && total - totalWithout(scores, head, best[head]) >= SURE) {
                pairs[head] = best[head];
            }
        }
        return pairs;
    }

    private static double totalWithout(double[][] scores, int head, int tail) {
        double[][] others = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
        others[head][tail] = Double.NaN;
        return total(others, best(others));
    }

    private static double total(double[][] scores, int[] pairs) {
        double total = 0;
        for (int head = 0; head < pairs.length; head++) {
            total += pairs[head] < 0 ? 0 : scores[head][pairs[head]] - ALONE;
        }
        return total;
    }

    /** Dynamic programming over the sets of tails that the first heads may have taken. */
    private static int[] best(double[][] scores) {
        int tails = scores[0].length;
        double[] value = new double[1 << tails];
        Arrays.fill(value, IMPOSSIBLE);
        value[0] = 0;
        int[][] choice = new int[scores.length][1 << tails];
        for (int head = 0; head < scores.length; head++) {
            double[] next = value.clone();
            Arrays.fill(choice[head], -1);
            for (int taken = 0; taken < value.length; taken++) {
                for (int tail = 0; tail < tails && value[taken] != IMPOSSIBLE; tail++) {
                    double gain = scores[head][tail] - ALONE;
                    int with = taken | 1 << tail;
                    if (with != taken && gain > 0 && value[taken] + gain > next[with]) {
                        next[with] = value[taken] + gain;
                        choice[head][with] = tail;
                    }
                }
            }
            value = next;
        }
        return trace(choice, value);
    }

    private static int[] trace(int[][] choice, double[] value) {
        int taken = 0;
        for (int set = 1; set < value.length; set++) {
            taken = value[set] > value[taken] ? set : taken;
        }
        int[] pairs = new int[choice.length];
        for (int head = choice.length - 1; head >= 0; head--) {
            pairs[head] = choice[head][taken];
            taken = pairs[head] < 0 ? taken : taken & ~(1 << pairs[head]);
        }
        return pairs;
    }
}
