package dev.broadsheet.segment;

import dev.broadsheet.segment.GoldPage.Row;
import dev.broadsheet.segment.HeadlineAssignment.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fits the weights of the page plan as a conditional random field over the gaps of a page (Lafferty, McCallum and Pereira
 * 2001), held to the weights as they are by a quadratic penalty, and prints those that move:
 * {@code PlanFit FOLDER… [--weigh=FOLDER…] [--leave-out]}. Every way to share out a gap by the annotation is right, in
 * both directions of the page; the lines' roles and the reading order are those that the program finds. The pages of
 * folders after {@code --weigh=} count sixfold. With {@code --leave-out} it prints the mean of minus the
 * log-likelihood of the right plans, with the weights as they are and with weights that are fitted without the
 * page, each page left out in turn.
 */
final class PlanFit {

    private static final List<String> VARIANTS = List.of("as printed", "no blank lines", "columns of 17", "misread 1");

    private static final double PENALTY = 0.1;

    /** How far the weights go towards the fitted ones: gaps count alike here, but not for the articles that they make. */
    private static final double SHARE = 2.0 / 3;

    private static final String WEIGH = "--weigh=";
    private static final double WEIGHTY = 6;
    private static final int ROUNDS = 60;
    private static final int ROUNDS_FROM_FITTED = 10;

    /** A page on which runs hold less of one article than this shows where paragraphs are parted wrongly, not headings. */
    private static final double LEAST_PURITY = 0.9;

    /** Longer pages take too much memory; none of the annotated ones has so many runs but by an odd variant. */
    private static final int MOST_RUNS = 300;

    private static final CueFinder CUES = new CueFinder(Vocabulary.STANDARD, new Bylines(Vocabulary.STANDARD));
    private static final int STATES = HeadlineAssignment.STATES;

    private final List<String> names;
    private final double[] standard;

    private PlanFit() {
        this.names = Factor.weights("plan.");
        this.standard = names.stream().mapToDouble(Weights.STANDARD::of).toArray();
    }

    /** A way to share out a gap: from a state of the story above to one of the story below. */
    private record Arc(int from, int to, Factor factor, boolean right) {}

    /** One variant of a page: the arcs of each gap, for either direction. */
    private record Sheet(String page, double weight, List<List<Arc>> before, List<List<Arc>> after) {}

    public static void main(String[] args) throws IOException {
        PlanFit fit = new PlanFit();
        List<Sheet> sheets = new ArrayList<>();
        for (String word : args) {
            if (word.startsWith(WEIGH)) {
                fit.read(word.substring(WEIGH.length()), WEIGHTY, sheets);
            } else if (!word.startsWith("--")) {
                fit.read(word, 1, sheets);
            }
        }
        double[] fitted = fit.fit(sheets, fit.standard, ROUNDS);
        if (List.of(args).contains("--leave-out")) {
            fit.leaveOut(sheets, fitted);
            return;
        }
        for (int k = 0; k < fitted.length; k++) {
            double moved = fit.standard[k] + SHARE * (fitted[k] - fit.standard[k]);
            if (Math.abs(moved - fit.standard[k]) >= 0.05) {
                System.out.printf(Locale.ROOT, "%s %.2f%n", fit.names.get(k), moved);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d sheets: %.2f, fitted %.2f%n",
                sheets.size(),
                loss(sheets, fit.standard),
                loss(sheets, fitted));
    }

    private void read(String folder, double weight, List<Sheet> sheets) throws IOException {
        for (GoldPage page : ScoreTable.pages(Path.of(folder))) {
            for (String name : VARIANTS) {
                GoldPage gold = ScoreTable.VARIANTS.get(name).apply(page);
                Layout layout = new Segmenter().plan(PageScore.read(gold)).layout();
                Annotation annotation = new Annotation(gold, layout);
                if (layout.runs().size() <= MOST_RUNS && annotation.purity() >= LEAST_PURITY) {
                    sheets.add(new Sheet(
                            gold.name(),
                            weight,
                            arcs(layout, annotation, Direction.BEFORE),
                            arcs(layout, annotation, Direction.AFTER)));
                }
            }
        }
    }

    private void leaveOut(List<Sheet> sheets, double[] fitted) {
        List<String> pages = sheets.stream().map(Sheet::page).distinct().toList();
        double before = 0;
        double after = 0;
        for (String page : pages) {
            Map<Boolean, List<Sheet>> own = sheets.stream()
                    .collect(Collectors.partitioningBy(sheet -> sheet.page().equals(page)));
            double[] without = fit(own.get(false), fitted, ROUNDS_FROM_FITTED);
            before += own.get(true).size() * loss(own.get(true), standard);
            after += own.get(true).size() * loss(own.get(true), without);
        }
        System.out.printf(
                Locale.ROOT,
                "%d pages, %d sheets: %.2f, fitted without them %.2f%n",
                pages.size(),
                sheets.size(),
                before / sheets.size(),
                after / sheets.size());
    }

    private List<List<Arc>> arcs(Layout layout, Annotation annotation, Direction direction) {
        Overlap overlap = PagePlan.overlap(layout);
        HeadlineAssignment model = assignment(layout, overlap, Weights.STANDARD);
        List<HeadlineAssignment> stepped = names.stream()
                .map(name -> assignment(layout, overlap, Weights.STANDARD.with(name, Weights.STANDARD.of(name) + 1)))
                .toList();
        List<List<Arc>> gaps = new ArrayList<>();
        Set<Integer> reached = Set.of(0);
        for (int k = 0; k <= layout.runs().size(); k++) {
            List<Arc> arcs = new ArrayList<>();
            int gap = k;
            HeadlineAssignment.Shares own = model.shares(k, direction);
            List<HeadlineAssignment.Shares> others =
                    stepped.stream().map(s -> s.shares(gap, direction)).toList();
            for (int state : reached.stream().sorted().toList()) {
                List<Step> steps = own.steps(state, 0);
                List<List<Step>> steppedSteps =
                        others.stream().map(s -> s.steps(state, 0)).toList();
                for (int j = 0; j < steps.size(); j++) {
                    Step step = steps.get(j);
                    int at = j;
                    Factor factor = Factor.of(
                            step.score(), w -> steppedSteps.get(w).get(at).score(), standard);
                    arcs.add(new Arc(state, step.to(), factor, annotation.allows(k, step.choice())));
                }
            }
            reached = Set.copyOf(arcs.stream().map(Arc::to).toList());
            gaps.add(arcs);
        }
        return gaps;
    }

    private static HeadlineAssignment assignment(Layout layout, Overlap overlap, Weights weights) {
        return PagePlan.assignment(layout, overlap, weights, CUES);
    }

    /** How gaps are shared out by the annotation. */
    private static final class Annotation {
        private final Layout layout;
        private final List<Row> rows;
        private final Map<Row, String> owners = new IdentityHashMap<>();
        private final List<String> articles = new ArrayList<>();
        private double purity;

        Annotation(GoldPage page, Layout layout) {
            this.layout = layout;
            this.rows = page.rows();
            page.articles()
                    .forEach(article ->
                            article.rows().values().forEach(own -> own.forEach(row -> owners.put(row, article.id()))));
            for (Run run : layout.runs()) {
                Map<String, Integer> letters = new HashMap<>();
                run.pieces().stream()
                        .flatMap(piece -> piece.lines().stream())
                        .forEach(line -> letters.merge(
                                owners.getOrDefault(row(line), "furniture " + articles.size()),
                                line.tight().length(),
                                Integer::sum));
                Map.Entry<String, Integer> most = Collections.max(letters.entrySet(), Map.Entry.comparingByValue());
                articles.add(most.getKey());
                purity += (double) most.getValue()
                        / letters.values().stream().mapToInt(n -> n).sum();
            }
        }

        private Row row(Printed line) {
            return rows.get(line.number() - 1);
        }

        /** The mean share of a run's letters that belong to the article which has most of them. */
        double purity() {
            return articles.isEmpty() ? 0 : purity / articles.size();
        }

        boolean allows(int k, Choice choice) {
            String above = k == 0 ? null : articles.get(k - 1);
            String below = k == articles.size() ? null : articles.get(k);
            List<Piece> headings = layout.gaps().get(k).headings();
            boolean same = above != null && above.equals(below);
            if (same != choice.same()) {
                return false;
            }
            if (same) {
                return headings.isEmpty()
                        || headings.stream().anyMatch(heading -> isOf(above, heading)) == choice.intertitles();
            }
            int to = 0;
            while (to < headings.size() && isOf(above, headings.get(to))) {
                to++;
            }
            int from = headings.size();
            while (from > to && isOf(below, headings.get(from - 1))) {
                from--;
            }
            boolean mixed = headings.subList(to, from).stream()
                    .anyMatch(heading -> isOf(above, heading) || isOf(below, heading));
            return mixed || choice.below() == to && choice.above() == from;
        }

        private boolean isOf(String article, Piece heading) {
            return article != null && article.equals(owners.get(row(heading.firstLine())));
        }
    }

    private double[] fit(List<Sheet> sheets, double[] start, int rounds) {
        return ResilientPropagation.minimum(start, rounds, w -> gradient(sheets, w));
    }

    /** Of minus the log-likelihood, a page counting as one however many variants it has, with the penalty. */
    private double[] gradient(List<Sheet> sheets, double[] w) {
        return Factor.gradient(
                sheets.parallelStream().map(sheet -> gradient(sheet, w)), VARIANTS.size(), PENALTY, w, standard);
    }

    private static double[] gradient(Sheet sheet, double[] w) {
        double[] gradient = new double[w.length];
        Lattice[] all = {new Lattice(sheet.before(), w, false), new Lattice(sheet.after(), w, false)};
        Lattice[] right = {new Lattice(sheet.before(), w, true), new Lattice(sheet.after(), w, true)};
        double whole = Factor.logSum(all[0].total(), all[1].total());
        double wanted = Factor.logSum(right[0].total(), right[1].total());
        if (wanted > Double.NEGATIVE_INFINITY) {
            for (int d = 0; d < all.length; d++) {
                all[d].addTo(gradient, sheet.weight(), whole);
                right[d].addTo(gradient, -sheet.weight(), wanted);
            }
        }
        return gradient;
    }

    /** Mean of minus the log-likelihood over the sheets that the annotation can be told on. */
    private static double loss(List<Sheet> sheets, double[] w) {
        return sheets.parallelStream()
                .mapToDouble(sheet -> total(sheet, w, false) - total(sheet, w, true))
                .filter(Double::isFinite)
                .average()
                .orElse(0);
    }

    private static double total(Sheet sheet, double[] w, boolean right) {
        return Factor.logSum(
                new Lattice(sheet.before(), w, right).total(), new Lattice(sheet.after(), w, right).total());
    }

    /** Sums over all paths through the gaps, or over the right ones only, by the forward-backward algorithm. */
    private static final class Lattice {
        private final List<List<Arc>> gaps;
        private final double[][] scores;
        private final double[][] forward;
        private final double[][] backward;

        Lattice(List<List<Arc>> gaps, double[] w, boolean rightOnly) {
            this.gaps = gaps;
            int n = gaps.size();
            this.scores = gaps.stream()
                    .map(arcs -> arcs.stream()
                            .mapToDouble(arc -> rightOnly && !arc.right()
                                    ? Double.NEGATIVE_INFINITY
                                    : arc.factor().score(w))
                            .toArray())
                    .toArray(double[][]::new);
            this.forward = impossible(n + 1);
            this.backward = impossible(n + 1);
            forward[0][0] = 0;
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < scores[k].length; j++) {
                    Arc arc = gaps.get(k).get(j);
                    double reached = forward[k][arc.from()] + scores[k][j];
                    forward[k + 1][arc.to()] = Factor.logSum(forward[k + 1][arc.to()], reached);
                }
            }
            backward[n][0] = 0;
            for (int k = n - 1; k >= 0; k--) {
                for (int j = 0; j < scores[k].length; j++) {
                    Arc arc = gaps.get(k).get(j);
                    double onward = scores[k][j] + backward[k + 1][arc.to()];
                    backward[k][arc.from()] = Factor.logSum(backward[k][arc.from()], onward);
                }
            }
        }

        private static double[][] impossible(int gaps) {
            double[][] scores = new double[gaps][STATES];
            for (double[] row : scores) {
                Arrays.fill(row, Double.NEGATIVE_INFINITY);
            }
            return scores;
        }

        double total() {
            return backward[0][0];
        }

        /** Adds the expected values of all weights, {@code times} over, where all paths together sum to {@code whole}. */
        void addTo(double[] gradient, double times, double whole) {
            for (int k = 0; k < scores.length; k++) {
                for (int j = 0; j < scores[k].length; j++) {
                    Arc arc = gaps.get(k).get(j);
                    double log = forward[k][arc.from()] + scores[k][j] + backward[k + 1][arc.to()] - whole;
                    arc.factor().addTo(gradient, times * Math.exp(log));
                }
            }
        }
    }
}
