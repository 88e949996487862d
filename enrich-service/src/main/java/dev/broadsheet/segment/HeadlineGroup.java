package dev.broadsheet.segment;

import java.util.List;

/**
 * The headings of one story, sorted.
 *
 * @param kicker lines above the headline, smaller; may be empty
 * @param headline the main lines; may be empty
 * @param subheadline lines below the headline, smaller; may be empty
 * @param banners lines that stand among them but belong to the page
 */
record HeadlineGroup(List<Printed> kicker, List<Printed> headline, List<Printed> subheadline, List<Printed> banners) {

    HeadlineGroup {
        kicker = List.copyOf(kicker);
        headline = List.copyOf(headline);
        subheadline = List.copyOf(subheadline);
        banners = List.copyOf(banners);
    }

    static HeadlineGroup none() {
        return new HeadlineGroup(List.of(), List.of(), List.of(), List.of());
    }
}
