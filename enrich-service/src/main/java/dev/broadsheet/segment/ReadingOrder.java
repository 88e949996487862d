package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which a page's pieces are read: that of the page, but where a broken sentence goes on further down, its two
 * halves come together. Mostly the second half moves up, with the paragraphs that follow it to the next heading or story.
 * Where headings stand between the halves on a page whose headlines follow their bodies, the story's own stands below the
 * second half: there the first half moves down.
 */
final class ReadingOrder {

    private final List<Piece> pieces;
    private final int[] joins;
    private final boolean[] moved;
    private final boolean[] done;

    /** For each piece the first of the strip that is read right before it; -1 where none is. */
    private final int[] lowered;

    private final List<Integer> order = new ArrayList<>();

    private ReadingOrder(List<Piece> pieces, int[] joins, Direction direction) {
        this.pieces = pieces;
        this.joins = joins;
        this.moved = new boolean[pieces.size()];
        this.done = new boolean[pieces.size()];
        this.lowered = new int[pieces.size()];
        Arrays.fill(lowered, -1);
        int[] headings = headings(pieces);
        for (int i = 0; i < joins.length; i++) {
            if (!goesOnFar(i)) {
                continue;
            }
            if (direction == Direction.AFTER && headings[joins[i]] > headings[i]) {
                lower(i);
            } else {
                moved[joins[i]] = true;
            }
        }
    }

    /**
     * Indexes of the pieces in reading order, each once. Joins lead forward only.
     *
     * @param direction where the page's headlines stand
     */
    static List<Integer> of(List<Piece> pieces, int[] joins, Direction direction) {
        ReadingOrder reading = new ReadingOrder(pieces, joins, direction);
        for (int i = 0; i < pieces.size(); i++) {
            if (!reading.moved[i] && !reading.done[i]) {
                reading.read(i);
            }
        }
        return reading.order;
    }

    /** How many headings stand before each piece. */
    private static int[] headings(List<Piece> pieces) {
        int[] before = new int[pieces.size()];
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + (pieces.get(i - 1).role() == Role.HEADING ? 1 : 0);
        }
        return before;
    }

    /** Has the strip of text that breaks off at piece i wait for its other half. */
    private void lower(int i) {
        int from = i;
        while (from > 0
                && !pieces.get(from).cues().begins()
                && pieces.get(from - 1).isBody()
                && !moved[from]) {
            from--;
        }
        for (int k = from; k <= i; k++) {
            if (moved[k] || lowered[k] >= 0 || k < i && goesOnFar(k)) {
                moved[joins[i]] = true;
                return;
            }
        }
        Arrays.fill(moved, from, i + 1, true);
        lowered[joins[i]] = from;
    }

    private boolean goesOnFar(int i) {
        return joins[i] > i + 1;
    }

    /** Reads a piece and whatever its broken end leads to. */
    private void read(int start) {
        boolean away = false;
        int i = start;
        while (i >= 0) {
            for (int k = lowered[i];
                    k >= 0 && moved[k] && !done[k] && k < i && pieces.get(k).isBody();
                    k++) {
                done[k] = true;
                order.add(k);
            }
            done[i] = true;
            order.add(i);
            if (goesOnFar(i) && !done[joins[i]]) {
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
