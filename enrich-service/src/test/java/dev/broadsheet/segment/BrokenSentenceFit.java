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
 * paragraphs below it, and none of them). Prints, for each page in turn, how many of its sentences are chosen rightly by
 * weights fitted on all the other pages; then the sum of these, the share that the weights as they are choose rightly,
 * and the weights fitted on all pages.
 */
final class BrokenSentenceFit {

    private static final int LAYOUTS = 6;
    private static final int STEPS = 300;
    private static final double STEP = 1.0;
    private static final double SHRINK = 0.001;

    /** A sentence that breaks off: what speaks for each paragraph below, and which is its other half; -1 for none. */
    private record Choice(int page, List<double[]> halves, int right) {}

    private BrokenSentenceFit() {}

    public static void main(String[] folders) throws IOException {
        List<GoldPage> pages = new ArrayList<>();
        for (String folder : folders) {
            pages.addAll(ScoreTable.pages(Path.of(folder)));
        }
        List<Choice> choices = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            for (int layout = 1; layout <= LAYOUTS; layout++) {
                choices.addAll(choices(page, Variants.readAcross(pages.get(page), layout)));
            }
        }
        leaveOneOut(pages, choices);
        double[] fitted = fit(choices);
        for (int i = 0; i < fitted.length; i++) {
            System.out.printf(Locale.ROOT, "%-25s %5.2f%n", "broken." + BrokenSentence.FEATURES.get(i), fitted[i]);
        }
    }

    private static void leaveOneOut(List<GoldPage> pages, List<Choice> choices) {
        long right = 0;
        for (int page = 0; page < pages.size(); page++) {
            int left = page;
            List<Choice> own = choices.stream().filter(c -> c.page() == left).toList();
            long found = right(
                    own, fit(choices.stream().filter(c -> c.page() != left).toList()));
            System.out.printf(
                    Locale.ROOT, "# %-36s %4d of %4d%n", pages.get(page).name(), found, own.size());
            right += found;
        }
        double[] standard = BrokenSentence.FEATURES.stream()
                .mapToDouble(feature -> Weights.STANDARD.of("broken." + feature))
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "# %d pages, %d broken sentences: %.3f right with their page left out, %.3f with the weights as they are%n",
                pages.size(),
                choices.size(),
                (double) right / choices.size(),
                (double) right(choices, standard) / choices.size());
    }

    private static long right(List<Choice> choices, double[] weights) {
        return choices.stream().filter(c -> best(c, weights) == c.right()).count();
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
