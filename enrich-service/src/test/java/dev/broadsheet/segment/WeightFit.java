package dev.broadsheet.segment;

import dev.broadsheet.page.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Fits the numbers of {@code weights.txt} by coordinate search on annotated pages and their variants, and prints what
 * it would change: {@code WeightFit PREFIX FOLDER… [--leave-one-out]}. Only weights whose names begin with the prefix
 * move ({@code plan.}); the folders are those that {@link ScoreTable} takes. With {@code --leave-one-out} it fits on all
 * pages but one, for every page in turn, and prints how that page scores with the weights as they are and with those
 * fitted without it; only the second figure says what a fitted weight is worth on a page not seen.
 */
final class WeightFit {

    /** What the fit looks at: reading these well on one layout does not make up for another. */
    private static final List<String> FIGURES =
            List.of("articles.f1", "headline", "kicker", "subheadline", "furniture.kept_out", "body.order");

    private static final List<String> VARIANTS = List.of(
            "as printed", "no blank lines", "columns of 10", "columns, no blanks", "other order 1", "misread 1");

    /** Smallest gain that moves a weight. */
    private static final double GAIN = 2e-4;

    private static final double LEAST_STEP = 0.6;
    private static final double STEP = 0.35;

    private final String prefix;
    private final List<Sheet> sheets;

    private WeightFit(String prefix, List<GoldPage> pages) {
        this.prefix = prefix;
        this.sheets = pages.stream()
                .flatMap(page -> VARIANTS.stream()
                        .map(name -> ScoreTable.VARIANTS.get(name).apply(page)))
                .map(page -> new Sheet(page, PageScore.read(page)))
                .toList();
    }

    /** A page as it is handed to the segmenter, and what a careful reader sees on it. */
    private record Sheet(GoldPage gold, Page page) {}

    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        List<GoldPage> pages = new ArrayList<>();
        for (String folder : words.subList(1, words.size())) {
            if (!folder.startsWith("--")) {
                pages.addAll(ScoreTable.pages(Path.of(folder)));
            }
        }
        if (words.contains("--leave-one-out")) {
            leaveOneOut(words.get(0), pages);
            return;
        }
        WeightFit fit = new WeightFit(words.get(0), pages);
        Weights fitted = fit.search();
        changes(fitted).forEach((name, weight) -> System.out.println(name + " " + weight));
        System.out.printf(Locale.ROOT, "%.4f -> %.4f%n", fit.worth(Weights.STANDARD), fit.worth(fitted));
    }

    private static void leaveOneOut(String prefix, List<GoldPage> pages) {
        double before = 0;
        double after = 0;
        for (GoldPage left : pages) {
            List<GoldPage> others = pages.stream().filter(page -> page != left).toList();
            Weights fitted = new WeightFit(prefix, others).search();
            WeightFit alone = new WeightFit(prefix, List.of(left));
            double as = alone.worth(Weights.STANDARD);
            double fit = alone.worth(fitted);
            before += as;
            after += fit;
            System.out.printf(Locale.ROOT, "%-36s %.3f %.3f%n", left.name(), as, fit);
        }
        System.out.printf(Locale.ROOT, "%-36s %.3f %.3f%n", "mean", before / pages.size(), after / pages.size());
    }

    /** One weight after the other a step up or down where that helps. */
    private Weights search() {
        Weights best = Weights.STANDARD;
        double worth = worth(best);
        for (String name :
                best.names().stream().filter(n -> n.startsWith(prefix)).sorted().toList()) {
            double step = Math.max(LEAST_STEP, STEP * Math.abs(best.of(name)));
            for (double change : new double[] {step, -step}) {
                Weights tried = best.with(name, best.of(name) + change);
                double reached = worth(tried);
                if (reached > worth + GAIN) {
                    best = tried;
                    worth = reached;
                    break;
                }
            }
        }
        return best;
    }

    /** Mean over sheets and figures, 0 to 1. */
    private double worth(Weights weights) {
        Segmenter segmenter = new Segmenter(weights);
        return sheets.parallelStream()
                .mapToDouble(sheet -> worth(sheet, segmenter))
                .average()
                .orElse(0);
    }

    private static double worth(Sheet sheet, Segmenter segmenter) {
        PageScore score = new PageScore().add(sheet.gold(), segmenter.segment(sheet.page()));
        return FIGURES.stream().mapToDouble(score::figure).average().orElseThrow();
    }

    private static Map<String, Double> changes(Weights fitted) {
        Map<String, Double> changes = new TreeMap<>();
        Stream<String> moved = fitted.names().stream().filter(name -> fitted.of(name) != Weights.STANDARD.of(name));
        moved.forEach(name -> changes.put(name, Math.round(100 * fitted.of(name)) / 100.0));
        return changes;
    }
}
