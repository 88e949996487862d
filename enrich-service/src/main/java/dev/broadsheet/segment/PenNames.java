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

    /**
     * The pieces with such names as bylines.
     *
     * @param spaced whether the page parts its blocks by blank lines
     */
    static List<Piece> settle(List<Piece> pieces, CueFinder finder, boolean spaced) {
        List<Piece> settled = parted(pieces, finder.bylines());
        for (int i = 1; i + 1 < settled.size(); i++) {
            Piece piece = settled.get(i);
            if (!isFramed(piece, spaced) || !isPlain(piece, finder.bylines()) || finder.isNotice(piece.tight())) {
                continue;
            }
            boolean closes = isBelowBody(settled, i, finder.bylines());
            if (closes
                    || isBelowHeadline(settled, i, finder.bylines())
                    || isAboveColumn(settled, i, finder.bylines())) {
                settled.set(i, byline(piece, closes));
            }
        }
        return settled;
    }

    private static Piece byline(Piece name, boolean closes) {
        String printed = Glyphs.tight(name.firstLine().text());
        Cues cues = name.cues().withByline(new Credits(List.of(printed), List.of(), true), closes);
        return new Piece(Role.BYLINE, name.first(), name.lines(), cues, cues, name.column());
    }

    /** The pieces with a title parted from its author where no blank line does: 渡口谣 / 柳晓岚. */
    private static List<Piece> parted(List<Piece> pieces, Bylines names) {
        List<Piece> parted = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean title = piece.role() == Role.HEADING
                    && piece.lines().size() == 2
                    && i + 1 < pieces.size()
                    && pieces.get(i + 1).isBody()
                    && !pieces.get(i + 1).cues().begins();
            if (title && isAuthor(line(piece, 1, piece.ending()), names)) {
                parted.add(line(piece, 0, piece.cues()));
                parted.add(byline(line(piece, 1, piece.ending()), false));
            } else {
                parted.add(piece);
            }
        }
        return parted;
    }

    private static Piece line(Piece heading, int i, Cues cues) {
        List<Printed> line = List.of(heading.lines().get(i));
        return new Piece(heading.role(), heading.first() + i, line, cues, cues, heading.column());
    }

    /** A surname and two characters that are no word, or a name of two characters spaced out. */
    private static boolean isAuthor(Piece line, Bylines names) {
        return isPlain(line, names)
                && isFullName(line.tight(), names)
                && (line.tight().length() > 2 || isSpaced(line));
    }

    private static boolean isFramed(Piece piece, boolean spaced) {
        return piece.role() == Role.HEADING
                && piece.lines().size() == 1
                && (piece.firstLine().apart() || !spaced)
                && !piece.firstLine().line().markup().isHeading();
    }

    /** Under a headline that follows its body, and above the name of the column. */
    private static boolean isAboveColumn(List<Piece> pieces, int i, Bylines names) {
        String name = pieces.get(i).tight();
        return pieces.get(i - 1).role() == Role.HEADING
                && pieces.get(i - 1).cues().label() == null
                && pieces.get(i + 1).cues().label() != null
                && isFullName(name, names);
    }

    /** Between headline and body: two characters, three that begin with a surname, up to four in a column with a name. */
    private static boolean isBelowHeadline(List<Piece> pieces, int i, Bylines names) {
        Piece below = pieces.get(i + 1);
        String name = pieces.get(i).tight();
        boolean column = i >= 2 && pieces.get(i - 2).cues().label() != null;
        return pieces.get(i - 1).role() == Role.HEADING
                && pieces.get(i - 1).cues().label() == null
                && below.isBody()
                && !below.cues().begins()
                && (below.firstLine().apart()
                        ? name.length() == 2 || column || isFullName(name, names)
                        : name.length() > 2 && isFullName(name, names));
    }

    /** Under the last paragraph of a comment, and another story below it: a surname and one or two characters. */
    private static boolean isBelowBody(List<Piece> pieces, int i, Bylines names) {
        Piece above = pieces.get(i - 1);
        Piece below = pieces.get(i + 1);
        String name = pieces.get(i).tight();
        return above.isBody()
                && above.lastLine().ended()
                && (!below.isBody() || below.cues().begins())
                && below.firstLine().apart() == pieces.get(i).firstLine().apart()
                && (isFullName(name, names) || isSpaced(pieces.get(i)));
    }

    /** A surname and one or two characters: 林一帆, 欧阳一帆. */
    private static boolean isFullName(String name, Bylines names) {
        return names.hasSurname(name) && !Bylines.isPlace(name) && (name.length() <= 3 || names.hasLongSurname(name));
    }

    /** 秦 川: two characters spaced out to the width of three, as names are so that they stand below each other. */
    private static boolean isSpaced(Piece piece) {
        return piece.tight().length() == 2 && piece.firstLine().folded().length() > 2;
    }

    /** Two to four characters that are no word and nothing else that is known. */
    private static boolean isPlain(Piece piece, Bylines names) {
        String tight = piece.tight();
        return piece.cues().label() == null
                && !piece.cues().note()
                && piece.cues().furniture() == null
                && tight.length() >= 2
                && tight.length() <= LONGEST
                && tight.chars().allMatch(c -> Glyphs.isHan((char) c))
                && (!WordJoins.isWord(tight) || isSpaced(piece) && names.hasSurname(tight));
    }
}
