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

    private final String provenance;
    private final int[] hashes;
    private final byte[] weights;
    private final int[] pairs;
    private final WeightTable table;

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
        this.table = new WeightTable(hashes, weights);
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
            if (features.endsClause(i)) {
                // Only one tag is possible, so whatever speaks for it decides nothing.
                Arrays.fill(scores, i * Tags.COUNT + 1, (i + 1) * Tags.COUNT, Decoder.IMPOSSIBLE);
            } else {
                table.score(seen, features.observe(i, seen), scores, i * Tags.COUNT);
            }
        }
        return Decoder.best(scores, length, pairs);
    }
}
