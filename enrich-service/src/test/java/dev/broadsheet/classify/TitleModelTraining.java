package dev.broadsheet.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Trains {@code title-model.tsv.gz} anew: multinomial logistic regression over the character runs of titles, by AdaGrad.
 * A title with several accepted codes is content with any of them: what counts is the sum of their probabilities.
 * The same titles in the same order always give the same model.
 *
 * <p>usage: TitleModelTraining FOLDER title-model.tsv.gz (FOLDER of the evaluation; run it with the module's test class
 * path; takes seconds)
 */
final class TitleModelTraining {

    /** What the shipped model is trained on, in this order. */
    private static final List<String> FILES = List.of("toutiao-titles.train.jsonl", "sina-titles.dev.jsonl");

    private static final int EPOCHS = 8;
    private static final double STEP = 0.2;
    private static final double BIAS_STEP = 0.02;
    private static final double SHRINK = 1e-3;

    /** A run that only one or two titles have tells those titles, not a subject. */
    private static final int RARE = 3;

    private static final int SEED = 1;

    private final List<String> codes;
    private final Map<Long, Integer> runs = new TreeMap<>();
    private final double[][] weights;
    private final double[][] squares;
    private final double[] bias;

    private TitleModelTraining(List<Title> titles) {
        Set<String> known = new TreeSet<>();
        Map<Long, Integer> counts = new TreeMap<>();
        for (Title title : titles) {
            known.addAll(title.accept());
            LongStream.of(Runs.of(title.text())).forEach(run -> counts.merge(run, 1, Integer::sum));
        }
        counts.forEach((run, count) -> {
            if (count >= RARE) {
                runs.put(run, runs.size());
            }
        });
        codes = List.copyOf(known);
        bias = new double[codes.size()];
        weights = new double[runs.size()][codes.size()];
        squares = new double[runs.size()][codes.size()];
    }

    /** Trains on titles, each with the codes it accepts. */
    static TitleModel train(List<Title> titles) {
        TitleModelTraining training = trained(titles);
        Map<Long, float[]> weights = new HashMap<>();
        training.runs.forEach((run, row) -> {
            float[] weight = new float[training.codes.size()];
            IntStream.range(0, weight.length).forEach(k -> weight[k] = (float) training.weights[row][k]);
            weights.put(run, weight);
        });
        return new TitleModel(training.codes, training.bias, weights);
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: TitleModelTraining FOLDER title-model.tsv.gz");
        }
        Path folder = Path.of(args[0]).resolve("topics");
        List<Title> titles = FILES.stream()
                .flatMap(file -> Title.read(folder.resolve(file)).stream())
                .toList();
        byte[] lines = String.join("\n", trained(titles).lines(titles.size())).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            out.write(lines);
        }
    }

    private static TitleModelTraining trained(List<Title> titles) {
        TitleModelTraining training = new TitleModelTraining(titles);
        List<Example> shuffled =
                new ArrayList<>(titles.stream().map(training::example).toList());
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(shuffled, random);
            shuffled.forEach(training::learn);
        }
        return training;
    }

    private Example example(Title title) {
        int[] rows = LongStream.of(Runs.of(title.text()))
                .filter(runs::containsKey)
                .mapToInt(runs::get)
                .toArray();
        boolean[] right = new boolean[codes.size()];
        title.accept().forEach(code -> right[codes.indexOf(code)] = true);
        return new Example(rows, right);
    }

    private void learn(Example title) {
        double scale = TitleModel.scale(title.rows().length);
        double[] probability = probability(title, scale);
        double accepted = 0;
        for (int k = 0; k < probability.length; k++) {
            accepted += title.right()[k] ? probability[k] : 0;
        }
        for (int k = 0; k < probability.length; k++) {
            double wanted = title.right()[k] ? probability[k] / Math.max(1e-12, accepted) : 0;
            double gradient = probability[k] - wanted;
            bias[k] -= BIAS_STEP * gradient;
            for (int row : title.rows()) {
                step(row, k, gradient * scale);
            }
        }
    }

    private double[] probability(Example title, double scale) {
        double[] logit = bias.clone();
        for (int row : title.rows()) {
            for (int k = 0; k < logit.length; k++) {
                logit[k] += scale * weights[row][k];
            }
        }
        return TitleModel.softmax(logit);
    }

    private void step(int row, int k, double gradient) {
        double shrunk = gradient + SHRINK * weights[row][k];
        squares[row][k] += shrunk * shrunk;
        weights[row][k] -= STEP * shrunk / Math.sqrt(1e-6 + squares[row][k]);
    }

    private List<String> lines(int titles) {
        Stream<String> head = Stream.of(
                "# Character model of news titles: what each run of characters adds to each topic, in hundredths.",
                "# Made by logistic regression from " + titles
                        + " titles of the Toutiao and Sina (THUCNews) data sets,",
                "# whose categories were mapped to IPTC codes by hand. The titles belong to others and are not part of",
                "# this project; here are only runs of one to three characters that at least " + RARE
                        + " titles share.",
                "# Do not edit. Train it anew, with the test class path of enrich-service, FOLDER of the evaluation:",
                "#   java dev.broadsheet.classify.TitleModelTraining FOLDER title-model.tsv.gz",
                "# First line: codes; then the biases; then the runs.",
                String.join("\t", codes),
                line("bias", bias));
        Stream<String> rows =
                runs.entrySet().stream().map(entry -> line(Runs.text(entry.getKey()), weights[entry.getValue()]));
        return Stream.concat(head, rows).toList();
    }

    private static String line(String name, double[] values) {
        StringBuilder line = new StringBuilder(name);
        Arrays.stream(values).mapToLong(value -> Math.round(value * 100)).forEach(value -> line.append('\t')
                .append(value));
        return line.toString();
    }

    /**
     * A title as the training sees it.
     *
     * @param rows of the weights, one for each known run
     * @param right for each code, whether the title accepts it
     */
    private record Example(int[] rows, boolean[] right) {}
}
