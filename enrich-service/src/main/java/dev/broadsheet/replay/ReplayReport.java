package dev.broadsheet.replay;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a replay did, or would do.
 *
 * @param deed what was done, in words
 * @param read pages or articles that were looked at
 * @param replayed pages or articles that the filter took
 * @param counts number of articles by what became of them
 * @param deadLetters pages or articles that could not be processed
 * @param changes the articles that changed, are new or are gone, in the order of their ids; empty where only counts are known
 * @param live how live pages fared meanwhile
 */
public record ReplayReport(
        Deed deed,
        long read,
        long replayed,
        Map<ArticleChange.Kind, Long> counts,
        long deadLetters,
        List<ArticleChange> changes,
        LiveLatency live) {

    public ReplayReport {
        counts = Map.copyOf(counts);
        changes = List.copyOf(changes);
    }

    /** Counts a list of changes and keeps those that are more than nothing. */
    static ReplayReport of(Deed deed, long read, long replayed, List<ArticleChange> changes, long deadLetters) {
        Map<ArticleChange.Kind, Long> counts = noChanges();
        changes.forEach(change -> counts.merge(change.kind(), 1L, Long::sum));
        List<ArticleChange> real = changes.stream()
                .filter(change -> change.kind() != ArticleChange.Kind.UNCHANGED)
                .sorted((one, other) -> ArticleOrder.BY_ID.compare(one.id(), other.id()))
                .toList();
        return new ReplayReport(deed, read, replayed, counts, deadLetters, real, LiveLatency.NONE);
    }

    /** Counts to begin with: zero of each kind. */
    static Map<ArticleChange.Kind, Long> noChanges() {
        Map<ArticleChange.Kind, Long> counts = new EnumMap<>(ArticleChange.Kind.class);
        for (ArticleChange.Kind kind : ArticleChange.Kind.values()) {
            counts.put(kind, 0L);
        }
        return counts;
    }

    /** Number of articles of a kind. */
    public long count(ArticleChange.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** One line for an operator. */
    public String summary() {
        return "%s: %s read %,d, %s %,d; articles unchanged %,d, changed %,d, new %,d, gone %,d; dead letters %,d"
                .formatted(
                        deed.name(),
                        deed.unit(),
                        read,
                        deed.done(),
                        replayed,
                        count(ArticleChange.Kind.UNCHANGED),
                        count(ArticleChange.Kind.CHANGED),
                        count(ArticleChange.Kind.NEW),
                        count(ArticleChange.Kind.GONE),
                        deadLetters);
    }
}
