package dev.broadsheet.segment;

import java.util.List;

/**
 * The headings of one story, sorted.
 *
 * @param kicker lines above the headline, smaller; may be empty
 * @param headline the main lines; may be empty
 * @param subheadline lines below the headline, smaller; may be empty
 * @param banners lines that stand among them but belong to the page
 * @param margin by how much this way to sort them is better than the next best; infinite where there is no other
 * @param reason why they were sorted like this, for a reader; null where there is no other way
 */
record HeadlineGroup(
        List<Printed> kicker,
        List<Printed> headline,
        List<Printed> subheadline,
        List<Printed> banners,
        double margin,
        String reason) {

    /** A way to sort them that is so much better than the next, in log-odds, is beyond doubt. */
    private static final double BEYOND_DOUBT = 3;

    HeadlineGroup {
        kicker = List.copyOf(kicker);
        headline = List.copyOf(headline);
        subheadline = List.copyOf(subheadline);
        banners = List.copyOf(banners);
    }

    /** How doubtful it is which lines are which: 0 beyond doubt, 1 where another way is as good. */
    double doubt() {
        return Math.max(0, 1 - margin / BEYOND_DOUBT);
    }

    /** A group of which only the headline is known; it may be empty. */
    static HeadlineGroup of(List<Printed> headline, List<Printed> banners) {
        return new HeadlineGroup(List.of(), headline, List.of(), banners, Double.POSITIVE_INFINITY, null);
    }
}
