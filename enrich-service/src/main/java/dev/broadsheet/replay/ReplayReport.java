package dev.broadsheet.replay;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a replay did, or would do.
 *
 * @param dryRun whether nothing was written
 * @param pagesRead pages of the archive that were looked at
 * @param pagesReplayed pages that the filter took
 * @param counts number of articles by what became of them
 * @param deadLetters pages or articles that could not be processed
 * @param changes the articles that changed, are new or are gone, in the order of their ids
 */
public record ReplayReport(
        boolean dryRun,
        long pagesRead,
        long pagesReplayed,
        Map<ArticleChange.Kind, Long> counts,
        long deadLetters,
        List<ArticleChange> changes) {

    public ReplayReport {
        counts = Map.copyOf(counts);
        changes = List.copyOf(changes);
    }

    /** Counts a list of changes and keeps those that are more than nothing. */
    public static ReplayReport of(
            boolean dryRun, long pagesRead, long pagesReplayed, List<ArticleChange> changes, long deadLetters) {
        Map<ArticleChange.Kind, Long> counts = new EnumMap<>(ArticleChange.Kind.class);
        for (ArticleChange.Kind kind : ArticleChange.Kind.values()) {
            counts.put(kind, 0L);
        }
        changes.forEach(change -> counts.merge(change.kind(), 1L, Long::sum));
        List<ArticleChange> real = changes.stream()
                .filter(change -> change.kind() != ArticleChange.Kind.UNCHANGED)
                .sorted((one, other) -> ArticleOrder.BY_ID.compare(one.id(), other.id()))
                .toList();
        return new ReplayReport(dryRun, pagesRead, pagesReplayed, counts, deadLetters, real);
    }

    /** Number of articles of a kind. */
    public long count(ArticleChange.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** One line for an operator. */
    public String summary() {
        return "%s: pages read %,d, %s %,d; articles unchanged %,d, changed %,d, new %,d, gone %,d; dead letters %,d"
                .formatted(
                        dryRun ? "dry run" : "replay",
                        pagesRead,
                        dryRun ? "would replay" : "replayed",
                        pagesReplayed,
                        count(ArticleChange.Kind.UNCHANGED),
                        count(ArticleChange.Kind.CHANGED),
                        count(ArticleChange.Kind.NEW),
                        count(ArticleChange.Kind.GONE),
                        deadLetters);
    }
}
