package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import dev.broadsheet.segment.GoldPage.GoldArticle;
import dev.broadsheet.segment.GoldPage.Row;
import dev.broadsheet.segment.GroupSplit.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits the {@code group.} weights on the heading groups of annotated pages and their variants, by a softmax over the ways to
 * sort a group's lines, and prints them: {@code GroupFit FOLDER… [--check FOLDER…]}. Then it prints how many groups of more
 * than one line are sorted rightly by the weights of {@code weights.txt}, by the fitted ones, and, each page left out in
 * turn, by those fitted on the others; of the folders to check, whose pages are not fitted on, by the first two.
 */
final class GroupFit {

    private static final List<String> VARIANTS =
            List.of("as printed", "no blank lines", "columns of 10", "columns, no blanks", "misread 1");

    private static final List<String> ROLES = List.of("kicker", "headline", "subheadline");

    /** Pulls weights towards 0, so that a feature that is seldom seen says little. */
    private static final double PENALTY = 0.1;

    private static final int ROUNDS = 80;
    private static final int ROUNDS_FROM_FITTED = 20;

    private final List<String> names;
    private final double[] standard;

    private GroupFit() {
        this.names = Factor.weights("group.");
        this.standard = names.stream().mapToDouble(Weights.STANDARD::of).toArray();
    }

    /** A group of headings: what each way to sort its lines is worth, and the right way. */
    private record Case(String page, List<Factor> ways, int right) {

        boolean isRight(double[] w) {
            int best = 0;
            for (int way = 1; way < ways.size(); way++) {
                best = ways.get(way).score(w) > ways.get(best).score(w) ? way : best;
            }
            return best == right;
        }

        /** Adds the expected less the right values of all weights. */
        void addSlope(double[] w, double[] slope) {
            double all =
                    Factor.logSum(ways.stream().mapToDouble(way -> way.score(w)).toArray());
            ways.forEach(way -> way.addTo(slope, Math.exp(way.score(w) - all)));
            ways.get(right).addTo(slope, -1);
        }
    }

    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        int check = words.contains("--check") ? words.indexOf("--check") : words.size();
        GroupFit fit = new GroupFit();
        List<Case> cases = fit.cases(words.subList(0, check));
        double[] fitted = fit.fit(cases, new double[fit.names.size()], ROUNDS);
        for (int k = 0; k < fitted.length; k++) {
            System.out.printf(Locale.ROOT, "%-20s %5.1f%n", fit.names.get(k), fitted[k]);
        }
        Map<String, double[]> leftOut = new HashMap<>();
        for (String page : cases.stream().map(Case::page).distinct().toList()) {
            List<Case> others =
                    cases.stream().filter(c -> !c.page().equals(page)).toList();
            leftOut.put(page, fit.fit(others, fitted, ROUNDS_FROM_FITTED));
        }
        System.out.printf(
                Locale.ROOT,
                "%d groups: %d as they are, %d fitted, %d left out%n",
                cases.size(),
                right(cases, c -> fit.standard),
                right(cases, c -> fitted),
                right(cases, c -> leftOut.get(c.page())));
        List<Case> unseen = fit.cases(words.subList(Math.min(check + 1, words.size()), words.size())).stream()
                .filter(c -> !leftOut.containsKey(c.page()))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%d groups to check: %d as they are, %d fitted%n",
                unseen.size(),
                right(unseen, c -> fit.standard),
                right(unseen, c -> fitted));
    }

    private static long right(List<Case> cases, Function<Case, double[]> weights) {
        return cases.stream().filter(c -> c.isRight(weights.apply(c))).count();
    }

    private List<Case> cases(List<String> folders) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String folder : folders) {
            for (GoldPage page : ScoreTable.pages(Path.of(folder))) {
                VARIANTS.forEach(
                        name -> cases.addAll(cases(ScoreTable.VARIANTS.get(name).apply(page))));
            }
        }
        return cases;
    }

    private List<Case> cases(GoldPage gold) {
        CueFinder finder = new CueFinder(Vocabulary.STANDARD, new Bylines(Vocabulary.STANDARD));
        LineContext page = new LineContext(Segmenter.printed(PageScore.read(gold)), finder);
        List<Case> cases = new ArrayList<>();
        for (GoldArticle article : gold.articles()) {
            Map<Row, String> headings = new IdentityHashMap<>();
            ROLES.forEach(role -> article.rows(role).forEach(row -> headings.put(row, role)));
            String body = article.rows("body").stream()
                    .map(row -> Glyphs.tight(Folding.fold(row.text)))
                    .collect(Collectors.joining());
            Case made = sorted(gold, page, headings, body, finder);
            if (made != null) {
                cases.add(made);
            }
        }
        return cases;
    }

    /** @return null where there is nothing to sort, or no way gives what is annotated */
    private Case sorted(GoldPage gold, LineContext page, Map<Row, String> headings, String body, CueFinder finder) {
        Role[] roles = IntStream.range(0, page.size())
                .mapToObj(i -> headings.containsKey(row(gold, page.line(i))) ? Role.HEADING : Role.FURNITURE)
                .toArray(Role[]::new);
        List<Piece> pieces = Piece.of(page, roles).stream()
                .filter(piece -> piece.role() == Role.HEADING)
                .toList();
        GroupFeatures features = new GroupFeatures(pieces, new Overlap(List.of(body)), body, finder);
        List<String> wanted = IntStream.range(0, features.size())
                .mapToObj(i -> headings.get(
                        row(gold, features.lines(new Part(i, i + 1)).get(0))))
                .toList();
        List<GroupSplit> ways = features.size() == 0 ? List.of() : GroupSplit.of(features.size());
        int right = IntStream.range(0, ways.size())
                .filter(way -> roles(ways.get(way), features.size()).equals(wanted))
                .findFirst()
                .orElse(-1);
        if (ways.size() < 2 || right < 0) {
            return null;
        }
        return new Case(
                gold.name(), ways.stream().map(way -> factor(features.of(way))).toList(), right);
    }

    private Factor factor(Map<String, Double> features) {
        return new Factor(
                0,
                features.keySet().stream().mapToInt(names::indexOf).toArray(),
                features.values().stream().mapToDouble(value -> value).toArray());
    }

    private static Row row(GoldPage gold, Printed line) {
        return gold.rows().get(line.number() - 1);
    }

    private static List<String> roles(GroupSplit split, int lines) {
        String[] roles = new String[lines];
        List<Part> parts = List.of(split.kicker(), split.headline(), split.subheadline());
        for (int k = 0; k < parts.size(); k++) {
            Arrays.fill(roles, parts.get(k).from(), parts.get(k).to(), ROLES.get(k));
        }
        return Arrays.asList(roles);
    }

    private double[] fit(List<Case> cases, double[] start, int rounds) {
        return ResilientPropagation.minimum(start, rounds, w -> slope(cases, w));
    }

    private static double[] slope(List<Case> cases, double[] w) {
        double[] slope = new double[w.length];
        cases.forEach(c -> c.addSlope(w, slope));
        return Factor.gradient(Stream.of(slope), VARIANTS.size(), PENALTY, w, new double[w.length]);
    }
}
