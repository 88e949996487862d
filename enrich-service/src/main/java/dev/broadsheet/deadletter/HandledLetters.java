package dev.broadsheet.deadletter;

import java.util.BitSet;
import java.util.Collection;
import java.util.SortedSet;
import java.util.StringJoiner;

/**
 * Which dead letters of the topic an operator has decided on: all before a mark, and some after it.
 *
 * <p>The mark is the committed offset of a consumer group and the others are its metadata, such as {@code 1-3,7}: distances
 * from the mark. So the decision can be committed in the transaction that sends an original back, and none is sent twice.
 * Immutable.
 */
final class HandledLetters {

    /** What a broker takes as metadata of an offset, unless it is set otherwise ({@code offset.metadata.max.bytes}). */
    private static final int LONGEST_METADATA = 4096;

    private final long mark;
    private final BitSet after;

    private HandledLetters(long mark, BitSet after) {
        int whole = after.nextClearBit(0);
        this.mark = mark + whole;
        this.after = after.get(whole, Math.max(whole, after.length()));
    }

    /**
     * What was committed.
     *
     * @param mark the offset
     * @param metadata its metadata
     */
    static HandledLetters of(long mark, String metadata) {
        BitSet after = new BitSet();
        for (String range : metadata.isEmpty() ? new String[0] : metadata.split(",")) {
            String[] ends = range.split("-");
            after.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
        }
        return new HandledLetters(mark, after);
    }

    /**
     * These and others. What lies between letters and is none counts as decided: every transaction leaves a marker there, over which
     * the mark would never come.
     *
     * @param offsets of the others
     * @param letters offsets of all letters that there are, but perhaps for the newest
     * @throws IllegalStateException when the decisions lie too far apart to be kept
     */
    HandledLetters with(Collection<Long> offsets, SortedSet<Long> letters) {
        BitSet all = (BitSet) after.clone();
        if (!letters.isEmpty() && letters.last() >= mark) {
            all.set(0, distance(letters.last()));
        }
        letters.tailSet(mark).forEach(letter -> all.set(distance(letter), contains(letter)));
        offsets.stream().filter(offset -> offset >= mark).forEach(offset -> all.set(distance(offset)));
        HandledLetters handled = new HandledLetters(mark, all);
        if (handled.metadata().length() > LONGEST_METADATA) {
            throw new IllegalStateException(
                    "too many dead letters lie undecided between the decided ones; redrive or discard the oldest first");
        }
        return handled;
    }

    boolean contains(long offset) {
        return offset < mark || after.get(distance(offset));
    }

    private int distance(long offset) {
        return Math.toIntExact(offset - mark);
    }

    long mark() {
        return mark;
    }

    String metadata() {
        StringJoiner ranges = new StringJoiner(",");
        for (int from = after.nextSetBit(0); from >= 0; ) {
            int end = after.nextClearBit(from);
            ranges.add(end - 1 == from ? String.valueOf(from) : from + "-" + (end - 1));
            from = after.nextSetBit(end);
        }
        return ranges.toString();
    }
}
