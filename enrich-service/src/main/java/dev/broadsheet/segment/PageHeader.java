package dev.broadsheet.segment;

import java.time.LocalDate;

/**
 * What a page prints of itself: 云汀日报 2024年7月21日 星期日 第2版, or 中華民國二十六年七月八日.
 *
 * @param publication as printed; null where none is
 * @param issueDate null where none is printed
 * @param label page number in its plain form (2, A02); null where none is printed
 */
record PageHeader(String publication, LocalDate issueDate, String label) {

    static final PageHeader NONE = new PageHeader(null, null, null);

    /** The same with what another line of the header adds. */
    PageHeader and(PageHeader other) {
        return new PageHeader(
                publication == null ? other.publication : publication,
                issueDate == null ? other.issueDate : issueDate,
                label == null ? other.label : label);
    }

    /** Whether two of paper, date and page number are told: more than a date or a number that stands alone by chance. */
    boolean isTelling() {
        int told = (publication == null ? 0 : 1) + (issueDate == null ? 0 : 1) + (label == null ? 0 : 1);
        return told >= 2;
    }

    /** Whether the other is the header of another page: another day, or another page number. */
    boolean isOfAnotherPage(PageHeader other) {
        return differ(issueDate, other.issueDate) || differ(label, other.label);
    }

    private static boolean differ(Object one, Object other) {
        return one != null && other != null && !one.equals(other);
    }
}
