package dev.broadsheet.enrich.entity;

/** An averaged structured perceptron that is learning (Collins 2002): weights of tags for observations and for the tag before. */
final class Perceptron {

    private static final int TAGS = Tags.COUNT;

    private final int[] weights;
    private final long[] corrections;
    private final int[] pairs = new int[TAGS * TAGS];
    private final long[] pairCorrections = new long[TAGS * TAGS];
    private int step = 1;

    /** @param observations how many different ones there are */
    Perceptron(int observations) {
        weights = new int[observations * TAGS];
        corrections = new long[weights.length];
    }

    /**
     * Tags a sentence and learns from what it got wrong.
     *
     * @param seen the observations of each character
     * @return how many characters it got wrong
     */
    int learn(int[][] seen, int[] gold) {
        int[] said = Decoder.best(scores(seen), gold.length, pairs);
        int wrong = 0;
        for (int i = 0; i < gold.length; i++) {
            if (gold[i] != said[i]) {
                wrong++;
                for (int id : seen[i]) {
                    correct(weights, corrections, id * TAGS + gold[i], id * TAGS + said[i]);
                }
            }
            if (i > 0 && (gold[i] != said[i] || gold[i - 1] != said[i - 1])) {
                correct(pairs, pairCorrections, gold[i - 1] * TAGS + gold[i], said[i - 1] * TAGS + said[i]);
            }
        }
        step++;
        return wrong;
    }

    private int[] scores(int[][] seen) {
        int[] scores = new int[seen.length * TAGS];
        for (int i = 0; i < seen.length; i++) {
            for (int id : seen[i]) {
                for (int tag = 0; tag < TAGS; tag++) {
                    scores[i * TAGS + tag] += weights[id * TAGS + tag];
                }
            }
        }
        return scores;
    }

    private void correct(int[] values, long[] sums, int right, int mistaken) {
        values[right]++;
        sums[right] += step;
        values[mistaken]--;
        sums[mistaken] -= step;
    }

    /** Adds the weights, averaged over all steps: a tag's for an observation at {@code observation * Tags.COUNT + tag}. */
    void addWeights(double[] out) {
        add(weights, corrections, out);
    }

    /** Adds the averaged weights of a tag after a tag, row by row. */
    void addPairs(double[] out) {
        add(pairs, pairCorrections, out);
    }

    private void add(int[] values, long[] sums, double[] out) {
        for (int i = 0; i < values.length; i++) {
            out[i] += values[i] - (double) sums[i] / step;
        }
    }
}
