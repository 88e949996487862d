package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs where a sentence goes on that breaks off at the end of a paragraph, on a page with a paragraph a line: a scored model
 * over what stands on both sides of the cut. Its weights ({@code broken.*}) were fitted on pages laid out in columns and read
 * across them; see RATIONALE.md.
 */
final class BrokenSentence {

    /** Paragraphs further down that are looked at. */
    static final int WINDOW = 40;

    /** On a page read in order, at least this share of broken sentences goes on in the next paragraph, as far as words tell. */
    private static final double IN_PLACE = 0.35;

    /** On a page read across, at least this share of them stands at the foot of a story's first column. */
    private static final double PARTED = 0.2;

    /** So many broken sentences tell how a page was read. */
    private static final int ENOUGH = 100;

    private static final double NEARLY = 0.5;
    private static final int REACH = 16;
    private static final int SHORT = 20;
    private static final String OPENERS = "“‘「『(《";
    private static final String CLOSERS = "”’」』)》";
    private static final double LEAST_WORDS = -4;
    private static final double MOST_WORDS = 8;
    private static final String NUMERALS = "一二三四五六七八九十百千万亿两零〇";

    /** What speaks for a half, in the order of {@link #features}; {@code broken.NAME} is its weight. */
    static final List<String> FEATURES = List.of(
            "bias",
            "words",
            "distance",
            "adjacent",
            "after.broken",
            "shared",
            "shared.above",
            "shared.rival",
            "marks.paired",
            "marks.open",
            "marks.closed",
            "number",
            "timed",
            "speaks",
            "quotes");

    private final List<Piece> pieces;
    private final boolean[] open;
    private final Kinship kinship = new Kinship();
    private final List<Kinship.Words> paragraphs;
    private final List<Kinship.Words> strips;
    private final double[][] shares;
    private final List<Side> sides;
    private final double[] weights;

    BrokenSentence(List<Piece> pieces, Weights weights) {
        this.pieces = pieces;
        this.weights = FEATURES.stream()
                .mapToDouble(name -> weights.of("broken." + name))
                .toArray();
        this.open = open(pieces);
        this.paragraphs = pieces.stream()
                .map(piece -> Kinship.Words.of(piece.isBody() ? piece.tight() : ""))
                .toList();
        this.strips = strips().stream().map(Kinship.Words::of).toList();
        paragraphs.forEach(kinship::add);
        this.shares = new double[pieces.size()][];
        this.sides = pieces.stream().map(Side::of).toList();
    }

    /** Which pieces are paragraphs whose last sentence may go on elsewhere; verses and rows break off and do not. */
    private static boolean[] open(List<Piece> pieces) {
        boolean[] open = new boolean[pieces.size()];
        for (int i = 0; i < open.length; i++) {
            Piece piece = pieces.get(i);
            boolean verse = isShort(piece)
                    && (i > 0 && isShort(pieces.get(i - 1)) || i + 1 < open.length && isShort(pieces.get(i + 1)));
            open[i] = piece.isProse()
                    && !verse
                    && (piece.breaksOff() || piece.lastLine().endsInPause());
        }
        return open;
    }

    private static boolean isShort(Piece piece) {
        return piece.isBody() && piece.tight().length() < SHORT;
    }

    /** Whether the last sentence of piece i may go on elsewhere. */
    boolean isOpen(int i) {
        return open[i];
    }

    /**
     * Log-odds, in nats, that the sentence of piece {@code from} goes on in piece {@code to}, against its going on nowhere.
     *
     * @param bodiesBetween how many paragraphs stand between the two
     */
    double score(int from, int to, int bodiesBetween) {
        return pieces.get(to).cues().begins() ? Double.NEGATIVE_INFINITY : dot(features(from, to, bodiesBetween));
    }

    private double dot(double[] features) {
        double score = 0;
        for (int i = 0; i < features.length; i++) {
            score += weights[i] * features[i];
        }
        return score;
    }

    /**
     * Whether the page's columns were read across each other: by their wording, hardly any of the sentences that break off
     * goes on in the very next paragraph, and some stand right above another story's beginning, as at the foot of a column.
     */
    boolean isInterleaved() {
        int broken = 0;
        int next = 0;
        int parted = 0;
        for (int from = 0; from < open.length && broken < ENOUGH; from++) {
            if (open[from] && pieces.get(from).column() == 0) {
                broken++;
                next += goesOnNext(from) ? 1 : 0;
                parted += isParted(from) ? 1 : 0;
            }
        }
        return broken > 1 && next < IN_PLACE * broken && parted >= PARTED * broken;
    }

    /** Whether a heading or the beginning of a story stands below a piece. */
    private boolean isParted(int from) {
        int to = from + 1;
        while (to < open.length && !pieces.get(to).isBody() && pieces.get(to).role() != Role.HEADING) {
            to++;
        }
        return to < open.length
                && (pieces.get(to).role() == Role.HEADING
                        || pieces.get(to).cues().begins());
    }

    private boolean goesOnNext(int from) {
        double first = Double.NEGATIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        int bodies = 0;
        for (int to = from + 1; to < pieces.size() && bodies < WINDOW; to++) {
            if (pieces.get(to).isBody()) {
                double wording = pieces.get(to).isProse() ? wording(from, to) : Double.NEGATIVE_INFINITY;
                first = bodies == 0 ? wording : first;
                best = Math.max(best, wording);
                bodies++;
            }
        }
        return first > Double.NEGATIVE_INFINITY && first >= best - NEARLY;
    }

    /** The score but for what tells how far the two stand from each other. */
    private double wording(int from, int to) {
        double[] features = features(from, to, 0);
        features[FEATURES.indexOf("adjacent")] = 0;
        return pieces.get(to).cues().begins() ? Double.NEGATIVE_INFINITY : dot(features);
    }

    double[] features(int from, int to, int bodiesBetween) {
        Side broken = sides.get(from);
        Side half = sides.get(to);
        Cues cues = pieces.get(to).cues();
        double[] shares = shares(to);
        int above = shares.length - (to - from);
        return new double[] {
            1,
            Math.max(LEAST_WORDS, Math.min(MOST_WORDS, SentenceModel.goesOn(broken.end(), half.start()))),
            Math.log1p(bodiesBetween),
            is(to == from + 1),
            is(open[to - 1]),
            shares[above],
            besides(shares, to),
            rival(shares, above, to),
            is(broken.opens() && half.closes()),
            is(broken.opens() && !half.closes()),
            is(half.closes() && !broken.opens()),
            is(isNumeral(broken.end().charAt(broken.end().length() - 1))
                    && isNumeral(half.start().charAt(0))),
            is(cues.timed()),
            is(cues.speaks()),
            is(OPENERS.indexOf(half.start().charAt(0)) >= 0)
        };
    }

    private static double is(boolean holds) {
        return holds ? 1 : 0;
    }

    /**
     * How much better the words of piece {@code to} go with the strip that piece {@code from} ends than with what stands
     * right above it, or with any other strip that breaks off there; on a logarithmic scale.
     */
    double kinship(int from, int to) {
        double[] shares = shares(to);
        int above = shares.length - (to - from);
        return shares[above] - Math.max(besides(shares, to), rival(shares, above, to));
    }

    /** What the half shares with the text right above it. */
    private double besides(double[] shares, int to) {
        return pieces.get(to - 1).isBody() ? shares[shares.length - 1] : 0;
    }

    /** The most that the half shares with any other strip that breaks off above it. */
    private double rival(double[] shares, int above, int to) {
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            most = i == above || !open[to - shares.length + i] ? most : Math.max(most, shares[i]);
        }
        return most;
    }

    /** How well a piece's words go with those of each strip that ends above it, the nearest last, on a logarithmic scale. */
    private double[] shares(int to) {
        if (shares[to] == null) {
            int first = to;
            for (int bodies = 0;
                    first > 0 && bodies <= WINDOW;
                    bodies += pieces.get(first).isBody() ? 1 : 0) {
                first--;
            }
            shares[to] = strips.subList(first, to).stream()
                    .mapToDouble(strip -> Math.log1p(kinship.of(paragraphs.get(to), strip)))
                    .toArray();
        }
        return shares[to];
    }

    /** What counts of a piece at a cut: its first and last characters, and whether marks are left open. */
    private record Side(String start, String end, boolean opens, boolean closes) {

        static Side of(Piece piece) {
            String text = piece.tight();
            return new Side(
                    text.substring(0, Math.min(REACH, text.length())),
                    text.substring(Math.max(0, text.length() - REACH)),
                    unclosed(text),
                    unopened(text));
        }
    }

    /** For each piece that breaks off the text of its strip, back to where the strip begins; for any other its own. */
    private List<String> strips() {
        List<String> strips = new ArrayList<>();
        StringBuilder strip = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.role() == Role.HEADING
                    || piece.cues().begins() && i > 0 && pieces.get(i - 1).isBody()) {
                strip.setLength(0);
            }
            if (piece.isBody() || piece.role() == Role.HEADING) {
                strip.append(piece.tight()).append('\n');
            }
            if (open[i]) {
                strips.add(strip.toString());
                strip.setLength(0);
            } else {
                strips.add(piece.isBody() ? piece.tight() : "");
            }
        }
        return strips;
    }

    /** Whether a quotation is cut: it opens in the first and does not close, and the other closes it in its first words. */
    static boolean closesQuotation(Piece broken, Piece half) {
        String start = half.firstLine().tight();
        return unopened(start.substring(0, Math.min(REACH, start.length()))) && unclosed(broken.tight());
    }

    /** Whether a mark opens that is not closed. */
    private static boolean unclosed(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open = Math.max(0, open + opens(text.charAt(i)));
        }
        return open > 0;
    }

    /** Whether a mark closes that was not opened. */
    private static boolean unopened(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            open += opens(text.charAt(i));
        }
        return open < 0;
    }

    private static int opens(char mark) {
        return OPENERS.indexOf(mark) >= 0 ? 1 : CLOSERS.indexOf(mark) >= 0 ? -1 : 0;
    }

    private static boolean isNumeral(char c) {
        return Character.isDigit(c) || NUMERALS.indexOf(c) >= 0;
    }
}
