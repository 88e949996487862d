package dev.broadsheet.replay;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A replay's report as one HTML page: before and after side by side, what differs marked character by character. */
public final class HtmlReport {

    private static final String TEMPLATE = "report.html.mustache";

    /** What is shown of an article that is new or gone; of one that changed, every field that did. */
    private static final Set<String> PRINTED = Set.of("kicker", "headline", "subheadline", "body", "captions");

    private HtmlReport() {}

    /**
     * Writes the page.
     *
     * @param limit how many articles to show at most; the counts always cover all
     */
    public static void write(ReplayReport report, int limit, Writer out) {
        try (InputStream template = HtmlReport.class.getResourceAsStream(TEMPLATE);
                InputStreamReader reader = new InputStreamReader(template, StandardCharsets.UTF_8)) {
            List<Map<String, Object>> articles = report.changes().stream()
                    .limit(limit)
                    .map(HtmlReport::article)
                    .toList();
            int hidden = report.changes().size() - articles.size();
            Mustache.compiler()
                    .compile(reader)
                    .execute(
                            Map.of(
                                    "summary",
                                    report.summary(),
                                    "articles",
                                    articles,
                                    "hidden",
                                    hidden == 0 ? false : Integer.valueOf(hidden)),
                            out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> article(ArticleChange change) {
        return Map.of(
                "id",
                change.id(),
                "kind",
                change.kind().name().toLowerCase(Locale.ROOT),
                "headline",
                change.headline(),
                "fields",
                change.differences().stream()
                        .filter(field -> change.kind() == ArticleChange.Kind.CHANGED || PRINTED.contains(field.field()))
                        .map(HtmlReport::field)
                        .toList());
    }

    private static Map<String, Object> field(FieldDifference difference) {
        DiffRowGenerator rows = DiffRowGenerator.create()
                .lineNormalizer(HtmlReport::escape)
                .showInlineDiffs(true)
                .inlineDiffByWord(false)
                .oldTag(opening -> opening ? "<del>" : "</del>")
                .newTag(opening -> opening ? "<ins>" : "</ins>")
                .build();
        return Map.of(
                "name",
                difference.field(),
                "rows",
                rows
                        .generateDiffRows(
                                difference.before().lines().toList(),
                                difference.after().lines().toList())
                        .stream()
                        .filter(row -> row.getTag() != DiffRow.Tag.EQUAL)
                        .map(row -> Map.of("before", row.getOldLine(), "after", row.getNewLine()))
                        .toList());
    }

    private static String escape(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
