package dev.broadsheet.enrich.entity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The weights of observations, by hash. Reading a text is mostly waiting for this table's memory, so it is a perfect hash
 * table (hash and displace; Belazzougui, Botelho and Dietzfelbinger, 2009): every look-up is one slot of sixteen bytes,
 * thirteen for the weights and three for the hash, and nothing branches on what is found there, so that the processor
 * waits for many slots at once. Immutable.
 */
final class WeightTable {

    /** Weights are moved up by this, so that all are positive and no slot in use is zero. */
    private static final int BIAS = 128;

    private static final long LANES = 0x00FF00FF00FF00FFL;
    private static final int LANE_BITS = 16;
    private static final int LANE = 0xFFFF;
    /** Tags whose weights are in the slot's first long; those of the others share the second one with the hash. */
    private static final int IN_FIRST = 8;

    private static final int HASH_SHIFT = 40;
    /** With its place, these bits of a hash tell the others: the low ones name the bucket, the place tells the high ones. */
    private static final int KEPT_OF_HASH = 0xFFFFFF;

    private static final int BUCKETS = 1 << 15;
    /** The golden ratio in 32 bits: multiples of it spread evenly. */
    private static final int STEP = 0x9E3779B1;

    /** For each bucket of hashes, how many steps they move on so that no two meet. */
    private final char[] displacements = new char[BUCKETS];

    private final long[] slots;
    private final int shift;

    /**
     * @param hashes of the observations, each once
     * @param weights {@link Tags#COUNT} for each of them, -127 to 127
     */
    WeightTable(int[] hashes, byte[] weights) {
        shift = Math.min(Integer.SIZE - 1, Integer.numberOfLeadingZeros(hashes.length));
        slots = new long[2 << Integer.SIZE - shift];
        IntStream.range(0, hashes.length)
                .boxed()
                .collect(Collectors.groupingBy(row -> bucket(hashes[row])))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(bucket -> -bucket.getValue().size()))
                .forEach(bucket -> place(bucket.getKey(), bucket.getValue(), hashes, weights));
        leaveNoneEmpty();
    }

    /** An empty slot looks like that of hash 0, so it gets weights that say nothing. */
    private void leaveNoneEmpty() {
        byte[] nothing = new byte[Tags.COUNT];
        for (int slot = 0; slot < slots.length; slot += 2) {
            if (slots[slot] == 0) {
                slots[slot] = packed(nothing, 0, IN_FIRST);
                slots[slot + 1] = packed(nothing, IN_FIRST, Tags.COUNT - IN_FIRST);
            }
        }
    }

    private void place(int bucket, List<Integer> rows, int[] hashes, byte[] weights) {
        while (!isFree(rows, hashes)) {
            if (++displacements[bucket] == 0) {
                throw new IllegalArgumentException("observations with one hash, or too many of them: " + hashes.length);
            }
        }
        for (int row : rows) {
            int slot = slot(hashes[row]);
            slots[slot] = packed(weights, row * Tags.COUNT, IN_FIRST);
            slots[slot + 1] = packed(weights, row * Tags.COUNT + IN_FIRST, Tags.COUNT - IN_FIRST)
                    | (long) hashes[row] << HASH_SHIFT;
        }
    }

    private boolean isFree(List<Integer> rows, int[] hashes) {
        return rows.stream()
                        .mapToInt(row -> slot(hashes[row]))
                        .filter(slot -> slots[slot] == 0)
                        .distinct()
                        .count()
                == rows.size();
    }

    private static long packed(byte[] weights, int from, int count) {
        long packed = 0;
        for (int i = count - 1; i >= 0; i--) {
            packed = packed << Byte.SIZE | weights[from + i] + BIAS;
        }
        return packed;
    }

    private static int bucket(int hash) {
        return hash & BUCKETS - 1;
    }

    private int slot(int hash) {
        return hash + displacements[bucket(hash)] * STEP >>> shift << 1;
    }

    /**
     * Adds up the weights of one character's observations, nothing for those that training never saw, and writes the sum for
     * each tag. Four lanes of 16 bits to a long: the sum of {@link Features#COUNT} bytes cannot run over.
     */
    void score(int[] seen, int count, int[] scores, int at) {
        long even0 = 0;
        long odd0 = 0;
        long even1 = 0;
        long odd1 = 0;
        long found = 0;
        for (int k = 0; k < count; k++) {
            int slot = slot(seen[k]);
            long second = slots[slot + 1];
            long same = (second >>> HASH_SHIFT ^ seen[k] & KEPT_OF_HASH) - 1 >> Long.SIZE - 1;
            long first = slots[slot] & same;
            second &= same;
            even0 += first & LANES;
            odd0 += first >>> Byte.SIZE & LANES;
            even1 += second & LANES;
            odd1 += second >>> Byte.SIZE & LANES;
            found -= same;
        }
        int bias = (int) found * BIAS;
        for (int lane = 0; lane < IN_FIRST / 2; lane++) {
            scores[at + 2 * lane] = lane(even0, lane) - bias;
            scores[at + 2 * lane + 1] = lane(odd0, lane) - bias;
        }
        for (int tag = IN_FIRST; tag < Tags.COUNT; tag++) {
            scores[at + tag] = lane(tag % 2 == 0 ? even1 : odd1, (tag - IN_FIRST) / 2) - bias;
        }
    }

    private static int lane(long lanes, int lane) {
        return (int) (lanes >>> lane * LANE_BITS) & LANE;
    }
}
