package dev.broadsheet.classify;

import dev.broadsheet.article.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A linear model over runs of one to three characters, trained on news titles: it knows the manner of a subject where
 * the lexicon knows no word. It knows only the topics it was trained on, and its file says which and how it was made.
 *
 * <p>Immutable. Every probability is relative to the topics it knows.
 */
final class TitleModel {

    private static final String SOURCE = "title-model.tsv";
    private static final String BIAS = "bias";
    private static final int LONGEST = 3;
    private static final TitleModel SHARED = parse(Resources.lines(SOURCE));

    private final List<String> codes;
    private final int[] topics;
    private final double[] bias;
    private final Map<String, double[]> weights;

    /**
     * @param weights weight of each run of characters for each of the codes
     */
    TitleModel(List<String> codes, double[] bias, Map<String, double[]> weights) {
        this.codes = List.copyOf(codes);
        this.topics = codes.stream().mapToInt(MediaTopics.pinned()::position).toArray();
        this.bias = bias.clone();
        this.weights = Map.copyOf(weights);
    }

    /** The model of this package's resource, loaded once. */
    static TitleModel shared() {
        return SHARED;
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
        List<double[]> known = new ArrayList<>();
        for (String run : runs(title)) {
            double[] weight = weights.get(run);
            if (weight != null) {
                known.add(weight);
            }
        }
        double[] logit = bias.clone();
        double scale = 1 / Math.sqrt(Math.max(1, known.size()));
        for (double[] weight : known) {
            for (int k = 0; k < logit.length; k++) {
                logit[k] += scale * weight[k];
            }
        }
        return softmax(logit);
    }

    /** The different runs of one to three letters, digits or Han characters in a title, folded and in lower case. */
    static Set<String> runs(String title) {
        StringBuilder folded = new StringBuilder(title.length());
        for (int i = 0; i < title.length(); i++) {
            char c = Character.toLowerCase(Folding.fold(title.charAt(i)));
            folded.append(Character.isLetterOrDigit(c) ? c : ' ');
        }
        Set<String> runs = new LinkedHashSet<>();
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i + length <= folded.length(); i++) {
                String run = folded.substring(i, i + length);
                if (run.indexOf(' ') < 0) {
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    /** Reads the lines of a model file: a line of codes, one of biases, then one for each run of characters. */
    static TitleModel parse(List<String> lines) {
        List<String> codes = List.of(lines.get(0).split("\t"));
        double[] bias = null;
        Map<String, double[]> weights = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] column = line.split("\t");
            if (column.length != codes.size() + 1) {
                throw new IllegalStateException(
                        SOURCE + ": " + (codes.size() + 1) + " columns expected, " + column.length + " in: " + line);
            }
            double[] row = new double[codes.size()];
            for (int k = 0; k < row.length; k++) {
                row[k] = Integer.parseInt(column[k + 1]) / 100.0;
            }
            if (column[0].equals(BIAS)) {
                bias = row;
            } else {
                weights.put(column[0], row);
            }
        }
        if (bias == null) {
            throw new IllegalStateException(SOURCE + " has no line '" + BIAS + "'; train it anew");
        }
        return new TitleModel(codes, bias, weights);
    }

    private static double[] softmax(double[] logit) {
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
}
