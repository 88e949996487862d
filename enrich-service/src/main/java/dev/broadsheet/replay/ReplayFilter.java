package dev.broadsheet.replay;

import dev.broadsheet.id.PageId;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which pages of the archive a replay takes. Every condition that is given must hold.
 *
 * @param publications slugs of newspapers; empty: all
 * @param from first issue date, inclusive; null: no bound. An undated page fails any date bound
 * @param to last issue date, inclusive; null: no bound
 * @param pageIds page ids; empty: all
 * @param versionOlderThan only pages whose articles were made by an older version than this one, or that have none;
 *     null: any version
 */
public record ReplayFilter(
        Set<String> publications, LocalDate from, LocalDate to, Set<String> pageIds, PipelineVersion versionOlderThan) {

    /** Takes every page. */
    public static final ReplayFilter ALL = new ReplayFilter(Set.of(), null, null, Set.of(), null);

    /** @throws IllegalArgumentException when a page id is none, or the dates are the wrong way round */
    public ReplayFilter {
        publications = Set.copyOf(publications);
        pageIds = Set.copyOf(pageIds);
        pageIds.forEach(PageId::parse);
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("the date range " + from + " to " + to + " is empty");
        }
    }

    /**
     * Whether the replay takes a page.
     *
     * @param madeBy oldest version that made one of the page's published articles; null where it has none
     */
    public boolean takes(PageId page, PipelineVersion madeBy) {
        return (publications.isEmpty() || publications.contains(page.publication()))
                && (pageIds.isEmpty() || pageIds.contains(page.toString()))
                && inDateRange(page.issueDate())
                && (versionOlderThan == null || madeBy == null || madeBy.compareTo(versionOlderThan) < 0);
    }

    private boolean inDateRange(LocalDate date) {
        if (from == null && to == null) {
            return true;
        }
        return date != null && (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    /** The conditions in one line, the same for the same filter: a replay resumes only under the filter it began with. */
    @Override
    public String toString() {
        return "publications=" + new TreeSet<>(publications) + " from=" + from + " to=" + to + " pages="
                + new TreeSet<>(pageIds) + " version<" + versionOlderThan;
    }
}
