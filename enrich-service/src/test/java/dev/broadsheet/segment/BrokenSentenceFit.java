package dev.broadsheet.segment;

import dev.broadsheet.segment.GoldPage.GoldArticle;
import dev.broadsheet.segment.GoldPage.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits the weights {@code broken.*}: {@code BrokenSentenceFit FOLDER…}, of gold pages. Each page is laid out in columns
 * and read across them six times; of every sentence that breaks off, its other half is the one to choose (a softmax over the
 * paragraphs below it, and none of them). Prints the weights, and the share that is chosen rightly on pages that were left
 * out, a fifth at a time.
 */
final class BrokenSentenceFit {

    private static final int LAYOUTS = 6;
    private static final int FOLDS = 5;
    private static final int STEPS = 300;
    private static final double STEP = 1.0;
    private static final double SHRINK = 0.001;

    /** A sentence that breaks off: what speaks for each paragraph below, and which is its other half; -1 for none. */
    private record Choice(int page, List<double[]> halves, int right) {}

    private BrokenSentenceFit() {}

    public static void main(String[] folders) throws IOException {
        List<Choice> choices = new ArrayList<>();
        int pages = 0;
        for (String folder : folders) {
            for (GoldPage page : ScoreTable.pages(Path.of(folder))) {
                for (int layout = 1; layout <= LAYOUTS; layout++) {
                    choices.addAll(choices(pages, Variants.readAcross(page, layout)));
                }
                pages++;
            }
        }
        int right = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            double[] weights =
                    fit(choices.stream().filter(c -> c.page() % FOLDS != out).toList());
            right += (int) choices.stream()
                    .filter(c -> c.page() % FOLDS == out && best(c, weights) == c.right())
                    .count();
        }
        System.out.printf(
                Locale.ROOT,
                "# %d pages, %d broken sentences, %.3f right on pages left out%n",
                pages,
                choices.size(),
                (double) right / choices.size());
        double[] weights = fit(choices);
        for (int i = 0; i < weights.length; i++) {
            System.out.printf(Locale.ROOT, "%-25s %5.2f%n", "broken." + BrokenSentence.FEATURES.get(i), weights[i]);
        }
    }

    private static List<Choice> choices(int number, GoldPage gold) {
        Vocabulary words = Vocabulary.STANDARD;
        List<Printed> printed = Segmenter.printed(PageScore.read(gold));
        List<Piece> pieces = new Segmenter().pieces(new LineContext(printed, new CueFinder(words, new Bylines(words))));
        BrokenSentence sentences = new BrokenSentence(pieces, Weights.STANDARD);
        List<Choice> choices = new ArrayList<>();
        if (!sentences.isInterleaved()) {
            return choices;
        }
        int[] next = next(gold, pieces);
        for (int from = 0; from < pieces.size(); from++) {
            if (!sentences.isOpen(from) || pieces.get(from).column() > 0) {
                continue;
            }
            List<double[]> halves = new ArrayList<>();
            int right = -1;
            for (int to = from + 1, bodies = 0; to < pieces.size() && bodies < BrokenSentence.WINDOW; to++) {
                if (pieces.get(to).isBody()) {
                    right = next[from] == to ? halves.size() : right;
                    if (!pieces.get(to).cues().begins()) {
                        halves.add(sentences.features(from, to, bodies));
                    }
                    bodies++;
                }
            }
            if (right < halves.size() && (right >= 0 || next[from] < 0)) {
                choices.add(new Choice(number, halves, right));
            }
        }
        return choices;
    }

    /** For each piece the one in which the same article goes on; -1 where it ends or goes on within the piece. */
    private static int[] next(GoldPage gold, List<Piece> pieces) {
        Map<Row, Integer> pieceOf = new IdentityHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (Printed line : pieces.get(i).lines()) {
                pieceOf.put(gold.rows().get(line.number() - 1), i);
            }
        }
        int[] next = new int[pieces.size()];
        Arrays.fill(next, -1);
        for (GoldArticle article : gold.articles()) {
            List<Row> body =
                    article.rows("body").stream().filter(pieceOf::containsKey).toList();
            for (int i = 0; i + 1 < body.size(); i++) {
                int here = pieceOf.get(body.get(i));
                int there = pieceOf.get(body.get(i + 1));
                next[here] = here == there ? next[here] : there;
            }
        }
        return next;
    }

    private static double[] fit(List<Choice> choices) {
        double[] weights = new double[BrokenSentence.FEATURES.size()];
        double[] steps = new double[weights.length];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[weights.length];
            for (Choice choice : choices) {
                learn(choice, weights, slope);
            }
            for (int i = 0; i < weights.length; i++) {
                double gradient = slope[i] / choices.size() + SHRINK * weights[i];
                steps[i] += gradient * gradient;
                weights[i] -= STEP * gradient / Math.sqrt(steps[i] + 1e-9);
            }
        }
        return weights;
    }

    /** Adds the slope of a choice's log loss. */
    private static void learn(Choice choice, double[] weights, double[] slope) {
        double[] chances = choice.halves().stream()
                .mapToDouble(half -> Math.exp(dot(half, weights)))
                .toArray();
        double all = 1 + Arrays.stream(chances).sum();
        for (int h = 0; h < chances.length; h++) {
            double error = chances[h] / all - (h == choice.right() ? 1 : 0);
            for (int i = 0; i < slope.length; i++) {
                slope[i] += error * choice.halves().get(h)[i];
            }
        }
    }

    private static int best(Choice choice, double[] weights) {
        int best = -1;
        double most = 0;
        for (int h = 0; h < choice.halves().size(); h++) {
            double score = dot(choice.halves().get(h), weights);
            if (score > most) {
                best = h;
                most = score;
            }
        }
        return best;
    }

    private static double dot(double[] features, double[] weights) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += features[i] * weights[i];
        }
        return sum;
    }
}
