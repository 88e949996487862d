package dev.broadsheet.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fits the numbers of {@code confidence.txt} by logistic regression, and shows what a confidence is worth: {@code
 * ConfidenceFit FOLDER… [--check FOLDER…]}. The stories of the first folders, of the pages as printed and in every variant, are
 * fitted on; each page of them is judged by weights that were fitted without it and its variants. Those of the folders to check
 * are judged by the weights of {@code confidence.txt}. A story is right when it is an article, by the measure of the evaluation
 * material, under that article's headline.
 */
final class ConfidenceFit {

    private static final int STEPS = 2_000;
    private static final double STEP = 0.5;

    /** Pulls weights towards 0, so that evidence that is seldom seen says little. */
    private static final double RIDGE = 1.0;

    private static final List<String> NAMES = Confidence.names();

    private ConfidenceFit() {}

    /** A story that the program found. */
    record Case(String page, boolean printed, Evidence evidence, boolean right) {

        private double[] strengths() {
            return Stream.concat(Stream.of(1.0), NAMES.stream().map(evidence::of))
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }

    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        int check = words.contains("--check") ? words.indexOf("--check") : words.size();
        List<Case> cases = new ArrayList<>();
        for (String folder : words.subList(0, check)) {
            cases.addAll(cases(ScoreTable.pages(Path.of(folder))));
        }
        if (!cases.isEmpty()) {
            print(fit(cases));
            print("each page left out", cases, leftOut(cases));
        }
        for (String folder : words.subList(Math.min(check + 1, words.size()), words.size())) {
            List<Case> seen = cases(ScoreTable.pages(Path.of(folder)));
            print(
                    folder,
                    seen,
                    seen.stream().map(c -> Confidence.of(c.evidence())).toList());
        }
    }

    private static void print(double[] fitted) {
        System.out.printf(Locale.ROOT, "%-18s%5.1f%n", "bias", fitted[0]);
        for (int i = 0; i < NAMES.size(); i++) {
            System.out.printf(Locale.ROOT, "%-18s%5.1f%n", NAMES.get(i), fitted[i + 1]);
        }
    }

    /** How sure each story is, by weights that were fitted on the other pages. */
    private static List<Double> leftOut(List<Case> cases) {
        Map<String, double[]> fitted = new HashMap<>();
        for (Case story : cases) {
            fitted.computeIfAbsent(
                    story.page(),
                    page -> fit(cases.stream()
                            .filter(other -> !other.page().equals(page))
                            .toList()));
        }
        return cases.stream()
                .map(story -> probability(fitted.get(story.page()), story.strengths()))
                .toList();
    }

    /** The stories of pages, as printed and in every variant. */
    static List<Case> cases(List<GoldPage> pages) {
        List<Case> cases = new ArrayList<>();
        for (GoldPage page : pages) {
            cases.addAll(cases(page, true));
            Stream.concat(
                            ScoreTable.VARIANTS.values().stream().skip(1),
                            ScoreTable.READ_ACROSS.values().stream().limit(1))
                    .forEach(variant -> cases.addAll(cases(variant.apply(page), false)));
        }
        return cases;
    }

    static List<Case> cases(GoldPage gold, boolean printed) {
        PageComposer.Composition composed = new Segmenter().compose(PageScore.read(gold));
        List<Boolean> right = new PageScore().add(gold, composed.segmentation()).right();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            cases.add(new Case(gold.name(), printed, composed.evidence().get(i), right.get(i)));
        }
        return cases;
    }

    /** Gradient ascent on the likelihood; the bias first. */
    private static double[] fit(List<Case> cases) {
        double[][] strengths = cases.stream().map(Case::strengths).toArray(double[][]::new);
        double[] weights = new double[NAMES.size() + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[weights.length];
            for (int i = 0; i < strengths.length; i++) {
                double miss = (cases.get(i).right() ? 1 : 0) - probability(weights, strengths[i]);
                for (int j = 0; j < slope.length; j++) {
                    slope[j] += miss * strengths[i][j];
                }
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] += STEP * (slope[j] - (j == 0 ? 0 : RIDGE * weights[j])) / strengths.length;
            }
        }
        return weights;
    }

    private static double probability(double[] weights, double[] strengths) {
        double odds = 0;
        for (int j = 0; j < weights.length; j++) {
            odds += weights[j] * strengths[j];
        }
        return 1 / (1 + Math.exp(-odds));
    }

    private static void print(String what, List<Case> cases, List<Double> confidence) {
        print(what + ", as printed", cases, confidence, true);
        print(what + ", variants", cases, confidence, false);
    }

    private static void print(String what, List<Case> cases, List<Double> confidence, boolean printed) {
        double[] from = {0.9, 0.7, 0.5, 0};
        StringBuilder row = new StringBuilder(what);
        double below = 1;
        for (double least : from) {
            int right = 0;
            int all = 0;
            for (int i = 0; i < cases.size(); i++) {
                if (cases.get(i).printed() == printed && confidence.get(i) >= least && confidence.get(i) < below) {
                    all++;
                    right += cases.get(i).right() ? 1 : 0;
                }
            }
            row.append(
                    String.format(Locale.ROOT, " | >=%.1f: %.2f of %d", least, (double) right / Math.max(1, all), all));
            below = least;
        }
        System.out.println(row);
    }
}
