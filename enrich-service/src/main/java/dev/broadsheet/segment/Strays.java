package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Paragraphs that stand in another story than their own. Where columns were read across each other and a column ends with a
 * sentence, no broken sentence tells where the story goes on: its next paragraphs seem to belong to the story above them. What
 * they speak of tells, the people, places and things of a story further up (王爱国 there, 王爱国 here, in no other text of the
 * page). A model of vision reads a page in order; where it prints headings as such, no paragraph is looked at.
 */
final class Strays {

    /** Stories before and after that may be its own. */
    private static final int NEAR = 8;

    /** Paragraphs that may move together. */
    private static final int MOST = 6;

    /** Pieces further up than this are as far as any. */
    private static final int FAR = 40;

    private static final int ROUNDS = 3;

    /** Shared words that a reason names. */
    private static final int MOST_SHARED = 4;

    /** Paragraphs above a stray that a reason compares it with. */
    private static final int MOST_COMPARED = 20;

    private final List<Piece> pieces;
    private final int[] joins;
    private final Weights weights;
    private final Bylines bylines;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final Kinship kinship = new Kinship();
    private final List<Text> texts = new ArrayList<>();
    private final double threshold;
    private final Set<Unit> moved = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Paragraphs that sentences join, so that they stay together.
     *
     * @param free whether they may belong elsewhere: no headline, byline or opening says that they stand where they should
     */
    private record Unit(List<Integer> pieces, Kinship.Words words, boolean free) {

        int first() {
            return pieces.get(0);
        }

        int last() {
            return pieces.get(pieces.size() - 1);
        }
    }

    /**
     * A story as it was planned; changes while its strays come and go.
     *
     * @param words with those of its headline
     * @param closed whether it says that it ends, so that nothing is missing
     */
    private record Text(List<Unit> units, Kinship.Words words, boolean closed) {}

    /** Units [from, to) of a text go into another text, behind its unit {@code after}. */
    private record Move(int text, int from, int to, int into, int after, double gain) {}

    /**
     * A page read with every paragraph in its story.
     *
     * @param order indexes of the pieces
     * @param reasons why a paragraph that stands elsewhere is read here, by the first line of its piece
     */
    record Home(List<Integer> order, Map<Integer, String> reasons) {}

    private Strays(List<Piece> pieces, int[] joins, Weights weights, Bylines bylines) {
        this.pieces = pieces;
        this.joins = joins;
        this.weights = weights;
        this.threshold = weights.of("stray.threshold") - (isReadAcross() ? 0 : weights.of("stray.ordered"));
        this.bylines = bylines;
        for (int i = 0; i < pieces.size(); i++) {
            indexes.put(pieces.get(i).first(), i);
        }
    }

    /**
     * The reading order with every stray behind that paragraph of its story which stands above it.
     *
     * @param joins where broken sentences go on
     * @param order in which the page was planned
     */
    static Home home(
            List<Piece> pieces, int[] joins, List<Integer> order, PagePlan planned, Weights weights, Bylines bylines) {
        boolean inOrder = pieces.stream()
                .anyMatch(piece -> piece.firstLine().line().markup().isHeading());
        if (inOrder || planned.plan() == null) {
            return new Home(order, Map.of());
        }
        Strays strays = new Strays(pieces, joins, weights, bylines);
        planned.plan().drafts().forEach(draft -> strays.texts.add(strays.text(draft, planned.layout())));
        for (int round = 0; round < ROUNDS && strays.move(); round++) {
            // what has come home tells where others belong
        }
        return strays.reordered(order);
    }

    /** Whether a sentence of the page goes on past another paragraph. */
    private boolean isReadAcross() {
        return IntStream.range(0, joins.length).anyMatch(i -> IntStream.range(i + 1, joins[i])
                .anyMatch(between -> pieces.get(between).isBody()));
    }

    private Text text(Plan.Draft draft, Layout layout) {
        List<Unit> units = new ArrayList<>();
        Kinship.Words words = new Kinship.Words();
        draft.headings().forEach(heading -> words.add(Kinship.Words.of(heading.tight())));
        boolean closed = !draft.signOffs().isEmpty();
        boolean homeless = !draft.hasHeadline() && draft.bylines().isEmpty();
        for (int r : draft.runs()) {
            Run run = layout.runs().get(r);
            closed |= run.ends() || run.isSignedAtEnd(bylines);
            boolean free = homeless && units.isEmpty();
            List<Integer> unit = new ArrayList<>();
            for (Piece piece : run.pieces()) {
                int i = indexes.get(piece.first());
                if (!unit.isEmpty() && joins[unit.get(unit.size() - 1)] != i) {
                    units.add(unit(unit, free));
                    unit = new ArrayList<>();
                    free = true;
                }
                unit.add(i);
            }
            units.add(unit(unit, free));
        }
        for (Unit unit : units) {
            words.add(unit.words());
            kinship.add(unit.words());
        }
        return new Text(units, words, closed);
    }

    private Unit unit(List<Integer> at, boolean free) {
        boolean lines = at.stream().map(pieces::get).allMatch(piece -> piece.isProse() && piece.column() == 0);
        boolean begins = pieces.get(at.get(0)).cues().begins();
        return new Unit(at, Kinship.Words.of(tight(at)), free && lines && !begins);
    }

    /** Moves what gains most, each text once, since a move changes what the others gain; whether any did. */
    private boolean move() {
        List<Move> moves = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            for (int from = 0; from < texts.get(t).units().size(); from++) {
                Move best = best(t, from);
                if (best != null) {
                    moves.add(best);
                }
            }
        }
        moves.sort(Comparator.comparingDouble(Move::gain).reversed());
        Set<Integer> changed = new HashSet<>();
        for (Move move : moves) {
            if (!changed.contains(move.text()) && !changed.contains(move.into())) {
                changed.add(move.text());
                changed.add(move.into());
                apply(move);
            }
        }
        return !changed.isEmpty();
    }

    /** Where the units of a text from this one on would be told best; null if where they are. */
    private Move best(int t, int from) {
        List<Unit> units = texts.get(t).units();
        Kinship.Words strip = new Kinship.Words();
        Move best = null;
        double most = threshold;
        for (int to = from + 1;
                to <= Math.min(units.size(), from + MOST) && units.get(to - 1).free();
                to++) {
            strip.add(units.get(to - 1).words());
            boolean whole = to - from == units.size();
            double own = whole
                    ? weights.of("stray.alone")
                    : kinship.of(strip, texts.get(t).words(), strip);
            for (int into = Math.max(0, t - NEAR); into <= Math.min(texts.size() - 1, t + NEAR); into++) {
                boolean open = into != t
                        && !texts.get(into).closed()
                        && !strip.isCopied(texts.get(into).words());
                int after = open ? after(into, units.get(from)) : -1;
                if (after >= 0) {
                    int far = units.get(from).first()
                            - texts.get(into).units().get(after).last();
                    double gain = kinship.of(strip, texts.get(into).words())
                            - own
                            + weights.of("stray.distance") * Math.min(FAR, far);
                    if (gain > most) {
                        most = gain;
                        best = new Move(t, from, to, into, after, gain);
                    }
                }
            }
        }
        return best;
    }

    /** The last unit of a text that ends above another unit; -1 where there is none. */
    private int after(int text, Unit unit) {
        List<Unit> units = texts.get(text).units();
        for (int u = units.size() - 1; u >= 0; u--) {
            if (units.get(u).last() < unit.first()) {
                return u;
            }
        }
        return -1;
    }

    private void apply(Move move) {
        Text from = texts.get(move.text());
        Text into = texts.get(move.into());
        List<Unit> strip = List.copyOf(from.units().subList(move.from(), move.to()));
        from.units().subList(move.from(), move.to()).clear();
        into.units().addAll(move.after() + 1, strip);
        for (Unit unit : strip) {
            from.words().remove(unit.words());
            into.words().add(unit.words());
        }
        moved.addAll(strip);
    }

    private Home reordered(List<Integer> order) {
        Map<Integer, List<Integer>> behind = new HashMap<>();
        Set<Integer> away = new HashSet<>();
        Map<Integer, String> reasons = new HashMap<>();
        for (Text text : texts) {
            int anchor = -1;
            for (Unit unit : text.units()) {
                if (!moved.contains(unit)) {
                    anchor = unit.last();
                } else if (anchor >= 0) {
                    behind.computeIfAbsent(anchor, i -> new ArrayList<>()).addAll(unit.pieces());
                    away.addAll(unit.pieces());
                    reasons.put(pieces.get(unit.first()).first(), reason(unit, text));
                }
            }
        }
        List<Integer> home = new ArrayList<>();
        for (int i : order) {
            if (!away.contains(i)) {
                home.add(i);
                home.addAll(behind.getOrDefault(i, List.of()));
            }
        }
        return new Home(home, reasons);
    }

    private String reason(Unit stray, Text text) {
        int at = text.units().indexOf(stray);
        String above = text.units().subList(Math.max(0, at - MOST_COMPARED), at).stream()
                .map(unit -> tight(unit.pieces()))
                .collect(Collectors.joining("\n"));
        List<String> shared = SharedWords.of(tight(stray.pieces()), above, MOST_SHARED, String::length);
        return "line " + pieces.get(stray.first()).firstLine().number()
                + " stands among the lines of another story and is read here"
                + (shared.isEmpty() ? "" : "; both say " + String.join(" ", shared));
    }

    private String tight(List<Integer> at) {
        return at.stream().map(i -> pieces.get(i).tight()).collect(Collectors.joining());
    }
}
