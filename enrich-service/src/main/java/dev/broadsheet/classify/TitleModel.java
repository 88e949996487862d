package dev.broadsheet.classify;

import dev.broadsheet.text.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A linear model over {@link Runs}, trained on news titles: it knows the manner of a subject where the lexicon knows no
 * word. It knows only the topics it was trained on, and its file says which and how it was made.
 *
 * <p>Immutable. Every probability is relative to the topics it knows.
 */
final class TitleModel {

    private static final String SOURCE = "title-model.tsv.gz";
    private static final String BIAS = "bias";

    private final List<String> codes;
    private final int[] topics;
    private final double[] bias;

    /** Open addressing: the weights of the run in each slot; a power of two of slots, half of them free. */
    private final long[] runs;

    private final float[][] weights;

    /**
     * @param weights weight of each run of {@link Runs} for each of the codes
     */
    TitleModel(List<String> codes, double[] bias, Map<Long, float[]> weights) {
        this.codes = List.copyOf(codes);
        this.topics = codes.stream().mapToInt(MediaTopics.pinned()::position).toArray();
        this.bias = bias.clone();
        this.runs = new long[Integer.highestOneBit(weights.size() + 1) * 4];
        this.weights = new float[runs.length][];
        weights.forEach((run, weight) -> {
            int slot = slot(run);
            this.runs[slot] = run;
            this.weights[slot] = weight.clone();
        });
    }

    /** The model of this package's resource, loaded once. */
    static TitleModel shared() {
        return Shared.MODEL;
    }

    /** Codes of the top-level topics it knows, in the order of its answers. */
    List<String> codes() {
        return codes;
    }

    /** Their position in {@link MediaTopics#all()}; not to be changed. */
    int[] topics() {
        return topics;
    }

    /** Probability of each of its topics; they sum to one. */
    double[] probabilities(String title) {
        double[] sum = new double[bias.length];
        int known = 0;
        for (long run : Runs.of(title)) {
            float[] weight = weights[slot(run)];
            if (weight != null) {
                known++;
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += weight[k];
                }
            }
        }
        double scale = scale(known);
        for (int k = 0; k < sum.length; k++) {
            sum[k] = bias[k] + scale * sum[k];
        }
        return softmax(sum);
    }

    /** What a run's weight counts in a title of so many known runs: long titles are no surer than short ones. */
    static double scale(int known) {
        return 1 / Math.sqrt(Math.max(1, known));
    }

    /** Turns logits into probabilities, in place. */
    static double[] softmax(double[] logit) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : logit) {
            max = Math.max(max, value);
        }
        double sum = 0;
        for (int k = 0; k < logit.length; k++) {
            logit[k] = Math.exp(logit[k] - max);
            sum += logit[k];
        }
        for (int k = 0; k < logit.length; k++) {
            logit[k] /= sum;
        }
        return logit;
    }

    /** Reads the lines of a model file: a line of codes, one of biases, then one for each run of characters. */
    static TitleModel parse(List<String> lines) {
        List<String> codes = List.of(lines.get(0).split("\t"));
        double[] bias = null;
        Map<Long, float[]> weights = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] column = line.split("\t");
            if (column.length != codes.size() + 1) {
                throw new IllegalStateException(
                        SOURCE + ": " + (codes.size() + 1) + " columns expected, " + column.length + " in: " + line);
            }
            float[] row = new float[codes.size()];
            for (int k = 0; k < row.length; k++) {
                row[k] = Integer.parseInt(column[k + 1]) / 100f;
            }
            if (column[0].equals(BIAS)) {
                bias = new double[row.length];
                for (int k = 0; k < row.length; k++) {
                    bias[k] = row[k];
                }
            } else {
                weights.put(Runs.parse(column[0]), row);
            }
        }
        if (bias == null) {
            throw new IllegalStateException(SOURCE + " has no line '" + BIAS + "'; train it anew");
        }
        return new TitleModel(codes, bias, weights);
    }

    /** Where a run is, or the free slot where it would be. */
    private int slot(long run) {
        long mixed = run * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & runs.length - 1;
        while (runs[slot] != Runs.NONE && runs[slot] != run) {
            slot = slot + 1 & runs.length - 1;
        }
        return slot;
    }

    /** Read when first asked for, so that training needs no model. */
    private static final class Shared {
        static final TitleModel MODEL = parse(ResourceLines.lines(TitleModel.class, SOURCE));
    }
}
