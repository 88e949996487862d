package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Public-service advertisements: papers fill a gap between stories with a slogan in large type and under it who had it printed,
 * 节约用水 从我做起 over 云汀市文明办 宣. The signature tells; the slogan over it looks like the headline of the story below.
 */
final class PublicSlogans {

    /** Lines of one slogan, with further names of those who sign, at the most. */
    private static final int MOST_LINES = 4;

    private static final double WIDEST = 24;

    private PublicSlogans() {}

    /**
     * The pieces with such slogans as furniture.
     *
     * @param spaced whether the page parts its blocks by blank lines; where it does not, only phrases are a slogan for certain
     */
    static List<Piece> settle(List<Piece> pieces, CueFinder finder, boolean spaced) {
        List<Piece> settled = new ArrayList<>(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            Piece signature = pieces.get(i);
            boolean apart = signature.role() == Role.FURNITURE || isOfSlogan(signature, spaced);
            if (apart && finder.isProclamation(signature.lastLine())) {
                for (int j = first(pieces, i, spaced); j <= i; j++) {
                    settled.set(j, pieces.get(j).in(Role.FURNITURE));
                }
            }
        }
        return settled;
    }

    /** Where the slogan over the signature begins: with the first line of its block, or of the block above where it is alone. */
    private static int first(List<Piece> pieces, int signature, boolean spaced) {
        int lines = pieces.get(signature).lines().size();
        int first = signature;
        while (first > 0 && isOfSlogan(pieces.get(first - 1), spaced)) {
            if (lines > 1 && pieces.get(first).firstLine().apart()) {
                return first;
            }
            first--;
            lines += pieces.get(first).lines().size();
        }
        return lines > MOST_LINES ? signature : first;
    }

    private static boolean isOfSlogan(Piece piece, boolean spaced) {
        boolean heading = piece.role() == Role.HEADING;
        return (heading || spaced && piece.isBody() && !piece.cues().begins())
                && (spaced || HeadingFeatures.hasPhrases(piece.folded()))
                && piece.lines().stream()
                        .allMatch(line -> line.width() <= WIDEST && !line.ended() && !line.endsInPause());
    }
}
