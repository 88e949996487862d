package dev.broadsheet.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Scores annotated pages in many variants of a kind, since one or two orders or misreadings of a page may do well by chance:
 * {@code SeedTable FOLDER}. Of each kind and figure it prints the mean over all and the least.
 */
final class SeedTable {

    private static final int SEEDS = 25;

    /** Orders and misreadings that no test and no fit uses begin here. */
    private static final int FIRST = 100;

    private static final int NARROWEST = 8;

    private static final List<String> FIGURES = List.of(
            "articles.f1", "headline", "kicker", "subheadline", "reporters.f1", "photographers.f1", "body.order");

    private static final Map<String, BiFunction<GoldPage, Integer, GoldPage>> KINDS = kinds();

    private SeedTable() {}

    private static Map<String, BiFunction<GoldPage, Integer, GoldPage>> kinds() {
        Map<String, BiFunction<GoldPage, Integer, GoldPage>> kinds = new LinkedHashMap<>();
        kinds.put("columns", (page, seed) -> Variants.columns(page, NARROWEST + seed));
        kinds.put("columns, no blanks", without("columns", kinds));
        kinds.put("order", (page, seed) -> Variants.shuffled(page, FIRST + seed));
        kinds.put("order, no blanks", without("order", kinds));
        kinds.put("misread", (page, seed) -> Variants.misread(page, 50, FIRST + seed));
        kinds.put("misread, no blanks", without("misread", kinds));
        kinds.put("misread, order", (page, seed) -> Variants.misread(Variants.shuffled(page, seed), 50, FIRST + seed));
        return kinds;
    }

    private static BiFunction<GoldPage, Integer, GoldPage> without(
            String kind, Map<String, BiFunction<GoldPage, Integer, GoldPage>> kinds) {
        return kinds.get(kind).andThen(Variants::withoutBlankLines);
    }

    public static void main(String[] args) throws IOException {
        List<GoldPage> pages = ScoreTable.pages(Path.of(args[0]));
        KINDS.forEach((name, kind) -> {
            List<PageScore> scores = IntStream.range(0, SEEDS)
                    .mapToObj(seed -> {
                        PageScore score = new PageScore();
                        pages.forEach(page -> score.add(kind.apply(page, seed)));
                        return score;
                    })
                    .toList();
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
            for (String figure : FIGURES) {
                double mean = scores.stream()
                        .mapToDouble(score -> score.figure(figure))
                        .average()
                        .orElseThrow();
                double least = scores.stream()
                        .mapToDouble(score -> score.figure(figure))
                        .min()
                        .orElseThrow();
                row.append(String.format(Locale.ROOT, " %s=%.3f/%.3f", figure, mean, least));
            }
            System.out.println(row);
        });
    }
}
