package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page as runs of body text and the headings between them, in reading order.
 *
 * @param runs the runs; run i stands between gap i and gap i + 1
 * @param gaps one more than there are runs
 * @param captions captions, wherever they stand
 * @param furniture pieces that are furniture for certain
 */
record Layout(List<Run> runs, List<Gap> gaps, List<Piece> captions, List<Piece> furniture) {

    /**
     * Lays a page out.
     *
     * @param pieces the page's pieces
     * @param order their reading order
     * @param joins where broken sentences go on
     * @param sheets the printed pages; no story runs on from one to the next by itself
     */
    static Layout of(List<Piece> pieces, List<Integer> order, int[] joins, List<Sheet> sheets) {
        Builder builder = new Builder(sheets.stream().map(Sheet::firstLine).collect(Collectors.toSet()));
        int previous = -1;
        for (int k = 0; k < order.size(); k++) {
            int i = order.get(k);
            Piece next = k + 1 < order.size() ? pieces.get(order.get(k + 1)) : null;
            builder.take(pieces.get(i), next, previous >= 0 && joins[previous] == i);
            previous = i;
        }
        return builder.build();
    }

    /** The bylines that stand under heading {@code to - 1} of gap k and above the next, if there is one. */
    List<Piece> bylinesUnder(int k, int to) {
        List<Piece> headings = gaps.get(k).headings();
        if (k >= runs.size() || to == 0) {
            return List.of();
        }
        int above = headings.get(to - 1).first();
        int below = to < headings.size() ? headings.get(to).first() : Integer.MAX_VALUE;
        return runs.get(k).bylinesBefore().stream()
                .filter(byline -> byline.first() > above && byline.first() < below)
                .toList();
    }

    private static final class Builder {
        private final List<Run> runs = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>(List.of(Gap.empty()));
        private final List<Piece> captions = new ArrayList<>();
        private final List<Piece> furniture = new ArrayList<>();
        private final List<Piece> waitingBylines = new ArrayList<>();
        private final Set<Integer> starts;
        private Run open;
        private boolean parted;
        private boolean ruled;
        private boolean sectioned;

        /** @param starts numbers of the lines with which printed pages begin */
        Builder(Set<Integer> starts) {
            this.starts = starts;
        }

        void take(Piece piece, Piece next, boolean joined) {
            switch (piece.role()) {
                case PARAGRAPH, CONTINUATION, ROW, VERSE, POEM_TITLE -> body(piece, next, joined);
                case HEADING -> heading(piece);
                case BYLINE -> byline(piece, next);
                case CAPTION -> {
                    captions.add(piece);
                    parted = true;
                }
                case FURNITURE -> {
                    furniture.add(piece);
                    parted = true;
                    boolean rule = "rule".equals(piece.cues().furniture());
                    ruled |= rule;
                    sectioned |= "section".equals(piece.cues().furniture());
                    open = rule || starts.contains(piece.firstLine().number()) ? null : open;
                }
            }
        }

        private void body(Piece piece, Piece next, boolean joined) {
            boolean opens = open == null
                    || !joined
                            && (piece.cues().begins()
                                    || open.ends()
                                    || endsByColumn(piece)
                                    || isPictureText(piece, next)
                                    || piece.isReportedPicture());
            if (opens || !waitingBylines.isEmpty()) {
                open = new Run();
                if (joined) {
                    open.joinToPrevious();
                }
                if (ruled) {
                    open.standAfterRule();
                    ruled = false;
                }
                if (sectioned) {
                    open.standUnderSection();
                    sectioned = false;
                }
                waitingBylines.forEach(open::addBylineBefore);
                waitingBylines.clear();
                runs.add(open);
                gaps.add(Gap.empty());
            }
            open.add(piece);
            parted = false;
        }

        /** The words to a picture, with nothing but the photographer's name under them: a story of its own. */
        private static boolean isPictureText(Piece piece, Piece next) {
            return next != null
                    && next.role() == Role.BYLINE
                    && next.cues().byline().isOfPicturesOnly()
                    && piece.lines().size() > 1;
        }

        /** A paragraph set in another column width than the run before it belongs to another story. */
        private boolean endsByColumn(Piece piece) {
            double before = open.last().column();
            return before > 0
                    && piece.column() > 0
                    && Math.abs(before - piece.column()) > 3
                    && open.last().lines().size() > 2
                    && piece.lines().size() > 2;
        }

        private void heading(Piece piece) {
            Gap gap = gaps.get(gaps.size() - 1);
            gap.headings().add(piece);
            gap.parted().add(parted);
            parted = false;
            open = null;
        }

        /** A byline in brackets closes the story before it; any other opens the one after it, if there is one. */
        private void byline(Piece piece, Piece next) {
            Credits names = piece.cues().byline();
            boolean pictures = names.reporters().isEmpty()
                    || open != null
                            && open.pieces().size() == 1
                            && !names.photographers().isEmpty();
            boolean after = open != null
                    && (pictures || piece.cues().signOff() || next == null || !next.isBody() || isSignedItself(next));
            if (after) {
                open.addSignOff(piece);
            } else if (next == null && !runs.isEmpty() && waitingBylines.isEmpty()) {
                runs.get(runs.size() - 1).addSignOff(piece);
            } else {
                waitingBylines.add(piece);
            }
            parted = true;
        }

        /** A story that begins with 本报讯（记者 …） has no byline above it. */
        private boolean isSignedItself(Piece next) {
            return next.cues().opening() != null && open.last().lastLine().ended();
        }

        Layout build() {
            for (Piece byline : waitingBylines) {
                if (runs.isEmpty()) {
                    furniture.add(byline);
                } else {
                    runs.get(runs.size() - 1).addSignOff(byline);
                }
            }
            return new Layout(List.copyOf(runs), List.copyOf(gaps), List.copyOf(captions), List.copyOf(furniture));
        }
    }
}
