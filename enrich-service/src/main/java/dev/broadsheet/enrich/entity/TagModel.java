package dev.broadsheet.enrich.entity;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A trained tagger: for each observation a weight per tag, and a weight per pair of tags. Observations are known by their
 * hash alone, so that the model holds no text. Immutable.
 *
 * <p>File: gzip of a line that says how it was trained (modified UTF-8), the number of tags and of observations, the
 * weights of the pairs, then the hashes in ascending order with their weights, all big-endian.
 */
final class TagModel {

    private static final String RESOURCE = "tagger.model.gz";
    private static final int ABSENT = -1;
    private static final int FILTER_BITS = 20;
    private static final int BIAS = 128;
    private static final long LANES = 0x00FF00FF00FF00FFL;

    private final String provenance;
    private final int[] hashes;
    private final byte[] weights;
    private final int[] pairs;
    /** Open addressing over the hashes: in each slot a hash and the number of its row. */
    private final int[] slots;
    /** Each row's weights, moved up by {@link #BIAS} to be positive, a byte each, in two longs. */
    private final long[] packed;

    private final int mask;
    /** One bit for each hash, in little memory: tells most observations that training never saw at first sight. */
    private final long[] known = new long[1 << FILTER_BITS - 6];

    /**
     * @param hashes observations, ascending
     * @param weights {@link Tags#COUNT} for each observation
     * @param pairs weight of a tag after a tag, row by row
     */
    TagModel(String provenance, int[] hashes, byte[] weights, int[] pairs) {
        this.provenance = provenance;
        this.hashes = hashes;
        this.weights = weights;
        this.pairs = pairs;
        this.packed = pack(hashes.length, weights);
        this.slots = new int[Integer.highestOneBit(Math.max(1, hashes.length)) * 4 * 2];
        this.mask = slots.length / 2 - 1;
        Arrays.fill(slots, ABSENT);
        for (int row = 0; row < hashes.length; row++) {
            int slot = hashes[row] & mask;
            while (slots[2 * slot + 1] != ABSENT) {
                slot = slot + 1 & mask;
            }
            int bit = hashes[row] >>> 32 - FILTER_BITS;
            known[bit >> 6] |= 1L << bit;
            slots[2 * slot] = hashes[row];
            slots[2 * slot + 1] = row;
        }
    }

    private static long[] pack(int rows, byte[] weights) {
        long[] packed = new long[2 * rows];
        for (int row = 0; row < rows; row++) {
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                long biased = weights[row * Tags.COUNT + tag] + BIAS;
                packed[2 * row + tag / 8] |= biased << 8 * (tag % 8);
            }
        }
        return packed;
    }

    /** The model that the program carries. */
    static TagModel load() {
        try (InputStream in = TagModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " beside " + TagModel.class.getName());
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " from the class path", e);
        }
    }

    static TagModel read(InputStream source) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(source), 1 << 16));
        String provenance = in.readUTF();
        int tags = in.readInt();
        if (tags != Tags.COUNT) {
            throw new IOException("model has " + tags + " tags, the program " + Tags.COUNT + "; train it anew");
        }
        int[] hashes = new int[in.readInt()];
        int[] pairs = new int[tags * tags];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = in.readInt();
        }
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.readInt();
        }
        byte[] weights = in.readNBytes(hashes.length * tags);
        return new TagModel(provenance, hashes, weights, pairs);
    }

    void write(OutputStream target) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(target))) {
            out.writeUTF(provenance);
            out.writeInt(Tags.COUNT);
            out.writeInt(hashes.length);
            for (int pair : pairs) {
                out.writeInt(pair);
            }
            for (int hash : hashes) {
                out.writeInt(hash);
            }
            out.write(weights);
        }
    }

    /** One line for a human reader: how the model was trained, and on what. */
    String provenance() {
        return provenance;
    }

    int size() {
        return hashes.length;
    }

    /** The best tags of a text. */
    int[] tag(Features features) {
        int length = features.length();
        int[] scores = new int[length * Tags.COUNT];
        int[] seen = new int[Features.COUNT];
        for (int i = 0; i < length; i++) {
            score(seen, features.observe(i, seen), scores, i * Tags.COUNT);
            if (features.endsClause(i)) {
                Arrays.fill(scores, i * Tags.COUNT + 1, (i + 1) * Tags.COUNT, Decoder.IMPOSSIBLE);
            }
        }
        return Decoder.best(scores, length, pairs);
    }

    /**
     * Adds up the weights of one character's observations; nothing for those that training never saw. Four lanes of 16
     * bits to a long: the sum of {@link Features#COUNT} bytes cannot run over.
     */
    private void score(int[] seen, int count, int[] scores, int at) {
        long even0 = 0;
        long odd0 = 0;
        long even1 = 0;
        long odd1 = 0;
        int found = 0;
        for (int k = 0; k < count; k++) {
            int row = row(seen[k]);
            if (row != ABSENT) {
                long first = packed[2 * row];
                long second = packed[2 * row + 1];
                even0 += first & LANES;
                odd0 += first >>> 8 & LANES;
                even1 += second & LANES;
                odd1 += second >>> 8 & LANES;
                found++;
            }
        }
        int bias = found * BIAS;
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            long lanes = tag < 8 ? (tag % 2 == 0 ? even0 : odd0) : tag % 2 == 0 ? even1 : odd1;
            scores[at + tag] = (int) (lanes >>> 16 * (tag % 8 / 2) & 0xFFFF) - bias;
        }
    }

    private int row(int hash) {
        int bit = hash >>> 32 - FILTER_BITS;
        if ((known[bit >> 6] & 1L << bit) == 0) {
            return ABSENT;
        }
        int slot = hash & mask;
        while (true) {
            int row = slots[2 * slot + 1];
            if (row == ABSENT || slots[2 * slot] == hash) {
                return row;
            }
            slot = slot + 1 & mask;
        }
    }
}
