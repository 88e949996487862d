package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.BodyBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the parts of an article count. The headline says what a story is about, the lead (导语) says it again in full;
 * further down come the people present, the history and the slogans, so the body only supports.
 */
final class Zones {

    private static final double HEADLINE = 1.5;
    private static final double LEAD = 1.0;
    private static final double BODY = 0.7;
    private static final int LEAD_LENGTH = 120;

    /** A text without a headline that is no longer than this reads like one. */
    private static final int TITLE_LENGTH = 60;

    /** Long articles repeat themselves: what follows this many characters of body is not read. */
    private static final int BODY_LENGTH = 6000;

    private Zones() {}

    /** The parts of an article that have text, with their weights. */
    static List<Zone> zones(ArticleText article) {
        List<Zone> zones = new ArrayList<>();
        String titles = joined(article.kicker(), article.headline(), article.subheadline());
        add(zones, new Zone("headline", HEADLINE, titles, true));
        String body = joined(Stream.concat(article.body().stream().map(BodyBlock::getText), article.captions().stream())
                .toArray(String[]::new));
        int lead = Math.min(LEAD_LENGTH, body.length());
        int end = Math.min(lead + BODY_LENGTH, body.length());
        boolean titleLike = titles.isBlank() && body.length() <= TITLE_LENGTH;
        add(zones, new Zone("lead", LEAD, body.substring(0, lead), titleLike));
        add(zones, new Zone("body", BODY, body.substring(lead, end), false));
        return zones;
    }

    private static void add(List<Zone> zones, Zone zone) {
        if (!zone.text().isBlank()) {
            zones.add(zone);
        }
    }

    private static String joined(String... parts) {
        return String.join("\n", Stream.of(parts).filter(part -> part != null).toList());
    }

    /**
     * A part of an article.
     *
     * @param name headline, lead or body
     * @param weight how much it counts, relative to the lead
     * @param isTitle whether it is a title, or a line as short as one
     */
    record Zone(String name, double weight, String text, boolean isTitle) {}
}
