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

    /** Whether exactly this is published. */
    boolean hold(Article article) {
        byte[] published = store.get(article.getId());
        return published != null
                && Arrays.equals(published, 0, BYTES, ArticleDigest.of(article).array(), 0, BYTES);
    }

    /** Whether what is published has the same text, so that this one, made from it, may take its place. */
    boolean holdTheTextOf(Article article) {
        byte[] published = store.get(article.getId());
        return published != null
                && (published.length == BYTES
                        || ByteBuffer.wrap(published, BYTES, BYTES).equals(ArticleDigest.ofOrigin(article)));
    }

    void put(Article article) {
        store.put(
                article.getId(),
                ByteBuffer.allocate(2 * BYTES)
                        .put(ArticleDigest.of(article))
                        .put(ArticleDigest.ofOrigin(article))
                        .array());
    }

    void remove(String id) {
        store.delete(id);
    }
}
