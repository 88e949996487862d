package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of authors that stand bare: 东篱 under the headline of a column, 林一 under that of an essay or under its last
 * paragraph. Alone they look like headings; where they stand tells.
 */
final class PenNames {

    /** 山野闲人: the longest pen name. */
    private static final int LONGEST = 4;

    private PenNames() {}

    /** The pieces with such names as bylines. */
    static List<Piece> settle(List<Piece> pieces, CueFinder finder) {
        List<Piece> settled = new ArrayList<>(pieces);
        for (int i = 1; i + 1 < settled.size(); i++) {
            if (!finder.isNotice(settled.get(i).tight()) && isPenName(settled, i, finder.bylines())) {
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
        boolean framed = piece.role() == Role.HEADING
                && piece.lines().size() == 1
                && piece.firstLine().apart()
                && !piece.firstLine().line().markup().isHeading()
                && isPlain(piece);
        return framed
                && (isBelowHeadline(pieces, i, names)
                        || isBelowBody(pieces, i, names)
                        || isAboveColumn(pieces, i, names));
    }

    /** Under a headline that follows its body, and above the name of the column: a surname and two characters. */
    private static boolean isAboveColumn(List<Piece> pieces, int i, Bylines names) {
        String name = pieces.get(i).tight();
        return pieces.get(i - 1).role() == Role.HEADING
                && pieces.get(i - 1).cues().label() == null
                && pieces.get(i + 1).cues().label() != null
                && name.length() == 3
                && names.hasSurname(name);
    }

    /** Between headline and body: two characters, three that begin with a surname, up to four in a column with a name. */
    private static boolean isBelowHeadline(List<Piece> pieces, int i, Bylines names) {
        Piece below = pieces.get(i + 1);
        String name = pieces.get(i).tight();
        boolean column = i >= 2 && pieces.get(i - 2).cues().label() != null;
        return pieces.get(i - 1).role() == Role.HEADING
                && pieces.get(i - 1).cues().label() == null
                && below.isBody()
                && below.firstLine().apart()
                && !below.cues().begins()
                && (name.length() == 2
                        || name.length() == 3 && names.hasSurname(name)
                        || column && name.length() <= LONGEST);
    }

    /** Under the last paragraph of a comment, and another story below it: a surname and one or two characters. */
    private static boolean isBelowBody(List<Piece> pieces, int i, Bylines names) {
        Piece above = pieces.get(i - 1);
        Piece below = pieces.get(i + 1);
        String name = pieces.get(i).tight();
        return above.isBody()
                && above.lastLine().ended()
                && (below.role() == Role.HEADING || below.cues().begins())
                && below.firstLine().apart()
                && name.length() <= 3
                && names.hasSurname(name);
    }

    /** Two to four characters that are no word and nothing else that is known. */
    private static boolean isPlain(Piece piece) {
        String tight = piece.tight();
        return piece.cues().label() == null
                && !piece.cues().note()
                && piece.cues().furniture() == null
                && tight.length() >= 2
                && tight.length() <= LONGEST
                && tight.chars().allMatch(c -> Glyphs.isHan((char) c))
                && !WordJoins.isWord(tight);
    }
}
