package dev.broadsheet.enrich.reprint;

/**
 * How much a {@link ReprintIndex} remembers.
 *
 * @param days two articles are compared when their issues lie at most so many days apart
 * @param daysHeld issues of at most so many different days are kept; the day longest untouched goes first
 * @param articlesPerDay about so many articles of a day are kept, the rest are not compared
 */
public record ReprintWindow(int days, int daysHeld, int articlesPerDay) {

    /** A fortnight back and forth, for a few hundred newspapers: some 300 MB on disk at the very most. */
    public static final ReprintWindow DEFAULT = new ReprintWindow(14, 45, 20_000);

    public ReprintWindow {
        if (days < 0 || daysHeld < 1 || articlesPerDay < 1) {
            throw new IllegalArgumentException("reprint window of " + days + " days, " + daysHeld + " days held and "
                    + articlesPerDay + " articles a day: days must be 0 or more, the others 1 or more");
        }
    }
}
