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

    /** Long articles repeat themselves: what follows this many characters of body is not read. */
    private static final int BODY_LENGTH = 6000;

    private Zones() {}

    /** The parts of an article that have text, with their weights. */
    static List<Zone> zones(ArticleText article) {
        List<Zone> zones = new ArrayList<>();
        add(zones, HEADLINE, joined(article.kicker(), article.headline(), article.subheadline()));
        String body = joined(Stream.concat(article.body().stream().map(BodyBlock::getText), article.captions().stream())
                .toArray(String[]::new));
        int lead = Math.min(LEAD_LENGTH, body.length());
        int end = Math.min(lead + BODY_LENGTH, body.length());
        add(zones, LEAD, body.substring(0, lead));
        add(zones, BODY, body.substring(lead, end));
        return zones;
    }

    private static void add(List<Zone> zones, double weight, String text) {
        if (!text.isBlank()) {
            zones.add(new Zone(weight, text));
        }
    }

    private static String joined(String... parts) {
        return String.join("\n", Stream.of(parts).filter(part -> part != null).toList());
    }

    /**
     * A part of an article.
     *
     * @param weight how much it counts, relative to the lead
     */
    record Zone(double weight, String text) {}
}
