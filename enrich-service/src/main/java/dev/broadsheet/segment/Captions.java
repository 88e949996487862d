package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells captions that stand like paragraphs, and picture stories that look like captions, before the page is laid out;
 * afterwards gives each caption to the story it illustrates.
 */
final class Captions {

    private static final int LONGEST = 80;
    private static final int ONE_LINE = 40;
    private static final int TOLD = 28;
    private static final int FEW_WORDS = 24;

    /** Join of words, in nats, below which one text hardly goes on in the other. */
    private static final double UNLIKE = -1;

    private static final int NEIGHBOURS = 8;
    private static final double REPEATED = 0.72;
    private static final double TITLED = 0.45;
    private static final int LEAD = 60;

    private Captions() {}

    /** The pieces with those roles corrected that only the neighbourhood tells. */
    static List<Piece> settle(List<Piece> pieces, CueFinder finder) {
        List<Piece> settled = new ArrayList<>(pieces);
        int first = first(pieces);
        for (int i = 0; i < settled.size(); i++) {
            Piece piece = settled.get(i);
            if (piece.role() == Role.CAPTION && isTitled(settled, i, first)) {
                settled.set(i, piece.in(Role.PARAGRAPH));
            } else if (piece.isBody()
                    && (isEcho(settled, i)
                            || isUnderPicture(settled, i)
                            || isScene(settled, i, first)
                            || isPortrait(settled, i, finder)
                            || isCredited(settled, i))) {
                settled.set(i, piece.in(Role.CAPTION));
            } else if (piece.isBody() && isOverPhotographer(settled, i)) {
                settled.set(i, piece.in(Role.CAPTION));
                settled.set(i + 1, settled.get(i + 1).in(Role.CAPTION));
            }
        }
        return settled;
    }

    /** One sentence on one line, no headline over it, and who took the picture on the next: 市民在湖边散步。 / 林一 摄. */
    private static boolean isOverPhotographer(List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        if (i + 1 == pieces.size() || pieces.get(i + 1).role() != Role.BYLINE) {
            return false;
        }
        Piece above = i > 0 ? pieces.get(i - 1) : null;
        boolean story = i + 2 < pieces.size() && pieces.get(i + 2).cues().begins();
        boolean own = above != null && (above.role() == Role.HEADING && !story || above.isBody() && above.breaksOff());
        return piece.lines().size() == 1
                && piece.tight().length() <= ONE_LINE
                && LineClassifier.stops(piece.tight()) <= 1
                && !piece.cues().begins()
                && !own
                && pieces.get(i + 1).cues().byline().isOfPicturesOnly();
    }

    /**
     * One sentence of who does what where, set apart between the end of a story and the heading of the next; or any, over
     * the first headline of a page, whose picture is read before it.
     */
    private static boolean isScene(List<Piece> pieces, int i, int first) {
        Piece piece = pieces.get(i);
        boolean apart = i > 0
                && piece.cues().scenes() > 0
                && (pieces.get(i - 1).role() == Role.HEADING
                        || pieces.get(i - 1).ending().ends());
        boolean opens = i == first && piece.lastLine().ended() && !piece.cues().begins();
        return (apart || opens)
                && i + 1 < pieces.size()
                && pieces.get(i + 1).role() == Role.HEADING
                && piece.lines().size() == 1
                && piece.tight().length() <= ONE_LINE
                && LineClassifier.stops(piece.tight()) <= 1;
    }

    /** The first piece that is not the page's own header or section. */
    private static int first(List<Piece> pieces) {
        int first = 0;
        while (first < pieces.size()
                && (pieces.get(first).role() == Role.FURNITURE
                        || pieces.get(first).cues().furniture() != null)) {
            first++;
        }
        return first;
    }

    /**
     * One sentence of who is seen at what (船工在渡口修船。, 老船工和他的渡船。) on a line of its own, at the end of a text or
     * where one breaks off at the foot of its column.
     */
    private static boolean isPortrait(List<Piece> pieces, int i, CueFinder finder) {
        Piece piece = pieces.get(i);
        if (i == 0 || i + 1 == pieces.size() || !isSentence(piece) || !finder.isPortrait(piece.firstLine())) {
            return false;
        }
        Piece above = pieces.get(i - 1);
        Piece below = pieces.get(i + 1);
        return piece.firstLine().apart()
                && below.firstLine().apart()
                && (above.breaksOff() || !below.isBody() || below.cues().begins());
    }

    /** One sentence and who took the picture, where a text breaks off that its words do not go on with. */
    private static boolean isCredited(List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        return i > 0
                && pieces.get(i - 1).breaksOff()
                && WordJoins.score(pieces.get(i - 1).lastLine().tight(), piece.tight()) < UNLIKE
                && piece.firstLine().apart()
                && piece.tight().length() <= ONE_LINE
                && LineClassifier.stops(piece.tight()) <= 1
                && piece.ending().credit() != null
                && piece.ending().credit().isOfPicturesOnly();
    }

    /** One sentence on one line, and nothing else. */
    private static boolean isSentence(Piece piece) {
        return piece.lines().size() == 1
                && piece.tight().length() <= ONE_LINE
                && piece.lastLine().ended()
                && LineClassifier.stops(piece.tight()) <= 1
                && !piece.cues().begins();
    }

    /** One sentence below the place of a picture: a few words, or all that stands between it and the next heading. */
    private static boolean isUnderPicture(List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        if (i == 0
                || i + 1 == pieces.size()
                || !"picture".equals(pieces.get(i - 1).cues().furniture())) {
            return false;
        }
        boolean goesOn =
                i > 1 && pieces.get(i - 2).isBody() && pieces.get(i - 2).breaksOff();
        boolean few = piece.tight().length() <= FEW_WORDS && piece.lastLine().ended() && !goesOn;
        return (few || pieces.get(i + 1).role() == Role.HEADING)
                && piece.tight().length() <= LONGEST
                && LineClassifier.stops(piece.tight()) <= 1
                && !piece.cues().begins();
    }

    /** A picture story: headline, the words to the picture, and no other text under that headline. */
    private static boolean isTitled(List<Piece> pieces, int i, int first) {
        boolean under = i > 0 && pieces.get(i - 1).role() == Role.HEADING;
        boolean over = i == first
                && i + 1 < pieces.size()
                && pieces.get(i + 1).role() == Role.HEADING
                && endsInHeading(pieces);
        boolean alone = i + 1 == pieces.size() || !pieces.get(i + 1).isBody();
        String text = pieces.get(i).tight();
        boolean told = text.length() >= TOLD && LineClassifier.stops(text) > 1;
        return over && told
                || under && alone && (told || share(pieces.get(i - 1).tight(), text) >= TITLED);
    }

    /** Whether the last that is printed, but for what the paper prints of itself, is a heading: they follow their texts. */
    private static boolean endsInHeading(List<Piece> pieces) {
        int last = pieces.size() - 1;
        while (last > 0 && pieces.get(last).role() == Role.FURNITURE) {
            last--;
        }
        return pieces.get(last).role() == Role.HEADING;
    }

    /** A sentence that stands alone and that a body nearby repeats word for word: the caption of its picture. */
    private static boolean isEcho(List<Piece> pieces, int i) {
        String text = pieces.get(i).tight();
        if (text.length() > LONGEST
                || text.length() < 8
                || !pieces.get(i).lastLine().ended()
                || LineClassifier.stops(text) > 1
                || pieces.get(i).cues().begins()) {
            return false;
        }
        boolean afterBody = i > 0 && pieces.get(i - 1).isBody();
        boolean beforeHeading = i + 1 < pieces.size() && pieces.get(i + 1).role() == Role.HEADING;
        boolean beforeBody = i + 1 < pieces.size() && pieces.get(i + 1).isBody();
        if (beforeBody || afterBody && (!beforeHeading || pieces.get(i - 1).breaksOff())) {
            return false;
        }
        return isRepeated(text, pieces.subList(i + 1, pieces.size()).stream())
                || !afterBody
                        && isRepeated(
                                text,
                                IntStream.iterate(i - 1, j -> j >= 0, j -> j - 1)
                                        .mapToObj(pieces::get));
    }

    /** Whether one of the next few bodies begins with what the text says; further down it is rather a passage copied in. */
    private static boolean isRepeated(String text, Stream<Piece> pieces) {
        int most = text.length() + LEAD;
        return pieces.filter(Piece::isBody)
                .limit(NEIGHBOURS)
                .map(Piece::tight)
                .filter(body -> body.length() > text.length())
                .anyMatch(body -> share(text, body.substring(0, Math.min(body.length(), most))) >= REPEATED);
    }

    /** Share of the character pairs of one text that another holds. */
    private static double share(String of, String in) {
        int all = 0;
        int held = 0;
        String words = Glyphs.letters(of);
        String others = Glyphs.letters(in);
        for (int i = 0; i + 2 <= words.length() && i < 200; i++) {
            all++;
            held += others.contains(words.substring(i, i + 2)) ? 1 : 0;
        }
        return all == 0 ? 0 : (double) held / all;
    }
}
