package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * News in brief under one name: 简明新闻 and below it several items of a sentence or two, each without a headline. The name
 * looks like that of a section, but is the headline of the items, which are one story.
 */
final class NewsInBrief {

    /** Letters of one item at the most. */
    private static final int LONGEST = 200;

    private NewsInBrief() {}

    /** The pieces with such names as headings. */
    static List<Piece> settle(List<Piece> pieces, CueFinder finder) {
        List<Piece> settled = new ArrayList<>(pieces);
        for (int i = 0; i + 2 < pieces.size(); i++) {
            Piece name = pieces.get(i);
            if (name.role() == Role.FURNITURE
                    && finder.isBriefs(name.tight())
                    && isBrief(pieces.get(i + 1))
                    && isBrief(pieces.get(i + 2))) {
                settled.set(i, name.in(Role.HEADING));
            }
        }
        return settled;
    }

    private static boolean isBrief(Piece piece) {
        return piece.isBody()
                && !piece.cues().begins()
                && piece.lastLine().ended()
                && piece.tight().length() <= LONGEST;
    }
}
