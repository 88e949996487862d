package dev.broadsheet.replay;

import dev.broadsheet.topology.Stage;

/**
 * What a report is about, in words.
 *
 * @param name what was done
 * @param unit what was read: pages or articles
 * @param done what was done with those that were taken
 */
public record Deed(String name, String unit, String done) {

    static final Deed SWITCH = new Deed("switch", "articles", "written");
    static final Deed SWITCH_DRY_RUN = new Deed("dry run", "articles", "would write");

    static Deed replay(Stage from) {
        return new Deed("replay", unit(from), "replayed");
    }

    static Deed dryRun(Stage from) {
        return new Deed("dry run", unit(from), "would replay");
    }

    private static String unit(Stage from) {
        return from == Stage.SEGMENT ? "pages" : "articles";
    }
}
