package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Continuations that run into each other. Stories that go on from page one are often set one under the other on the same
 * page, and where the second had no room the rest of the first follows it, under an intertitle. Such paragraphs go back
 * to the continuation that speaks of the same things.
 */
final class Continuations {

    /** How much more a paragraph must share with the first continuation: in doubt it stays where it is printed. */
    private static final double MARGIN = 1.25;

    private final List<Piece> pieces;
    private final List<Integer> order;

    private Continuations(List<Piece> pieces, List<Integer> order) {
        this.pieces = pieces;
        this.order = order;
    }

    /** The order of pieces with the paragraphs of neighbouring continuations parted. */
    static List<Integer> part(List<Piece> pieces, List<Integer> order) {
        Continuations page = new Continuations(pieces, new ArrayList<>(order));
        int first = page.next(0);
        while (first >= 0) {
            int second = page.next(first + 1);
            first = second < 0 ? second : second + page.part(first, second);
        }
        return page.order;
    }

    /** Where the next continuation begins, from a place in the order; -1 where none does. */
    private int next(int from) {
        for (int k = from; k < order.size(); k++) {
            if (at(k).isBody() && at(k).cues().jumpFrom() != null) {
                return k;
            }
        }
        return -1;
    }

    /** Parts two continuations; returns how many pieces went before the second. */
    private int part(int first, int second) {
        int head = headingsBefore(second);
        int intertitle = bodiesAfter(second);
        boolean neighbours = head < second && bodiesAfter(first) == head;
        if (!neighbours || intertitle >= order.size() || at(intertitle).role() != Role.HEADING) {
            return 0;
        }
        int end = bodiesAfter(intertitle);
        if (begins(intertitle + 1, end)) {
            return 0;
        }
        Overlap stories = new Overlap(List.of(text(headingsBefore(first), head), text(head, intertitle)));
        int cut = intertitle + 1;
        while (cut < end && stories.affinity(at(cut).tight(), 0) > MARGIN * stories.affinity(at(cut).tight(), 1)) {
            cut++;
        }
        if (cut == intertitle + 1 || cut == end) {
            return 0;
        }
        List<Integer> back = new ArrayList<>(order.subList(intertitle, cut));
        order.subList(intertitle, cut).clear();
        order.addAll(head, back);
        return back.size();
    }

    private boolean begins(int from, int to) {
        for (int k = from; k < to; k++) {
            if (at(k).cues().begins()) {
                return true;
            }
        }
        return false;
    }

    private int headingsBefore(int k) {
        int from = k;
        while (from > 0 && at(from - 1).role() == Role.HEADING) {
            from--;
        }
        return from;
    }

    /** Where the text that begins at k ends: at a heading, or where the next continuation begins. */
    private int bodiesAfter(int k) {
        int to = k + 1;
        while (to < order.size() && at(to).isBody() && at(to).cues().jumpFrom() == null) {
            to++;
        }
        return to;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int k = from; k < to; k++) {
            text.append(at(k).tight()).append('\n');
        }
        return text.toString();
    }

    private Piece at(int k) {
        return pieces.get(order.get(k));
    }
}
