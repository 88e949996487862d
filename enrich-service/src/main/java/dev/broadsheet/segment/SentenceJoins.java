package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds where broken sentences go on. In a page whose columns were read across each other, a paragraph breaks off in
 * the middle of a sentence and its other half stands further down; at the foot of a column it simply goes on in the
 * next block. Every half that breaks off looks for its continuation among the paragraphs that follow, all at once:
 * the best matching by score, where a continuation serves one half only.
 */
final class SentenceJoins {

    private static final int WINDOW = 24;
    private static final int SWAPS = 4;
    private static final double SAME_COLUMN = 1.5;

    /** Log-odds under which a piece begins a sentence, and the most that they may say. */
    private static final double BEGINS = -0.5;

    private static final double MOST_ODDS = 3;

    /** So many bodies further down a stray must share twice as much. */
    private static final int NEAR = 8;

    /** As good as a broken word: the half closes the quotation that the broken sentence opens. */
    private static final double QUOTED = 10;

    private static final Pattern OPENS = Pattern.compile("“|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日");

    /** Candidates of one broken sentence that are kept. */
    private static final int MOST = 8;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::from)
            .thenComparingInt(Candidate::to);

    private final Weights weights;

    SentenceJoins(Weights weights) {
        this.weights = weights;
    }

    /**
     * For each piece the index of the piece in which its last sentence goes on, or -1.
     *
     * @param pieces the page's pieces in the order of the page
     */
    int[] joins(List<Piece> pieces) {
        int[] next = new int[pieces.size()];
        Arrays.fill(next, -1);
        int[] taken = new int[pieces.size()];
        Arrays.fill(taken, -1);
        List<Candidate> candidates = candidates(pieces);
        candidates.sort(BEST_FIRST);
        for (Candidate candidate : candidates) {
            if (next[candidate.from] < 0 && taken[candidate.to] < 0) {
                next[candidate.from] = candidate.to;
                taken[candidate.to] = candidate.from;
            }
        }
        improve(candidates, next, taken);
        findStrays(pieces, next, taken);
        return next;
    }

    /**
     * A sentence that breaks off at a comma cuts no word that would tell its other half. Where it has found none, it goes on
     * in the paragraph below that can be one by its first words and speaks most of the same things.
     */
    private static void findStrays(List<Piece> pieces, int[] next, int[] taken) {
        for (int from = 0; from < pieces.size(); from++) {
            Piece broken = pieces.get(from);
            boolean open = broken.lastLine().endsInPause() || broken.breaksOff() && atColumnEnd(broken);
            if (next[from] >= 0 || !broken.isProse() || !open) {
                continue;
            }
            int to = stray(pieces, taken, from);
            if (to >= 0) {
                next[from] = to;
                taken[to] = from;
            }
        }
    }

    private static int stray(List<Piece> pieces, int[] taken, int from) {
        Overlap story = new Overlap(List.of(pieces.get(from).tight()));
        int best = -1;
        double most = 0;
        int bodies = 0;
        boolean sameStory = true;
        for (int to = from + 1; to < pieces.size() && bodies < WINDOW; to++) {
            Piece half = pieces.get(to);
            sameStory &= half.role() != Role.HEADING;
            if (!half.isBody()) {
                continue;
            }
            bodies++;
            boolean homeless = sameStory || !pieces.get(to - 1).isBody();
            double shared = taken[to] < 0 && half.isProse() && homeless && mayGoOn(pieces, from, to)
                    ? story.coverage(half.tight(), 0) / (bodies + NEAR)
                    : 0;
            if (shared > most) {
                best = to;
                most = shared;
            }
        }
        return best;
    }

    private static boolean mayGoOn(List<Piece> pieces, int from, int to) {
        Piece before = pieces.get(to - 1);
        Piece broken = pieces.get(from);
        Piece half = pieces.get(to);
        boolean free = !half.cues().begins() && !isFirst(pieces, to) && !(before.isBody() && before.breaksOff());
        if (broken.lastLine().endsInPause()) {
            return free && before.role() != Role.HEADING && afterPause(half) > BEGINS;
        }
        return free
                && Math.abs(broken.column() - half.column()) <= SAME_COLUMN
                && afterPause(half) > -MOST_ODDS
                && words(broken, half) > 0;
    }

    /** Log-odds that a piece goes on after a comma; who speaks, what is quoted, and when, begins a sentence. */
    private static double afterPause(Piece half) {
        boolean opens = half.cues().timed()
                || half.cues().speaks()
                || OPENS.matcher(half.firstLine().tight()).lookingAt();
        return opens ? -MOST_ODDS : Math.max(-MOST_ODDS, Math.min(MOST_ODDS, WordJoins.afterPause(firstLines(half))));
    }

    /** Swaps partners wherever that raises the sum; a few rounds suffice, as halves compete with near ones only. */
    private static void improve(List<Candidate> candidates, int[] next, int[] taken) {
        Map<Long, Double> scores = new HashMap<>();
        candidates.forEach(c -> scores.put(key(c.from, c.to), c.score));
        for (int round = 0; round < SWAPS; round++) {
            boolean changed = false;
            for (Candidate wish : candidates) {
                int rival = taken[wish.to];
                int current = next[wish.from];
                if (rival < 0 || rival == wish.from) {
                    continue;
                }
                double now = scores.get(key(rival, wish.to)) + (current < 0 ? 0 : scores.get(key(wish.from, current)));
                Double swapped = current < 0 ? Double.valueOf(0) : scores.get(key(rival, current));
                if (swapped != null && wish.score + swapped > now + 1e-9) {
                    next[wish.from] = wish.to;
                    taken[wish.to] = wish.from;
                    next[rival] = current;
                    if (current >= 0) {
                        taken[current] = rival;
                    }
                    changed = true;
                }
            }
            if (!changed) {
                return;
            }
        }
    }

    private static long key(int from, int to) {
        return (long) from << 32 | to;
    }

    private List<Candidate> candidates(List<Piece> pieces) {
        List<Candidate> candidates = new ArrayList<>();
        BrokenSentence sentences = new BrokenSentence(pieces, weights);
        boolean interleaved = sentences.isInterleaved();
        for (int from = 0; from < pieces.size(); from++) {
            Piece broken = pieces.get(from);
            if (interleaved && broken.column() == 0) {
                if (sentences.isOpen(from)) {
                    find(pieces, from, BrokenSentence.WINDOW, 0, sentences::score, candidates);
                }
            } else if (broken.breaksOff()) {
                double threshold = weights.of("join.threshold");
                Score score = (a, b, between) -> score(pieces, sentences, a, b, between);
                find(pieces, from, WINDOW, threshold, score, candidates);
            }
        }
        return candidates;
    }

    /** The paragraphs below a broken one that score best above a threshold. */
    private static void find(
            List<Piece> pieces, int from, int window, double threshold, Score score, List<Candidate> candidates) {
        List<Candidate> found = new ArrayList<>();
        int bodies = 0;
        for (int to = from + 1; to < pieces.size() && bodies < window; to++) {
            double odds = pieces.get(to).isProse() ? score.of(from, to, bodies) : Double.NEGATIVE_INFINITY;
            if (odds > threshold) {
                found.add(new Candidate(from, to, odds));
            }
            bodies += pieces.get(to).isBody() ? 1 : 0;
        }
        found.stream().sorted(BEST_FIRST).limit(MOST).forEach(candidates::add);
    }

    /** Weighs a paragraph and its other half. */
    private interface Score {
        double of(int from, int to, int bodiesBetween);
    }

    private double score(List<Piece> pieces, BrokenSentence sentences, int from, int to, int bodiesBetween) {
        Piece broken = pieces.get(from);
        Piece half = pieces.get(to);
        boolean far = bodiesBetween > 0 || headingBetween(pieces, from, to);
        boolean quoted = far && BrokenSentence.closesQuotation(broken, half);
        if (far && !quoted && !WordJoins.cutsWord(lastLines(broken), firstLines(half))) {
            return Double.NEGATIVE_INFINITY;
        }
        double words = quoted ? QUOTED : words(broken, half);
        if (far && words < WordJoins.BROKEN_WORD) {
            return Double.NEGATIVE_INFINITY;
        }
        double score = Math.min(12, words);
        if (to == from + 1) {
            score += weights.of(atColumnEnd(broken) ? "join.adjacent.full" : "join.adjacent");
        } else if (bodiesBetween == 0) {
            score += weights.of("join.nextbody");
        } else {
            score += weights.of("join.apart") + weights.of("join.distance") * bodiesBetween;
            // lines of a column are told by their width
            score += broken.column() == 0 ? weights.of("join.kin") * sentences.kinship(from, to) : 0;
        }
        if (broken.column() > 0 && half.column() > 0) {
            boolean same = Math.abs(broken.column() - half.column()) <= SAME_COLUMN;
            score += weights.of(same ? "join.same.column" : "join.other.column");
        }
        return half.cues().begins() || isFirst(pieces, to) ? score + weights.of("join.opening") : score;
    }

    /**
     * Whether a paragraph stands under a headline and the names of who wrote it, or under the title of a notice, as the first
     * of a story does.
     */
    private static boolean isFirst(List<Piece> pieces, int to) {
        return to > 0 && isNoticeTitle(pieces.get(to - 1))
                || to >= 2
                        && pieces.get(to - 1).role() == Role.BYLINE
                        && !pieces.get(to - 1).cues().signOff()
                        && pieces.get(to - 2).role() == Role.HEADING;
    }

    private static boolean isNoticeTitle(Piece piece) {
        return piece.role() == Role.HEADING && Vocabulary.STANDARD.isNotice(piece.tight());
    }

    private static boolean headingBetween(List<Piece> pieces, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (pieces.get(i).role() == Role.HEADING) {
                return true;
            }
        }
        return false;
    }

    /** Whether the broken line fills its column: then the column ended there, not the text. */
    private static boolean atColumnEnd(Piece broken) {
        return broken.column() > 0 && broken.lastLine().width() >= broken.column() * 0.8;
    }

    private static double words(Piece broken, Piece half) {
        return broken.lastLine().endsInPause()
                ? 0.5 + afterPause(half)
                : WordJoins.score(lastLines(broken), firstLines(half));
    }

    private static String lastLines(Piece piece) {
        List<Printed> lines = piece.lines();
        String last = piece.lastLine().tight();
        return lines.size() > 1 && last.length() < 8
                ? lines.get(lines.size() - 2).tight() + last
                : last;
    }

    private static String firstLines(Piece piece) {
        List<Printed> lines = piece.lines();
        String first = piece.firstLine().tight();
        return lines.size() > 1 && first.length() < 8 ? first + lines.get(1).tight() : first;
    }

    private record Candidate(int from, int to, double score) {}
}
