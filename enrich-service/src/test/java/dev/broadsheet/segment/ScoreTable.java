package dev.broadsheet.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Prints the scores of gold pages and of their variants: {@code ScoreTable FOLDER [--show]}, where the folder holds
 * {@code pages} and {@code gold}.
 */
final class ScoreTable {

    /** The changes a reader would not mind, by name. */
    static final Map<String, UnaryOperator<GoldPage>> VARIANTS = variants();

    /** What happens to a page where columns are read across each other, by name. */
    static final Map<String, UnaryOperator<GoldPage>> READ_ACROSS = readAcross();

    private ScoreTable() {}

    private static Map<String, UnaryOperator<GoldPage>> readAcross() {
        Map<String, UnaryOperator<GoldPage>> variants = new LinkedHashMap<>();
        for (int seed = 1; seed <= 4; seed++) {
            int layout = seed;
            variants.put("read across " + seed, page -> Variants.readAcross(page, layout));
        }
        return variants;
    }

    private static Map<String, UnaryOperator<GoldPage>> variants() {
        Map<String, UnaryOperator<GoldPage>> variants = new LinkedHashMap<>();
        variants.put("as printed", UnaryOperator.identity());
        variants.put("no blank lines", Variants::withoutBlankLines);
        variants.put("columns of 10", page -> Variants.columns(page, 10));
        variants.put("columns of 17", page -> Variants.columns(page, 17));
        variants.put("columns of 26", page -> Variants.columns(page, 26));
        variants.put("columns, no blanks", page -> Variants.withoutBlankLines(Variants.columns(page, 17)));
        variants.put("other order 1", page -> Variants.shuffled(page, 1));
        variants.put("other order 2", page -> Variants.shuffled(page, 2));
        variants.put("other order 3", page -> Variants.shuffled(page, 3));
        variants.put("other order, columns", page -> Variants.columns(Variants.shuffled(page, 4), 14));
        variants.put("traditional", Variants::traditional);
        variants.put("misread 1", page -> Variants.misread(page, 50, 1));
        variants.put("misread 2", page -> Variants.misread(page, 50, 2));
        return variants;
    }

    /** The annotated pages of a folder: {@code gold/NAME.json} and {@code NAME.txt} or {@code .md}, beside or in pages. */
    static List<GoldPage> pages(Path folder) throws IOException {
        List<GoldPage> pages = new ArrayList<>();
        try (Stream<Path> golds = Files.list(folder.resolve("gold"))) {
            for (Path gold : golds.sorted().toList()) {
                String name = gold.getFileName().toString().replace(".json", "");
                Path text = Stream.of("pages/" + name + ".txt", name + ".txt", name + ".md")
                        .map(folder::resolve)
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchFileException(name, null, "no page for " + gold));
                pages.add(GoldPage.read(text, gold));
            }
        }
        return pages;
    }

    public static void main(String[] args) throws IOException {
        List<GoldPage> pages = pages(Path.of(args[0]));
        boolean show = args.length > 1;
        Map<String, UnaryOperator<GoldPage>> all = new LinkedHashMap<>(VARIANTS);
        all.putAll(READ_ACROSS);
        for (Map.Entry<String, UnaryOperator<GoldPage>> variant : all.entrySet()) {
            PageScore score = new PageScore();
            pages.forEach(page -> score.add(variant.getValue().apply(page)));
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-20s", variant.getKey()));
            score.figures().forEach((name, value) -> row.append(String.format(Locale.ROOT, " %s=%.3f", name, value)));
            System.out.println(row);
            if (show && (args.length < 3 || variant.getKey().contains(args[2]))) {
                score.misses().forEach(miss -> System.out.println("    " + miss));
            }
        }
    }
}
