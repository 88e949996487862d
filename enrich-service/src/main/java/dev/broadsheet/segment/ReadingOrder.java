package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which a page's pieces are read: that of the page, but where a broken sentence goes on further down, its two
 * halves come together, each with the paragraphs around it that stand in the same strip of a column. Mostly the later strips
 * move up to the first. Where headings stand between them on a page whose headlines follow their bodies, the story's own
 * stands below the last strip: there the others move down.
 */
final class ReadingOrder {

    private final List<Piece> pieces;
    private final int[] joins;
    private final int[] before;
    private final Direction direction;

    private ReadingOrder(List<Piece> pieces, int[] joins, Direction direction) {
        this.pieces = pieces;
        this.joins = joins;
        this.direction = direction;
        this.before = new int[pieces.size()];
        Arrays.fill(before, -1);
        for (int i = 0; i < joins.length; i++) {
            if (joins[i] >= 0) {
                before[joins[i]] = i;
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
        List<List<Strip>> chains = reading.chains();
        int[] anchors = new int[pieces.size()];
        Arrays.fill(anchors, -1);
        for (int c = 0; c < chains.size(); c++) {
            anchors[reading.anchor(chains.get(c))] = c;
        }
        List<Integer> order = new ArrayList<>();
        boolean[] chained = new boolean[pieces.size()];
        chains.forEach(chain -> chain.forEach(strip -> Arrays.fill(chained, strip.from(), strip.to(), true)));
        for (int i = 0; i < pieces.size(); i++) {
            if (anchors[i] >= 0) {
                chains.get(anchors[i]).forEach(strip -> strip.addTo(order));
            } else if (!chained[i]) {
                order.add(i);
            }
        }
        return order;
    }

    /** Pieces [from, to) that stand together. */
    private record Strip(int from, int to) {

        void addTo(List<Integer> order) {
            for (int i = from; i < to; i++) {
                order.add(i);
            }
        }
    }

    /** Strips that follow each other's broken sentences; those that stand alone are left out. */
    private List<List<Strip>> chains() {
        List<List<Strip>> chains = new ArrayList<>();
        boolean[] read = new boolean[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            boolean head = goesOnFar(i) && !read[i];
            for (int k = i; head && k >= first(i); k--) {
                head = !comesFromFar(k);
            }
            if (head) {
                List<Strip> chain = chain(new Strip(first(i), i + 1));
                chain.forEach(strip -> Arrays.fill(read, strip.from(), strip.to(), true));
                chains.add(chain);
            }
        }
        return chains;
    }

    private List<Strip> chain(Strip head) {
        List<Strip> chain = new ArrayList<>(List.of(head));
        int last = head.to() - 1;
        while (goesOnFar(last)) {
            Strip strip = new Strip(joins[last], foot(joins[last]) + 1);
            chain.add(strip);
            last = strip.to() - 1;
        }
        return chain;
    }

    /**
     * Where a strip ends: past the intertitles under which it is broken off again at the foot of the same column, and past the
     * names that sign it. A story of its own that stands under such a heading is as well read with it; not so where headlines
     * follow their bodies.
     */
    private int foot(int from) {
        int foot = last(from);
        for (int next = foot; next >= 0 && direction == Direction.BEFORE; next = underHeading(next)) {
            if (goesOnFar(next)) {
                return next;
            }
        }
        boolean signed = foot + 1 < pieces.size()
                && pieces.get(foot + 1).role() == Role.BYLINE
                && pieces.get(foot + 1).cues().signOff();
        return signed ? foot + 1 : foot;
    }

    /** The last of the paragraphs under the headings that stand below a piece; -1 where a story begins there, or nothing. */
    private int underHeading(int last) {
        int below = last + 1;
        while (below < pieces.size() && pieces.get(below).role() == Role.HEADING) {
            below++;
        }
        boolean goesOn = below > last + 1
                && below < pieces.size()
                && pieces.get(below).isBody()
                && !pieces.get(below).cues().begins()
                && !comesFromFar(below);
        return goesOn ? last(below) : -1;
    }

    /** Where a chain is read: at its first strip, or at its last. */
    private int anchor(List<Strip> chain) {
        int first = chain.get(0).from();
        int last = chain.get(chain.size() - 1).from();
        boolean headed = false;
        for (int i = first; i < last; i++) {
            headed |= pieces.get(i).role() == Role.HEADING;
        }
        return direction == Direction.AFTER && headed ? last : first;
    }

    private int first(int i) {
        int from = i;
        while (from > 0 && standTogether(from)) {
            from--;
        }
        return from;
    }

    private int last(int i) {
        int to = i;
        while (to + 1 < pieces.size() && standTogether(to + 1)) {
            to++;
        }
        return to;
    }

    /** Whether piece i goes on where the piece above it ends. */
    private boolean standTogether(int i) {
        Piece above = pieces.get(i - 1);
        return pieces.get(i).isBody()
                && above.isBody()
                && !goesOnFar(i - 1)
                && !comesFromFar(i)
                && (joins[i - 1] == i
                        || !pieces.get(i).cues().begins() && !above.ending().ends());
    }

    private boolean goesOnFar(int i) {
        return joins[i] > i + 1;
    }

    private boolean comesFromFar(int i) {
        return before[i] >= 0 && before[i] < i - 1;
    }
}
