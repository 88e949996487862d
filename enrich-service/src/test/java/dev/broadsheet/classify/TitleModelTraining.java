package dev.broadsheet.classify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Trains {@code title-model.tsv} anew: multinomial logistic regression over the character runs of titles, by AdaGrad,
 * classes weighted to count alike, always with the same result for the same titles.
 *
 * <p>usage: TitleModelTraining TITLES.jsonl title-model.tsv (run it with the module's test class path; takes seconds)
 */
final class TitleModelTraining {

    private static final int EPOCHS = 15;
    private static final double STEP = 0.3;
    private static final double BIAS_STEP = 0.02;
    private static final double SHRINK = 1e-3;

    /** A run that only one title has tells that title, not a subject. */
    private static final int RARE = 2;

    private static final int SEED = 1;

    private final List<String> codes;
    private final Map<String, double[]> weights = new HashMap<>();
    private final Map<String, double[]> squares = new HashMap<>();
    private final double[] bias;
    private final Map<String, Double> importance = new HashMap<>();

    private TitleModelTraining(List<Title> titles) {
        Set<String> known = new TreeSet<>();
        Map<String, Integer> runs = new HashMap<>();
        Map<String, Integer> perCode = new HashMap<>();
        for (Title title : titles) {
            known.add(code(title));
            perCode.merge(code(title), 1, Integer::sum);
            TitleModel.runs(title.text()).forEach(run -> runs.merge(run, 1, Integer::sum));
        }
        codes = List.copyOf(known);
        bias = new double[codes.size()];
        perCode.forEach((code, count) -> importance.put(code, titles.size() / (double) (codes.size() * count)));
        runs.forEach((run, count) -> {
            if (count >= RARE) {
                weights.put(run, new double[codes.size()]);
                squares.put(run, new double[codes.size()]);
            }
        });
    }

    /** Trains on titles that each have one right code, the first of those accepted. */
    static TitleModel train(List<Title> titles) {
        TitleModelTraining training = trained(titles);
        return new TitleModel(training.codes, training.bias, training.weights);
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: TitleModelTraining TITLES.jsonl title-model.tsv");
        }
        List<Title> titles = Title.read(Path.of(args[0]));
        TitleModelTraining training = trained(titles);
        Files.write(Path.of(args[1]), training.lines(titles.size()), StandardCharsets.UTF_8);
    }

    private static TitleModelTraining trained(List<Title> titles) {
        TitleModelTraining training = new TitleModelTraining(titles);
        Random random = new Random(SEED);
        List<Title> shuffled = new ArrayList<>(titles);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(shuffled, random);
            shuffled.forEach(training::learn);
        }
        return training;
    }

    private void learn(Title title) {
        List<String> runs = TitleModel.runs(title.text()).stream()
                .filter(weights::containsKey)
                .toList();
        double scale = 1 / Math.sqrt(Math.max(1, runs.size()));
        double[] probability = new TitleModel(codes, bias, subset(runs)).probabilities(title.text());
        for (int k = 0; k < codes.size(); k++) {
            double wrong = probability[k] - (codes.get(k).equals(code(title)) ? 1 : 0);
            double gradient = importance.get(code(title)) * wrong;
            bias[k] -= BIAS_STEP * gradient;
            for (String run : runs) {
                step(run, k, gradient * scale);
            }
        }
    }

    private void step(String run, int k, double gradient) {
        double[] weight = weights.get(run);
        double[] square = squares.get(run);
        double shrunk = gradient + SHRINK * weight[k];
        square[k] += shrunk * shrunk;
        weight[k] -= STEP * shrunk / Math.sqrt(1e-6 + square[k]);
    }

    private Map<String, double[]> subset(List<String> runs) {
        Map<String, double[]> subset = new HashMap<>();
        runs.forEach(run -> subset.put(run, weights.get(run)));
        return subset;
    }

    private List<String> lines(int titles) {
        List<String> lines = new ArrayList<>();
        lines.add("# Character model of news titles: what each run of characters adds to each topic, in hundredths.");
        lines.add("# Made by dev.broadsheet.classify.TitleModelTraining from " + titles
                + " titles of the Toutiao news data set, whose");
        lines.add(
                "# categories were mapped to IPTC codes by hand; the titles themselves are not part of this project.");
        lines.add("# Do not edit; train it anew. First line: codes; then the biases; then the runs.");
        lines.add(String.join("\t", codes));
        lines.add(line("bias", bias));
        new TreeMap<>(weights).forEach((run, weight) -> lines.add(line(run, weight)));
        return lines;
    }

    private static String line(String name, double[] values) {
        StringBuilder line = new StringBuilder(name);
        for (double value : values) {
            line.append('\t').append(String.format(Locale.ROOT, "%d", Math.round(value * 100)));
        }
        return line.toString();
    }

    private static String code(Title title) {
        return title.accept().iterator().next();
    }
}
