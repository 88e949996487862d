package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * An editor's note that is printed between a headline and its body, 编者按 and a paragraph, is a story of its own. It is
 * read before the headline, so that the headline meets its body.
 */
final class EditorsNotes {

    private EditorsNotes() {}

    /**
     * The order with such notes moved before the headlines above them.
     *
     * @param pieces the page's pieces
     * @param order their reading order
     */
    static List<Integer> first(List<Piece> pieces, List<Integer> order) {
        List<Integer> read = new ArrayList<>();
        for (int k = 0; k < order.size(); k++) {
            if (isNote(pieces, order, k)) {
                read.addAll(headline(pieces, read), order.subList(k, k + 2));
                k++;
            } else {
                read.add(order.get(k));
            }
        }
        return read;
    }

    /** Whether a note's label stands at k, one paragraph of a note below it, and then the body that was interrupted. */
    private static boolean isNote(List<Piece> pieces, List<Integer> order, int k) {
        if (k + 2 >= order.size()) {
            return false;
        }
        Piece label = pieces.get(order.get(k));
        return label.role() == Role.HEADING
                && label.cues().note()
                && pieces.get(order.get(k + 1)).isBody()
                && pieces.get(order.get(k + 2)).isBody();
    }

    /**
     * Where the headline begins with which the order so far ends; its end where it ends in none. A headline printed
     * after its body stands above a note, too: so there must be no body above it, or a byline below it.
     */
    private static int headline(List<Piece> pieces, List<Integer> read) {
        int below = start(pieces, read, read.size(), Role.BYLINE);
        int from = start(pieces, read, below, Role.HEADING);
        boolean opens = from == 0 || pieces.get(read.get(from - 1)).role() == Role.FURNITURE;
        return from < below && (below < read.size() || opens) ? from : read.size();
    }

    /** Where the pieces of one role begin that end before {@code to}. */
    private static int start(List<Piece> pieces, List<Integer> read, int to, Role role) {
        int from = to;
        while (from > 0 && pieces.get(read.get(from - 1)).role() == role) {
            from--;
        }
        return from;
    }
}
