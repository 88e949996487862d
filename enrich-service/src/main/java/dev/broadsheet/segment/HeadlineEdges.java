package dev.broadsheet.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the headlines of a page's stories begin and end, so that a heading which no body wanted joins the one that it
 * stands right above or below, if that story speaks of it: a second headline or a subheadline, or the kicker of the next.
 */
final class HeadlineEdges {

    /** The least share of its words that the body of the story must repeat. */
    private static final double REPEATED = 0.25;

    private final List<Plan.Draft> drafts;
    private final Overlap bodies;
    private final Map<Integer, Integer> beginning = new HashMap<>();
    private final Map<Integer, Integer> ending = new HashMap<>();

    /** @param bodies the text of each draft, without headings */
    HeadlineEdges(List<Plan.Draft> drafts, Overlap bodies) {
        this.drafts = drafts;
        this.bodies = bodies;
        for (int i = 0; i < drafts.size(); i++) {
            List<Piece> above = drafts.get(i).above();
            List<Piece> below = drafts.get(i).below();
            if (!above.isEmpty() && !above.get(0).cues().note()) {
                beginning.put(above.get(0).first(), i);
            }
            if (!below.isEmpty() && !below.get(below.size() - 1).cues().note()) {
                ending.put(below.get(below.size() - 1).end(), i);
            }
        }
    }

    /** Adds the heading to the headline beside it; false where there is none that it belongs to. */
    boolean add(Piece leftover) {
        Integer above = ending.get(leftover.first());
        Integer below = beginning.get(leftover.end());
        double repeatedAbove = repeated(leftover, above);
        double repeatedBelow = repeated(leftover, below);
        if (Math.max(repeatedAbove, repeatedBelow) < REPEATED) {
            return false;
        }
        if (repeatedAbove >= repeatedBelow) {
            drafts.get(above).below().add(leftover);
            ending.put(leftover.end(), above);
        } else {
            drafts.get(below).above().add(0, leftover);
            beginning.put(leftover.first(), below);
        }
        return true;
    }

    private double repeated(Piece leftover, Integer draft) {
        return draft == null ? 0 : bodies.coverage(leftover.tight(), draft);
    }
}
