package dev.broadsheet.replay;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A replay's report for a terminal: counts first, then each article that differs, field by field. */
public final class TextReport {

    private static final int LONGEST_LINE = 200;

    private TextReport() {}

    /**
     * The report's lines.
     *
     * @param limit how many articles to show at most; the counts always cover all
     */
    public static List<String> lines(ReplayReport report, int limit) {
        List<String> lines = new ArrayList<>();
        lines.add(report.summary());
        LiveLatency live = report.live();
        if (live.articles() > 0) {
            lines.add("live meanwhile: %,d articles, from the door to their topic %.1f s in the median, %.1f s at most"
                    .formatted(live.articles(), seconds(live.median()), seconds(live.longest())));
        }
        report.changes().stream().limit(limit).forEach(change -> {
            lines.add("");
            lines.add("%-8s %s  %s"
                    .formatted(change.kind().name().toLowerCase(Locale.ROOT), change.id(), change.headline()));
            if (change.kind() == ArticleChange.Kind.CHANGED) {
                change.differences().forEach(difference -> append(lines, difference));
            }
        });
        if (report.changes().size() > limit) {
            lines.add("");
            lines.add("… and %,d more articles that differ"
                    .formatted(report.changes().size() - limit));
        }
        return lines;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static void append(List<String> lines, FieldDifference difference) {
        lines.add("  " + difference.field());
        DiffRowGenerator rows = DiffRowGenerator.create()
                .lineNormalizer(line -> line)
                .showInlineDiffs(false)
                .build();
        for (DiffRow row : rows.generateDiffRows(
                difference.before().lines().toList(), difference.after().lines().toList())) {
            if (row.getTag() != DiffRow.Tag.EQUAL && !row.getOldLine().isEmpty()) {
                lines.add("    - " + shorten(row.getOldLine()));
            }
            if (row.getTag() != DiffRow.Tag.EQUAL && !row.getNewLine().isEmpty()) {
                lines.add("    + " + shorten(row.getNewLine()));
            }
        }
    }

    private static String shorten(String line) {
        int end = Math.min(line.codePointCount(0, line.length()), LONGEST_LINE);
        String shown = line.substring(0, line.offsetByCodePoints(0, end));
        return shown.length() == line.length() ? shown : shown + "…";
    }
}
