package dev.broadsheet.replay;

import dev.broadsheet.id.PageId;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which pages a replay takes. Every condition that is given must hold.
 *
 * @param issues of which issues
 * @param pageIds page ids; empty: all
 * @param versionOlderThan only pages whose articles were made by an older version than this one, or that have none;
 *     null: any version
 */
public record ReplayFilter(IssueFilter issues, Set<String> pageIds, PipelineVersion versionOlderThan) {

    /** Takes every page. */
    public static final ReplayFilter ALL = new ReplayFilter(IssueFilter.ALL, Set.of(), null);

    /** @throws IllegalArgumentException when a page id is none */
    public ReplayFilter {
        pageIds = Set.copyOf(pageIds);
        pageIds.forEach(PageId::parse);
    }

    /**
     * Whether the replay takes a page.
     *
     * @param madeBy oldest version that made one of the page's published articles; null where it has none
     */
    public boolean takes(PageId page, PipelineVersion madeBy) {
        return issues.takes(page.publication(), page.issueDate())
                && (pageIds.isEmpty() || pageIds.contains(page.toString()))
                && (versionOlderThan == null || madeBy == null || madeBy.compareTo(versionOlderThan) < 0);
    }

    /** The conditions in one line, the same for the same filter: a replay resumes only under the filter it began with. */
    @Override
    public String toString() {
        return issues + " pages=" + new TreeSet<>(pageIds) + " version<" + versionOlderThan;
    }
}
