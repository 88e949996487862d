package dev.broadsheet.segment;

import com.ibm.icu.text.Transliterator;
import dev.broadsheet.segment.GoldPage.GoldArticle;
import dev.broadsheet.segment.GoldPage.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes to a page that a reader would not mind. Made in memory at test time, from a fixed seed; never stored. */
final class Variants {

    private static final double FULL = 3.5;
    private static final double NARROWEST = 9;

    /** Marks that no scanner misreads, since they are not printed. */
    private static final String MARKDOWN = "#*|";

    private static final int COLUMNS = 3;

    /** A line wider than any column is a paragraph. */
    private static final double WIDE = 40;

    private Variants() {}

    /** The page without its blank lines. */
    static GoldPage withoutBlankLines(GoldPage page) {
        return new GoldPage(
                page.name(),
                page.issueDate(),
                page.rows().stream().filter(row -> !row.isBlank()).toList(),
                page.articles());
    }

    /** Every stretch of body lines set in columns of another width. */
    static GoldPage columns(GoldPage page, int width) {
        Map<Row, List<Row>> wrapped = new IdentityHashMap<>();
        for (GoldArticle article : page.articles()) {
            List<Row> body = article.rows("body");
            List<Row> block = new ArrayList<>();
            for (int i = 0; i < body.size(); i++) {
                block.add(body.get(i));
                int at = indexOf(page.rows(), body.get(i));
                boolean more = i + 1 < body.size()
                        && at + 1 < page.rows().size()
                        && page.rows().get(at + 1) == body.get(i + 1)
                        && !endsShort(block);
                if (!more) {
                    wrap(block, width, wrapped);
                    block = new ArrayList<>();
                }
            }
        }
        return replaced(page, wrapped);
    }

    /** A line much shorter than its neighbours ends its paragraph; lines too short for a column are verses or rows. */
    private static boolean endsShort(List<Row> block) {
        double last = Glyphs.width(block.get(block.size() - 1).text.strip());
        double widest = block.stream()
                .mapToDouble(row -> Glyphs.width(row.text.strip()))
                .max()
                .orElse(0);
        return last < widest - FULL || widest < NARROWEST;
    }

    private static void wrap(List<Row> block, int width, Map<Row, List<Row>> wrapped) {
        StringBuilder text = new StringBuilder();
        block.forEach(row -> text.append(row.text.strip()));
        List<Row> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            double used = 0;
            while (to < text.length()
                    && (used < width || "，。、；：！？”）,;!?)".indexOf(text.charAt(to)) >= 0 && used < width + 1)) {
                used += Glyphs.width(text.substring(to, to + 1));
                to++;
            }
            lines.add(new Row(text.substring(from, to)));
            from = to;
        }
        wrapped.put(block.get(0), lines);
        block.subList(1, block.size()).forEach(row -> wrapped.put(row, List.of()));
    }

    /**
     * The articles in another order, each with its lines in the order of the page, and with the page's own lines that stand
     * right over its first.
     */
    static GoldPage shuffled(GoldPage page, long seed) {
        Map<Row, String> owners = page.owners();
        List<List<Row>> groups = new ArrayList<>();
        Map<String, List<Row>> byArticle = new HashMap<>();
        List<Row> over = new ArrayList<>();
        Row previous = null;
        for (Row row : page.rows()) {
            String owner = owners.get(row);
            if (!row.isBlank()) {
                boolean first = owner != null && !byArticle.containsKey(owner);
                List<Row> group = owner == null ? over : byArticle.computeIfAbsent(owner, key -> new ArrayList<>());
                if (first) {
                    groups.add(group);
                    group.addAll(over);
                } else if (owner != null && !over.isEmpty()) {
                    groups.add(over);
                }
                over = owner == null ? over : new ArrayList<>();
                if (previous != null && previous.isBlank()) {
                    group.add(new Row(""));
                }
                group.add(row);
            }
            previous = row;
        }
        groups.add(over);
        Collections.shuffle(groups, new Random(seed));
        List<Row> rows = new ArrayList<>();
        for (List<Row> group : groups) {
            rows.add(new Row(""));
            rows.addAll(group);
        }
        return new GoldPage(page.name(), page.issueDate(), rows, page.articles());
    }

    /** The page in traditional characters. */
    static GoldPage traditional(GoldPage page) {
        Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");
        return mapped(page, traditional::transliterate, traditional::transliterate);
    }

    /** One printed character in so many misread as another of the page; marks of Markdown are not printed. */
    static GoldPage misread(GoldPage page, int oneIn, long seed) {
        Random random = new Random(seed);
        String all = Glyphs.tight(page.text());
        return mapped(
                page,
                text -> {
                    StringBuilder misread = new StringBuilder(text);
                    for (int i = 0; i < misread.length(); i++) {
                        char printed = misread.charAt(i);
                        if (!Character.isWhitespace(printed) && random.nextInt(oneIn) == 0) {
                            char other = all.charAt(random.nextInt(all.length()));
                            misread.setCharAt(i, MARKDOWN.indexOf(printed) < 0 ? other : printed);
                        }
                    }
                    return misread.toString();
                },
                UnaryOperator.identity());
    }

    /** Characters a line of a column holds in {@link #readAcross}. */
    private static final int MEASURE = 13;

    /**
     * The page as a program reads it that goes down each column of the whole page, a paragraph a line: stories stand in
     * bands, two or three of them one above the other, each spread over up to three columns, so that the first column of
     * every story is read before the second of any. Where a column ends, the text is cut, in the middle of a word or not.
     */
    static GoldPage readAcross(GoldPage page, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>(page.furniture());
        List<GoldArticle> articles = new ArrayList<>();
        List<List<List<Block>>> bands = new ArrayList<>();
        int most = 2 + random.nextInt(2);
        for (GoldArticle article : page.articles()) {
            Map<Row, List<Row>> set = new IdentityHashMap<>();
            bands.add(strips(blocks(page, article), 1 + random.nextInt(COLUMNS), set));
            Map<String, List<Row>> byRole = new LinkedHashMap<>(article.rows());
            byRole.put("body", replaced(article.rows("body"), set));
            articles.add(article.with(byRole));
            if (bands.size() == most) {
                read(bands, rows);
            }
        }
        read(bands, rows);
        return new GoldPage(page.name(), page.issueDate(), rows, articles);
    }

    private static void read(List<List<List<Block>>> bands, List<Row> rows) {
        for (int column = 0; column < COLUMNS; column++) {
            for (List<List<Block>> strips : bands) {
                if (column < strips.size()) {
                    strips.get(column).forEach(block -> {
                        rows.add(new Row(""));
                        rows.addAll(block.rows());
                    });
                }
            }
        }
        bands.clear();
    }

    /** Lines that stand together: those of a paragraph, or of another role. */
    private record Block(List<Row> rows, boolean body) {

        String text() {
            return String.join("", rows.stream().map(row -> row.text.strip()).toList());
        }

        int lines() {
            return body ? text().length() / MEASURE + 1 : rows.size();
        }
    }

    /** An article in reading order: any other line stands before the body line that follows it on the page. */
    private static List<Block> blocks(GoldPage page, GoldArticle article) {
        Map<Row, String> owners = page.owners();
        Set<Row> body = Collections.newSetFromMap(new IdentityHashMap<>());
        body.addAll(article.rows("body"));
        Map<Row, List<Block>> before = new IdentityHashMap<>();
        List<Block> waiting = new ArrayList<>();
        boolean together = false;
        for (Row row : page.rows()) {
            boolean other = !body.contains(row) && article.id().equals(owners.get(row));
            if (body.contains(row)) {
                before.put(row, waiting);
                waiting = new ArrayList<>();
            } else if (other && together) {
                waiting.get(waiting.size() - 1).rows().add(row);
            } else if (other) {
                waiting.add(new Block(new ArrayList<>(List.of(row)), false));
            }
            together = other;
        }
        List<Block> blocks = new ArrayList<>();
        List<Row> paragraph = new ArrayList<>();
        for (Row row : article.rows("body")) {
            if (!before.get(row).isEmpty()) {
                paragraph = close(paragraph, blocks);
                blocks.addAll(before.get(row));
            }
            paragraph.add(row);
            boolean line = Glyphs.width(row.text.strip()) > WIDE;
            if (Printed.endsSentence(Glyphs.tight(row.text)) && (line || endsShort(paragraph))) {
                paragraph = close(paragraph, blocks);
            }
        }
        close(paragraph, blocks);
        blocks.addAll(waiting);
        return blocks;
    }

    private static List<Row> close(List<Row> paragraph, List<Block> blocks) {
        if (!paragraph.isEmpty()) {
            blocks.add(new Block(paragraph, true));
        }
        return new ArrayList<>();
    }

    /**
     * Blocks set in so many columns of like height: where a column ends, so does the strip.
     *
     * @param set receives what became of each body line
     */
    private static List<List<Block>> strips(List<Block> blocks, int columns, Map<Row, List<Row>> set) {
        int lines = blocks.stream().mapToInt(Block::lines).sum();
        int height = Math.max(4, (lines + columns - 1) / columns);
        List<List<Block>> strips = new ArrayList<>(List.of(new ArrayList<>()));
        int used = 0;
        for (Block block : blocks) {
            String text = block.text();
            List<Row> cut = new ArrayList<>();
            for (int from = 0; from < text.length(); ) {
                if (used >= height) {
                    strips.add(new ArrayList<>());
                    used = 0;
                }
                int to = block.body() ? Math.min(text.length(), from + (height - used) * MEASURE) : text.length();
                cut.add(new Row(text.substring(from, to)));
                List<Row> part = block.body() ? List.of(cut.get(cut.size() - 1)) : block.rows();
                strips.get(strips.size() - 1).add(new Block(part, block.body()));
                used += (to - from + MEASURE - 1) / MEASURE;
                from = to;
            }
            if (block.body()) {
                block.rows().forEach(row -> set.put(row, List.of()));
                set.put(block.rows().get(0), cut);
            }
        }
        return strips;
    }

    private static GoldPage mapped(GoldPage page, UnaryOperator<String> line, UnaryOperator<String> field) {
        Map<Row, List<Row>> mapped = new IdentityHashMap<>();
        page.rows().stream()
                .filter(row -> !row.isBlank())
                .forEach(row -> mapped.put(row, List.of(new Row(line.apply(row.text)))));
        GoldPage moved = replaced(page, mapped);
        List<GoldArticle> articles = new ArrayList<>();
        for (int i = 0; i < page.articles().size(); i++) {
            articles.add(fields(page.articles().get(i), moved.articles().get(i), field));
        }
        return new GoldPage(page.name(), page.issueDate(), moved.rows(), articles);
    }

    private static GoldArticle fields(GoldArticle before, GoldArticle after, UnaryOperator<String> field) {
        return new GoldArticle(
                after.id(),
                after.genre(),
                printed(before.kicker(), before.rows("kicker"), after.rows("kicker"), field),
                printed(before.headline(), before.rows("headline"), after.rows("headline"), field),
                printed(before.subheadline(), before.rows("subheadline"), after.rows("subheadline"), field),
                before.reporters().stream().map(field).toList(),
                before.photographers().stream().map(field).toList(),
                before.agency() == null ? null : field.apply(before.agency()),
                before.datelinePlace() == null ? null : field.apply(before.datelinePlace()),
                before.datelineDate(),
                before.continuedTo(),
                before.continuedFrom(),
                after.rows());
    }

    /** What the changed lines say, where the field is what the lines said before. */
    private static String printed(String value, List<Row> before, List<Row> after, UnaryOperator<String> field) {
        if (value == null) {
            return null;
        }
        boolean same = PageScore.squeeze(joined(before)).equals(PageScore.squeeze(value));
        return same ? joined(after) : field.apply(value);
    }

    private static String joined(List<Row> rows) {
        return String.join("", rows.stream().map(row -> row.text).toList());
    }

    private static GoldPage replaced(GoldPage page, Map<Row, List<Row>> by) {
        List<GoldArticle> articles = new ArrayList<>();
        for (GoldArticle article : page.articles()) {
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            article.rows().forEach((role, own) -> rows.put(role, replaced(own, by)));
            articles.add(article.with(rows));
        }
        return new GoldPage(page.name(), page.issueDate(), replaced(page.rows(), by), articles);
    }

    private static List<Row> replaced(List<Row> rows, Map<Row, List<Row>> by) {
        List<Row> replaced = new ArrayList<>();
        rows.forEach(row -> replaced.addAll(by.getOrDefault(row, List.of(row))));
        return replaced;
    }

    private static int indexOf(List<Row> rows, Row row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == row) {
                return i;
            }
        }
        return -1;
    }
}
