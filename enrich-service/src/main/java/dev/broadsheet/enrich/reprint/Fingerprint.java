package dev.broadsheet.enrich.reprint;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.article.Folding;
import dev.broadsheet.enrich.gazetteer.WordTrie;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.text.ResourceLines;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A compact sketch of one article's body: a fixed share of its five-character shingles, by hash, with their places, and its
 * {@link Marks}.
 *
 * <p>Every article keeps the shingles whose hash falls below the same limit (a FracMinHash sketch: Irber et al. 2022), so the
 * sketches of a whole story and of its abridgement can be laid side by side, which plain MinHash cannot. A long article lowers
 * its own limit until no more than {@value #MAX_SHINGLES} are left. Punctuation, spaces and set phrases do not count, nor does traditional or
 * simplified script.
 */
public final class Fingerprint {

    static final int SHINGLE = 5;
    static final int MAX_SHINGLES = 512;
    /** A text with fewer characters than this says too little to be told from another. */
    static final int MIN_LENGTH = 60;

    private static final int MAX_LENGTH = 20_000;
    private static final int SAMPLING = 2;
    private static final int LIMIT = Integer.MIN_VALUE + (int) ((1L << 32) / SAMPLING);

    /** 会议强调, 提高政治站位: what every report prints tells of no reprint. */
    private static final WordTrie SET_PHRASES = WordTrie.of(ResourceLines.words(Fingerprint.class, "set-phrases.txt"));

    private final String article;
    private final LocalDate published;
    private final int length;
    private final int[] hashes;
    private final short[] places;
    private final int[] marks;

    private Fingerprint(String article, LocalDate published, int length, int[] hashes, short[] places, int[] marks) {
        this.article = article;
        this.published = published;
        this.length = length;
        this.hashes = hashes;
        this.places = places;
        this.marks = marks;
    }

    /**
     * The sketch of an article.
     *
     * @param article its id
     * @param published day of its issue, or of its arrival where the issue has no date
     * @return null where the body is too short to be told from another
     */
    public static Fingerprint of(String article, LocalDate published, ArticleText text) {
        StringBuilder body = new StringBuilder();
        StringBuilder printed = new StringBuilder();
        for (BodyBlock block : text.body()) {
            String folded = Folding.fold(block.getText());
            append(folded, body);
            printed.append(folded, 0, Math.min(folded.length(), Math.max(0, MAX_LENGTH - printed.length())))
                    .append('\n');
        }
        return body.length() < MIN_LENGTH ? null : sketch(article, published, body, Marks.of(printed.toString()));
    }

    private static void append(String text, StringBuilder body) {
        for (int i = 0; i < text.length() && body.length() < MAX_LENGTH; i++) {
            int phrase = SET_PHRASES.longestAt(text, i);
            if (phrase > 0) {
                i += phrase - 1;
                continue;
            }
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                body.append(c);
            }
        }
    }

    private static Fingerprint sketch(String article, LocalDate published, CharSequence body, int[] marks) {
        long[] kept = new long[body.length() - SHINGLE + 1];
        int count = 0;
        for (int place = 0; place < kept.length; place++) {
            int hash = hash(body, place);
            if (hash < LIMIT) {
                kept[count++] = ((long) hash << 16) | place;
            }
        }
        Arrays.sort(kept, 0, count); // by hash, then by place
        count = Math.min(count, MAX_SHINGLES);
        int[] hashes = new int[count];
        short[] places = new short[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = (int) (kept[i] >> 16);
            places[i] = (short) kept[i];
        }
        return new Fingerprint(article, published, body.length(), hashes, places, marks);
    }

    /** FNV-1a over the shingle, its bits mixed as MurmurHash3 ends. */
    private static int hash(CharSequence body, int place) {
        int hash = 0x811c9dc5;
        for (int i = place; i < place + SHINGLE; i++) {
            hash = (hash ^ body.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    /** Id of the article. */
    public String article() {
        return article;
    }

    /** Day of publication. */
    public LocalDate published() {
        return published;
    }

    /** Characters of the body that count. */
    int length() {
        return length;
    }

    int size() {
        return hashes.length;
    }

    /** Hash of the i-th kept shingle; ascending. */
    int hash(int i) {
        return hashes[i];
    }

    /** Place of the i-th kept shingle in the body. */
    int place(int i) {
        return places[i];
    }

    /** The article's figures and quoted names. */
    int[] marks() {
        return marks;
    }

    /** Above this hash the sketch keeps nothing: the common limit, or its own where it was cut. */
    int limit() {
        return hashes.length == MAX_SHINGLES ? hashes[MAX_SHINGLES - 1] : LIMIT - 1;
    }

    /** One in how many shingles lies at or below a hash. */
    static double spacing(int hash) {
        return (double) (1L << 32) / Math.max(1, (long) hash - Integer.MIN_VALUE);
    }

    /**
     * The keys under which the article is looked up: its lowest hashes. Two articles that share text share some of them
     * with near certainty, since both keep the lowest of what they share.
     */
    int[] keys(int count) {
        return Arrays.stream(hashes).distinct().limit(count).toArray();
    }

    byte[] toBytes() {
        byte[] id = article.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(2 + id.length + 8 + 4 + 2 + hashes.length * 6 + 1 + marks.length * 4);
        bytes.putShort((short) id.length)
                .put(id)
                .putLong(published.toEpochDay())
                .putInt(length);
        bytes.putShort((short) hashes.length);
        for (int i = 0; i < hashes.length; i++) {
            bytes.putInt(hashes[i]).putShort(places[i]);
        }
        bytes.put((byte) marks.length);
        for (int mark : marks) {
            bytes.putInt(mark);
        }
        return bytes.array();
    }

    static Fingerprint read(ByteBuffer bytes) {
        byte[] id = new byte[bytes.getShort()];
        bytes.get(id);
        LocalDate published = LocalDate.ofEpochDay(bytes.getLong());
        int length = bytes.getInt();
        int[] hashes = new int[bytes.getShort()];
        short[] places = new short[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = bytes.getInt();
            places[i] = bytes.getShort();
        }
        int[] marks = new int[bytes.get()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = bytes.getInt();
        }
        return new Fingerprint(new String(id, StandardCharsets.UTF_8), published, length, hashes, places, marks);
    }
}
