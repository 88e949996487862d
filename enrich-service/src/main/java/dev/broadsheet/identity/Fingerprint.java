package dev.broadsheet.identity;

import dev.broadsheet.article.ArticleText;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A sketch of a text: how many different character trigrams it has, and the {@value #SIZE} smallest of their hashes (a
 * bottom-k sketch; A. Broder, "On the resemblance and containment of documents", 1997). Texts of up to {@value #SIZE}
 * trigrams are compared exactly, longer ones with a standard error of at most 0.06.
 *
 * <p>Only letters and digits count: scans differ most in spaces and punctuation. Trigrams suit Chinese, where they
 * rarely meet by chance, and survive OCR noise: at one wrong character in ten, seven of ten trigrams are still there.
 */
public final class Fingerprint {

    static final int SIZE = 64;
    private static final int GRAM = 3;
    private static final int HEADER = Integer.BYTES;

    private final int grams;
    private final int[] smallest;

    private Fingerprint(int grams, int[] smallest) {
        this.grams = grams;
        this.smallest = smallest;
    }

    /** The fingerprint of everything an article prints. */
    public static Fingerprint of(ArticleText text) {
        return of(text.text());
    }

    /** The fingerprint of a text. A text of one or two characters counts as one gram, an empty one as none. */
    public static Fingerprint of(String text) {
        int[] letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        int[] hashes = hashes(letters);
        return new Fingerprint(hashes.length, Arrays.copyOf(hashes, Math.min(SIZE, hashes.length)));
    }

    /** Reads what {@link #toBytes()} wrote. */
    public static Fingerprint fromBytes(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate();
        int grams = in.getInt();
        int[] smallest = new int[in.remaining() / Integer.BYTES];
        in.asIntBuffer().get(smallest);
        return new Fingerprint(grams, smallest);
    }

    /** The fingerprint as at most 260 bytes. */
    public ByteBuffer toBytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + smallest.length * Integer.BYTES);
        out.putInt(grams).asIntBuffer().put(smallest);
        return out.rewind();
    }

    /** Estimated share of the trigrams of either text that both have, 0 to 1. Two empty texts are the same. */
    public double resemblance(Fingerprint other) {
        if (grams == 0 || other.grams == 0) {
            return grams == other.grams ? 1.0 : 0.0;
        }
        int size = Math.min(SIZE, unionSize(other));
        return (double) sharedAmongSmallest(other, size) / size;
    }

    /** Estimated share of the shorter text's trigrams that the other has too, 0 to 1. */
    public double containment(Fingerprint other) {
        double resemblance = resemblance(other);
        int shorter = Math.min(grams, other.grams);
        if (shorter == 0) {
            return resemblance;
        }
        double shared = resemblance * (grams + other.grams) / (1 + resemblance);
        return Math.min(1.0, shared / shorter);
    }

    private int unionSize(Fingerprint other) {
        int shared = sharedAmongSmallest(other, Integer.MAX_VALUE);
        return smallest.length + other.smallest.length - shared;
    }

    /** How many of the {@code size} smallest hashes of the union are in both. */
    private int sharedAmongSmallest(Fingerprint other, int size) {
        int shared = 0;
        int mine = 0;
        int theirs = 0;
        for (int seen = 0; seen < size && mine < smallest.length && theirs < other.smallest.length; seen++) {
            int order = Integer.compare(smallest[mine], other.smallest[theirs]);
            if (order == 0) {
                shared++;
            }
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static int[] hashes(int[] letters) {
        if (letters.length == 0) {
            return new int[0];
        }
        int width = Math.min(GRAM, letters.length);
        int[] hashes = new int[letters.length - width + 1];
        for (int start = 0; start < hashes.length; start++) {
            int hash = 0;
            for (int i = start; i < start + width; i++) {
                hash = mix(hash * 31 + letters[i]);
            }
            hashes[start] = hash;
        }
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }

    /** The finalizer of MurmurHash3: spreads neighbouring code points evenly. */
    private static int mix(int value) {
        int hash = value;
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && grams == that.grams && Arrays.equals(smallest, that.smallest);
    }

    @Override
    public int hashCode() {
        return 31 * grams + Arrays.hashCode(smallest);
    }
}
