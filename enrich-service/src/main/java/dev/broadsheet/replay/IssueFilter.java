package dev.broadsheet.replay;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which issues of which newspapers are meant. Every condition that is given must hold.
 *
 * @param publications slugs of newspapers; empty: all
 * @param from first issue date, inclusive; null: no bound. What is undated fails any date bound
 * @param to last issue date, inclusive; null: no bound
 */
public record IssueFilter(Set<String> publications, LocalDate from, LocalDate to) {

    /** Takes every issue. */
    public static final IssueFilter ALL = new IssueFilter(Set.of(), null, null);

    /** @throws IllegalArgumentException when the dates are the wrong way round */
    public IssueFilter {
        publications = Set.copyOf(publications);
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("the date range " + from + " to " + to + " is empty");
        }
    }

    /**
     * Whether an issue is meant.
     *
     * @param date its date; null where it is unknown
     */
    public boolean takes(String publication, LocalDate date) {
        return (publications.isEmpty() || publications.contains(publication)) && isInRange(date);
    }

    private boolean isInRange(LocalDate date) {
        if (from == null && to == null) {
            return true;
        }
        return date != null && (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    /** The conditions in one line, the same for the same filter. */
    @Override
    public String toString() {
        return "publications=" + new TreeSet<>(publications) + " from=" + from + " to=" + to;
    }
}
