package dev.broadsheet.enrich.entity;

import java.util.stream.IntStream;

/** Finds the best sequence of tags that spells whole names (Viterbi). */
final class Decoder {

    private static final int[][] BEFORE = before();
    /** A score that no sum of weights makes up for. */
    static final int IMPOSSIBLE = -1_000_000_000;

    private static final int TAG_BITS = 4;
    private static final long TAG = (1 << TAG_BITS) - 1;

    private Decoder() {}

    /** For each tag, those that may stand before it. */
    private static int[][] before() {
        int[][] before = new int[Tags.COUNT][];
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            int next = tag;
            before[tag] = IntStream.range(0, Tags.COUNT)
                    .filter(earlier -> Tags.mayFollow(earlier, next))
                    .toArray();
        }
        return before;
    }

    /** Score and tag in one number, so that the larger is found without a branch; of equals the lower tag is the larger. */
    private static long ranked(int score, int tag) {
        return (long) score << TAG_BITS | Tags.COUNT - 1 - tag;
    }

    /**
     * The best tags of a text.
     *
     * @param scores {@link Tags#COUNT} for each character; overwritten
     * @param pairs weight of a tag after a tag, row by row
     */
    static int[] best(int[] scores, int length, int[] pairs) {
        int[] tags = new int[length];
        if (length == 0) {
            return tags;
        }
        byte[] from = new byte[length * Tags.COUNT];
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            if (!Tags.mayStart(tag)) {
                scores[tag] = IMPOSSIBLE;
            }
        }
        for (int i = 1; i < length; i++) {
            int here = i * Tags.COUNT;
            int there = here - Tags.COUNT;
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                long best = ranked(IMPOSSIBLE, 0);
                for (int earlier : BEFORE[tag]) {
                    best = Math.max(best, ranked(scores[there + earlier] + pairs[earlier * Tags.COUNT + tag], earlier));
                }
                from[here + tag] = (byte) (Tags.COUNT - 1 - (best & TAG));
                scores[here + tag] += (int) (best >> TAG_BITS);
            }
        }
        int last = (length - 1) * Tags.COUNT;
        int best = Tags.OUTSIDE;
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            if (Tags.mayEnd(tag) && scores[last + tag] > scores[last + best]) {
                best = tag;
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            tags[i] = best;
            best = from[i * Tags.COUNT + best];
        }
        return tags;
    }
}
