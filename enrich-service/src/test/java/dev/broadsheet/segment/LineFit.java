package dev.broadsheet.segment;

import dev.broadsheet.segment.GoldPage.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits the weights of the line model as a conditional random field (Lafferty, McCallum and Pereira 2001) on annotated
 * pages and their variants, held to the weights as they are by a quadratic penalty, and prints those that move:
 * {@code LineFit FOLDER… [--leave-one-out]}. With {@code --leave-one-out} it prints for each page how many of its lines,
 * over all variants, get the wrong role with the weights as they are and with weights fitted on all other pages.
 */
final class LineFit {

    private static final List<String> VARIANTS = List.of(
            "as printed",
            "no blank lines",
            "columns of 10",
            "columns of 17",
            "columns of 26",
            "columns, no blanks",
            "misread 1");

    private static final List<String> MODEL = List.of("head", "caption", "byline", "furniture", "body", "flow");

    /** Weights of what the annotated pages hardly show: they stay. */
    private static final Set<String> KEPT = Set.of("flow.continue.dangling");

    private static final double PENALTY = 0.1;

    /** How far the weights go towards the fitted ones: lines count alike here, but not for the articles that they make. */
    private static final double SHARE = 2.0 / 3;

    private static final int ROUNDS = 60;
    private static final int ROUNDS_FROM_FITTED = 15;
    private static final Role[] ROLES = RolePath.ROLES;
    private static final int R = ROLES.length;

    private final List<String> names;
    private final double[] standard;

    private LineFit() {
        this.names = Weights.STANDARD.names().stream()
                .filter(name -> MODEL.contains(name.substring(0, name.indexOf('.'))) && !KEPT.contains(name))
                .sorted()
                .toList();
        this.standard = names.stream().mapToDouble(Weights.STANDARD::of).toArray();
    }

    /** One variant of a page: the factors of its lines, [line][role] and [line][role before × role], and the roles wanted. */
    private record Sheet(String page, Factor[][] own, Factor[][] follow, int[] wanted) {}

    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        LineFit fit = new LineFit();
        List<Sheet> sheets = new ArrayList<>();
        for (String folder : words) {
            if (!folder.startsWith("--")) {
                for (GoldPage page : ScoreTable.pages(Path.of(folder))) {
                    VARIANTS.forEach(name ->
                            sheets.add(fit.sheet(ScoreTable.VARIANTS.get(name).apply(page))));
                }
            }
        }
        double[] fitted = fit.shrunk(fit.fit(sheets, fit.standard, ROUNDS));
        if (words.contains("--leave-one-out")) {
            fit.leaveOneOut(sheets, fitted);
            return;
        }
        for (int k = 0; k < fitted.length; k++) {
            if (Math.abs(fitted[k] - fit.standard[k]) >= 0.05) {
                System.out.printf(Locale.ROOT, "%s %.1f%n", fit.names.get(k), fitted[k]);
            }
        }
        System.out.printf(
                "%d of %d lines wrong, %d fitted%n",
                wrong(sheets, fit.standard),
                sheets.stream().mapToInt(s -> s.wanted().length).sum(),
                wrong(sheets, fitted));
    }

    private double[] shrunk(double[] fitted) {
        double[] shrunk = new double[fitted.length];
        Arrays.setAll(shrunk, k -> standard[k] + SHARE * (fitted[k] - standard[k]));
        return shrunk;
    }

    private void leaveOneOut(List<Sheet> sheets, double[] fitted) {
        int before = 0;
        int after = 0;
        for (String page : sheets.stream().map(Sheet::page).distinct().toList()) {
            List<Sheet> own = sheets.stream().filter(s -> s.page().equals(page)).toList();
            List<Sheet> others =
                    sheets.stream().filter(s -> !s.page().equals(page)).toList();
            int is = wrong(own, standard);
            int left = wrong(own, shrunk(fit(others, fitted, ROUNDS_FROM_FITTED)));
            before += is;
            after += left;
            System.out.printf("%-48s %4d %4d%n", page, is, left);
        }
        System.out.printf("%-48s %4d %4d%n", "all", before, after);
    }

    private Sheet sheet(GoldPage gold) {
        List<Printed> lines = Segmenter.printed(PageScore.read(gold));
        Vocabulary words = Vocabulary.STANDARD;
        LineContext page = new LineContext(lines, new CueFinder(words, new Bylines(words)));
        LineClassifier model = new LineClassifier(Weights.STANDARD);
        List<LineClassifier> stepped = names.stream()
                .map(name -> new LineClassifier(Weights.STANDARD.with(name, Weights.STANDARD.of(name) + 1)))
                .toList();
        int heads =
                (int) names.stream().filter(name -> name.startsWith("head.")).count();
        int first = names.indexOf(
                names.stream().filter(n -> n.startsWith("head.")).findFirst().orElseThrow());
        HeadingFeatures headings = new HeadingFeatures(Weights.STANDARD);
        Factor[][] own = new Factor[lines.size()][R];
        Factor[][] follow = new Factor[lines.size()][R * R];
        for (int i = 0; i < lines.size(); i++) {
            for (Role role : ROLES) {
                own[i][role.ordinal()] = role == Role.HEADING
                        ? heading(headings.features(page, i))
                        : factor(page, i, null, role, model, stepped, first, heads);
                for (Role before : ROLES) {
                    follow[i][before.ordinal() * R + role.ordinal()] = i == 0
                            ? new Factor(LineClassifier.start(role), new int[0], new double[0])
                            : factor(page, i, before, role, model, stepped, first, heads);
                }
            }
        }
        Sheet sheet = new Sheet(gold.name(), own, follow, new int[lines.size()]);
        int[] wanted = best(sheet, standard, allowed(gold, page));
        return new Sheet(gold.name(), own, follow, wanted);
    }

    private Factor heading(List<String> features) {
        List<String> all = new ArrayList<>(features);
        all.add("head.bias");
        double[] ones = new double[all.size()];
        Arrays.fill(ones, 1);
        return new Factor(0, all.stream().mapToInt(names::indexOf).toArray(), ones);
    }

    /** The scores are linear in the weights: what one more of each changes is its value. Headings have none here. */
    private Factor factor(
            LineContext page,
            int i,
            Role before,
            Role role,
            LineClassifier model,
            List<LineClassifier> stepped,
            int headsFrom,
            int heads) {
        double score = score(model, page, i, before, role);
        if (score <= LineClassifier.NEVER) {
            return new Factor(score, new int[0], new double[0]);
        }
        IntToDoubleFunction step =
                k -> k >= headsFrom && k < headsFrom + heads ? score : score(stepped.get(k), page, i, before, role);
        return Factor.of(score, step, standard);
    }

    private static double score(LineClassifier model, LineContext page, int i, Role before, Role role) {
        return before == null ? model.own(page, i, role) : model.follow(page, i, before, role);
    }

    /** The roles that a line may have by its annotation; which of them it has, the weights as they are decide. */
    private static List<Set<Role>> allowed(GoldPage gold, LineContext page) {
        Map<Row, String> annotated = new IdentityHashMap<>();
        gold.articles().forEach(article -> article.rows()
                .forEach((role, rows) -> rows.forEach(row -> annotated.put(row, role))));
        return IntStream.range(0, page.size())
                .mapToObj(i -> {
                    Cues cues = page.cues(i);
                    String role = annotated.get(gold.rows().get(page.line(i).number() - 1));
                    return allowed(role == null ? "furniture" : role, cues.byline() != null, cues.furniture() != null);
                })
                .toList();
    }

    private static Set<Role> allowed(String annotated, boolean byline, boolean furniture) {
        return switch (annotated) {
            case "body" ->
                byline
                        ? EnumSet.of(Role.PARAGRAPH, Role.CONTINUATION, Role.BYLINE)
                        : EnumSet.of(Role.PARAGRAPH, Role.CONTINUATION);
            case "byline" -> byline ? EnumSet.of(Role.BYLINE) : EnumSet.copyOf(List.of(ROLES));
            case "caption" -> EnumSet.of(Role.CAPTION, Role.HEADING);
            case "furniture" -> furniture ? EnumSet.of(Role.FURNITURE) : EnumSet.of(Role.FURNITURE, Role.HEADING);
            default -> EnumSet.of(Role.HEADING);
        };
    }

    /** The best path, through allowed roles only where {@code allowed} is not null. */
    private static int[] best(Sheet sheet, double[] w, List<Set<Role>> allowed) {
        RolePath path = new RolePath(sheet.own().length, new RolePath.Scores() {
            @Override
            public double own(int i, Role role) {
                boolean may = allowed == null || allowed.get(i).contains(role);
                return may ? sheet.own()[i][role.ordinal()].score(w) : LineClassifier.NEVER;
            }

            @Override
            public double follow(int i, Role before, Role role) {
                return sheet.follow()[i][before.ordinal() * R + role.ordinal()].score(w);
            }
        });
        return Arrays.stream(path.roles()).mapToInt(Role::ordinal).toArray();
    }

    /** Lines whose role is wrong; where a paragraph begins does not count. */
    private static int wrong(List<Sheet> sheets, double[] w) {
        return sheets.parallelStream()
                .mapToInt(sheet -> {
                    int[] said = best(sheet, w, null);
                    return (int) IntStream.range(0, said.length)
                            .filter(i -> kind(said[i]) != kind(sheet.wanted()[i]))
                            .count();
                })
                .sum();
    }

    private static int kind(int role) {
        return ROLES[role].isBody() ? 0 : role;
    }

    private double[] fit(List<Sheet> sheets, double[] start, int rounds) {
        return ResilientPropagation.minimum(start, rounds, w -> gradient(sheets, w));
    }

    /** Of minus the log-likelihood, a page counting as one however many variants it has, with the penalty. */
    private double[] gradient(List<Sheet> sheets, double[] w) {
        return Factor.gradient(
                sheets.parallelStream().map(sheet -> gradient(sheet, w)), VARIANTS.size(), PENALTY, w, standard);
    }

    /** Expected less wanted values of all weights, by the forward-backward algorithm. */
    private static double[] gradient(Sheet sheet, double[] w) {
        int n = sheet.own().length;
        double[][] own = scores(sheet.own(), w);
        double[][] follow = scores(sheet.follow(), w);
        double[][] forward = new double[n][R];
        double[][] backward = new double[n][R];
        double[] terms = new double[R];
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < R; r++) {
                for (int q = 0; q < R; q++) {
                    terms[q] = (i == 0 ? 0 : forward[i - 1][q]) + follow[i][q * R + r];
                }
                forward[i][r] = own[i][r] + (i == 0 ? follow[0][r] : Factor.logSum(terms));
            }
        }
        for (int i = n - 2; i >= 0; i--) {
            for (int q = 0; q < R; q++) {
                for (int r = 0; r < R; r++) {
                    terms[r] = follow[i + 1][q * R + r] + own[i + 1][r] + backward[i + 1][r];
                }
                backward[i][q] = Factor.logSum(terms);
            }
        }
        double[] gradient = new double[w.length];
        double all = n == 0 ? 0 : Factor.logSum(forward[n - 1]);
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < R; r++) {
                sheet.own()[i][r].addTo(gradient, Math.exp(forward[i][r] + backward[i][r] - all));
                for (int q = 0; q < R && i > 0; q++) {
                    double both = forward[i - 1][q] + follow[i][q * R + r] + own[i][r] + backward[i][r] - all;
                    sheet.follow()[i][q * R + r].addTo(gradient, Math.exp(both));
                }
            }
            sheet.own()[i][sheet.wanted()[i]].addTo(gradient, -1);
            if (i > 0) {
                sheet.follow()[i][sheet.wanted()[i - 1] * R + sheet.wanted()[i]].addTo(gradient, -1);
            }
        }
        return gradient;
    }

    private static double[][] scores(Factor[][] factors, double[] w) {
        return Arrays.stream(factors)
                .map(line -> Arrays.stream(line)
                        .mapToDouble(factor -> factor.score(w))
                        .toArray())
                .toArray(double[][]::new);
    }
}
