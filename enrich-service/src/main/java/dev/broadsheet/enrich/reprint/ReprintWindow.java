package dev.broadsheet.enrich.reprint;

/**
 * How much a {@link ReprintIndex} remembers. It may change over what an index holds: a wider window finds more from then on, a
 * narrower one links no more across it and lets go of old days little by little; clusters told stay as they were told.
 *
 * @param days two articles are compared when their issues lie at most so many days apart
 * @param daysHeld issues of at most so many different days are kept; the day longest untouched goes first
 * @param articlesPerDay about so many articles of a day are kept, the rest are not compared
 */
public record ReprintWindow(int days, int daysHeld, int articlesPerDay) {

    /** A year: what papers take from last year's issue (an anniversary, a festival) is still found. */
    public static final int MAX_DAYS = 366;

    /** A fortnight back and forth, for a few hundred newspapers: some 300 MB on disk at the very most. */
    public static final ReprintWindow DEFAULT = ofDays(14);

    /** Enough for a few hundred newspapers. */
    private static final int ARTICLES_PER_DAY = 20_000;

    public ReprintWindow {
        if (days < 0 || days > MAX_DAYS || daysHeld < 1 || articlesPerDay < 1) {
            throw new IllegalArgumentException("reprint window of " + days + " days, " + daysHeld + " days held and "
                    + articlesPerDay + " articles a day: days must be 0 to " + MAX_DAYS + ", the others 1 or more");
        }
    }

    /**
     * The usual window of a width: it holds as many days back as ahead, and half as many again for an archive that is read
     * beside the day's issues. Its memory grows with the width.
     *
     * @param days 0 (the same day only) to {@value #MAX_DAYS}
     */
    public static ReprintWindow ofDays(int days) {
        return new ReprintWindow(days, 3 * (days + 1), ARTICLES_PER_DAY);
    }
}
