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
 * it would change: {@code WeightFit FOLDER…}, each folder as {@link ScoreTable} takes them. With {@code --leave-one-out}
 * it fits on all pages but one, for every page in turn, and prints how that page scores with the weights as they are
 * and with those fitted without it; only the second figure says what a fitted weight is worth on a page not seen.
 */
final class WeightFit {

    /** What the fit looks at: reading these well on one layout does not make up for another. */
    private static final List<String> FIGURES =
            List.of("articles.f1", "headline", "kicker", "subheadline", "furniture.kept_out", "body.order");

    private static final List<String> VARIANTS = List.of(
            "as printed", "no blank lines", "columns of 10", "columns, no blanks", "other order 1", "misread 1");

    /** Smallest gain that moves a weight, and what a weight pays for each step away from the practised value. */
    private static final double GAIN = 2e-4;

    private static final double LEAST_STEP = 0.6;
    private static final double STEP = 0.35;

    private final List<Sheet> sheets;

    private WeightFit(List<Sheet> sheets) {
        this.sheets = sheets;
    }

    /** A page as it is handed to the segmenter, and what a careful reader sees on it. */
    private record Sheet(GoldPage gold, Page page) {}

    public static void main(String[] args) throws IOException {
        boolean leaveOneOut = List.of(args).contains("--leave-one-out");
        List<GoldPage> pages = new ArrayList<>();
        for (String folder : args) {
            if (!folder.startsWith("--")) {
                pages.addAll(ScoreTable.pages(Path.of(folder)));
            }
        }
        if (leaveOneOut) {
            leaveOneOut(pages);
        } else {
            WeightFit fit = of(pages);
            Weights fitted = fit.search(Weights.STANDARD);
            changes(fitted).forEach((name, change) -> System.out.println(name + " " + change));
            System.out.printf(Locale.ROOT, "%.4f -> %.4f%n", fit.worth(Weights.STANDARD), fit.worth(fitted));
        }
    }

    private static void leaveOneOut(List<GoldPage> pages) {
        double before = 0;
        double after = 0;
        for (GoldPage left : pages) {
            Weights fitted =
                    of(pages.stream().filter(page -> page != left).toList()).search(Weights.STANDARD);
            WeightFit alone = of(List.of(left));
            double as = alone.worth(Weights.STANDARD);
            double fit = alone.worth(fitted);
            before += as;
            after += fit;
            System.out.printf(Locale.ROOT, "%-36s %.3f %.3f%n", left.name(), as, fit);
        }
        System.out.printf(Locale.ROOT, "%-36s %.3f %.3f%n", "mean", before / pages.size(), after / pages.size());
    }

    private static WeightFit of(List<GoldPage> pages) {
        return new WeightFit(pages.stream()
                .flatMap(page -> VARIANTS.stream()
                        .map(name -> ScoreTable.VARIANTS.get(name).apply(page)))
                .map(page -> new Sheet(page, PageScore.read(page)))
                .toList());
    }

    /** One weight after the other up or down by a step, as long as that helps; then once more by half a step. */
    private Weights search(Weights start) {
        Weights best = start;
        double worth = worth(best);
        for (double scale : new double[] {1, 0.5}) {
            for (String name : start.names().stream().sorted().toList()) {
                double step = scale * Math.max(LEAST_STEP, STEP * Math.abs(start.of(name)));
                for (int sign : new int[] {1, -1}) {
                    Weights tried = best.with(name, best.of(name) + sign * step);
                    double reached = worth(tried);
                    if (reached > worth + GAIN) {
                        best = tried;
                        worth = reached;
                        break;
                    }
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
                        .sum()
                / sheets.size();
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
