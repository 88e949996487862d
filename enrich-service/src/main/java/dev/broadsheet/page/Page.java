package dev.broadsheet.page;

import java.time.LocalDate;
import java.util.List;

/**
 * A page as text, ready to be segmented.
 *
 * @param publication the newspaper's name; null where unknown
 * @param issueDate date of the issue; null where unknown
 * @param label label of the page within its issue (1, A01); null where unknown
 * @param lines every line of the source in order, blank ones included, so that numbers match the source
 */
public record Page(String publication, LocalDate issueDate, String label, List<Line> lines) {

    public Page {
        lines = List.copyOf(lines);
    }
}
