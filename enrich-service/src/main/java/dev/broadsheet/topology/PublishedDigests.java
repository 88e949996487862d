package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import dev.broadsheet.stage.ArticleDigest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the enrich stage remembers of each published article: a digest of it and, after that, a digest of what its text was
 * made from. Values that an earlier version of the program wrote lack the second.
 */
final class PublishedDigests {

    private static final int BYTES = 16;

    private final KeyValueStore<String, byte[]> store;

    PublishedDigests(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** What is to be remembered of an article. */
    static byte[] of(Article article) {
        return ByteBuffer.allocate(2 * BYTES)
                .put(ArticleDigest.of(article))
                .put(ArticleDigest.ofOrigin(article))
                .array();
    }

    /** Whether exactly this is published, wherever its text was made from. */
    boolean hold(String id, byte[] digests) {
        byte[] published = store.get(id);
        return published != null && Arrays.equals(published, 0, BYTES, digests, 0, BYTES);
    }

    /** Whether what is published has the same text, so that this one, made from it, may take its place. */
    boolean holdTheTextOf(Article article) {
        byte[] published = store.get(article.getId());
        return published != null
                && (published.length == BYTES
                        || ByteBuffer.wrap(published, BYTES, BYTES).equals(ArticleDigest.ofOrigin(article)));
    }

    void put(String id, byte[] digests) {
        store.put(id, digests);
    }

    void remove(String id) {
        store.delete(id);
    }
}
