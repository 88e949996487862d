package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of authors that stand bare, between a headline and its body: 东篱 under the headline of a column, 林一 under that of
 * an essay. Alone they look like headings; where they stand tells.
 */
final class PenNames {

    private PenNames() {}

    /** The pieces with such names as bylines. */
    static List<Piece> settle(List<Piece> pieces, Bylines names) {
        List<Piece> settled = new ArrayList<>(pieces);
        for (int i = 1; i + 1 < settled.size(); i++) {
            if (isPenName(settled, i, names)) {
                Piece piece = settled.get(i);
                String name = Glyphs.tight(piece.firstLine().text());
                Cues cues = piece.cues().withByline(new Credits(List.of(name), List.of(), true));
                settled.set(i, new Piece(Role.BYLINE, piece.first(), piece.lines(), cues, cues, piece.column()));
            }
        }
        return settled;
    }

    private static boolean isPenName(List<Piece> pieces, int i, Bylines names) {
        Piece piece = pieces.get(i);
        Piece below = pieces.get(i + 1);
        boolean between = piece.role() == Role.HEADING
                && pieces.get(i - 1).role() == Role.HEADING
                && below.isBody()
                && !below.cues().begins();
        boolean framed = piece.lines().size() == 1
                && piece.firstLine().apart()
                && below.firstLine().apart()
                && !piece.firstLine().line().markup().isHeading();
        return between && framed && isName(piece, names);
    }

    /** Two characters that are no word, or three that begin with a surname. */
    private static boolean isName(Piece piece, Bylines names) {
        String tight = piece.tight();
        boolean plain = piece.cues().label() == null
                && !piece.cues().note()
                && piece.cues().furniture() == null
                && tight.chars().allMatch(c -> Glyphs.isHan((char) c))
                && !WordJoins.isWord(tight);
        return plain && (tight.length() == 2 || tight.length() == 3 && names.hasSurname(tight));
    }
}
