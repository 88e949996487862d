package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which a page's pieces are read: that of the page, but where a broken sentence goes on further down,
 * its other half, with the paragraphs that follow it up to the next heading or story, comes right after the break.
 */
final class ReadingOrder {

    private final List<Piece> pieces;
    private final int[] joins;
    private final boolean[] moved;
    private final boolean[] done;
    private final List<Integer> order = new ArrayList<>();

    private ReadingOrder(List<Piece> pieces, int[] joins) {
        this.pieces = pieces;
        this.joins = joins;
        this.moved = new boolean[pieces.size()];
        this.done = new boolean[pieces.size()];
        for (int i = 0; i < joins.length; i++) {
            if (goesOnFar(i)) {
                moved[joins[i]] = true;
            }
        }
    }

    /** Indexes of the pieces in reading order, each once. Joins lead forward only. */
    static List<Integer> of(List<Piece> pieces, int[] joins) {
        ReadingOrder reading = new ReadingOrder(pieces, joins);
        for (int i = 0; i < pieces.size(); i++) {
            if (!reading.moved[i] && !reading.done[i]) {
                reading.read(i);
            }
        }
        return reading.order;
    }

    private boolean goesOnFar(int i) {
        return joins[i] > i + 1;
    }

    /** Reads a piece and whatever its broken end leads to. */
    private void read(int start) {
        boolean away = false;
        int i = start;
        while (i >= 0) {
            done[i] = true;
            order.add(i);
            if (goesOnFar(i)) {
                i = joins[i];
                away = true;
            } else {
                i = away && stripGoesOn(i) ? i + 1 : -1;
            }
        }
    }

    /** Whether the paragraph after a moved one moves along with it. */
    private boolean stripGoesOn(int i) {
        if (i + 1 >= pieces.size() || moved[i + 1] || done[i + 1]) {
            return false;
        }
        Piece next = pieces.get(i + 1);
        return next.isBody() && !next.cues().begins() && !pieces.get(i).ending().ends();
    }
}
