package dev.broadsheet.enrich.reprint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How much of the shorter of two articles runs through the other.
 *
 * <p>Shared shingles count only where several follow one another in both texts: a passage taken over. Names, formulas and
 * numbers that two reports of one event share stand scattered and make no run; an abridged, retitled or badly scanned
 * reprint still has its long runs, however few of all its three-character pieces survive.
 */
final class Alignment {

    /** A run is at least this long: longer than a meeting's set phrases or an institution's name. */
    private static final int MIN_RUN = 16;

    private static final int MIN_SHINGLES = 3;
    /** Within a run, matches further apart than so many expected distances are not joined. */
    private static final double MAX_GAP = 6;
    /** Insertions and losses of a scanner that a run survives, in characters. */
    private static final int MAX_DRIFT = 6;

    private static final int OPEN_RUNS = 16;
    /** A shingle that a text repeats more often than this is a refrain. */
    private static final int MAX_REPEATS = 3;

    private Alignment() {}

    /** Share of the shorter text found in the other, 0 to 1; the same whichever comes first. */
    static double similarity(Fingerprint one, Fingerprint other) {
        boolean oneIsShorter = one.length() < other.length()
                || one.length() == other.length() && one.article().compareTo(other.article()) <= 0;
        Fingerprint shorter = oneIsShorter ? one : other;
        Fingerprint longer = oneIsShorter ? other : one;
        int limit = Math.min(one.limit(), other.limit());
        double spacing = Fingerprint.spacing(limit);
        List<Match> matches = matches(shorter, longer, limit);
        matches.sort((a, b) -> a.shorter != b.shorter ? a.shorter - b.shorter : a.longer - b.longer);
        BitSet covered = new BitSet(shorter.length());
        for (Run run : runs(matches, MAX_GAP * spacing)) {
            run.cover(covered);
        }
        return Math.min(1.0, (double) covered.cardinality() / shorter.length());
    }

    private record Match(int shorter, int longer) {}

    private static List<Match> matches(Fingerprint shorter, Fingerprint longer, int limit) {
        List<Match> matches = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < shorter.size() && j < longer.size() && shorter.hash(i) <= limit && longer.hash(j) <= limit) {
            int compared = Integer.compare(shorter.hash(i), longer.hash(j));
            if (compared != 0) {
                i += compared < 0 ? 1 : 0;
                j += compared > 0 ? 1 : 0;
                continue;
            }
            int iEnd = same(shorter, i);
            int jEnd = same(longer, j);
            if (iEnd - i <= MAX_REPEATS && jEnd - j <= MAX_REPEATS) {
                for (int k = i; k < iEnd; k++) {
                    for (int l = j; l < jEnd; l++) {
                        matches.add(new Match(shorter.place(k), longer.place(l)));
                    }
                }
            }
            i = iEnd;
            j = jEnd;
        }
        return matches;
    }

    private static int same(Fingerprint fingerprint, int from) {
        int end = from;
        while (end < fingerprint.size() && fingerprint.hash(end) == fingerprint.hash(from)) {
            end++;
        }
        return end;
    }

    private static List<Run> runs(List<Match> matches, double maxGap) {
        List<Run> runs = new ArrayList<>();
        for (Match match : matches) {
            Run open = null;
            int oldest = Math.max(0, runs.size() - OPEN_RUNS);
            for (int i = runs.size() - 1; i >= oldest && open == null; i--) {
                open = runs.get(i).goesOnWith(match, maxGap) ? runs.get(i) : null;
            }
            if (open == null) {
                open = new Run();
                runs.add(open);
            }
            open.matches.add(match);
        }
        return runs;
    }

    private static final class Run {
        private final List<Match> matches = new ArrayList<>();

        boolean goesOnWith(Match next, double maxGap) {
            Match last = matches.get(matches.size() - 1);
            int step = next.shorter - last.shorter;
            int drift = Math.abs(next.longer - last.longer - step);
            return step >= 0 && step <= maxGap && next.longer >= last.longer && drift <= MAX_DRIFT;
        }

        void cover(BitSet covered) {
            int from = matches.get(0).shorter;
            int to = matches.get(matches.size() - 1).shorter + Fingerprint.SHINGLE;
            if (matches.size() >= MIN_SHINGLES && to - from >= MIN_RUN) {
                covered.set(from, to);
            }
        }
    }
}
