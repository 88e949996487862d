package dev.broadsheet.topology;

import dev.broadsheet.id.ArticleId;
import dev.broadsheet.id.PageId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Articles of changes of which not everything has come yet, by id, as they came. The changes of an issue come one after the
 * other, so at most one of each is open, and it is as large as one page can make it. Should the end of one get lost, what it
 * left goes out with the issue's next.
 */
final class OpenChanges {

    static final String STORE = "articles-of-open-changes";

    /** Stands for a tombstone, which a store cannot hold; no article is encoded in no bytes. */
    private static final byte[] TOMBSTONE = {};

    private final KeyValueStore<String, byte[]> store;
    private final ChangeWatch watch;

    /** @param watch hears of changes that are opened and closed, those that the store holds already included */
    OpenChanges(KeyValueStore<String, byte[]> store, ChangeWatch watch) {
        this.store = store;
        this.watch = watch;
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(
                    article -> watch.opened(ArticleId.parse(article.key).page().issue()));
        }
    }

    /**
     * Takes in a part of a change.
     *
     * @param value null for a tombstone
     * @throws IllegalArgumentException when the id is none, so that nothing would ever end its change
     */
    void add(String articleId, byte[] value) {
        ArticleId id = ArticleId.parse(articleId);
        store.put(id.toString(), value == null ? TOMBSTONE : value);
        watch.opened(id.page().issue());
    }

    /**
     * Gives out and forgets the articles of a change.
     *
     * @param pageId of the page that brought it about
     * @return by article id; a null value for a tombstone
     */
    List<KeyValue<String, byte[]>> close(String pageId) {
        List<KeyValue<String, byte[]>> articles = new ArrayList<>();
        String issue = PageId.parse(pageId).issue();
        // Article ids begin with their issue, whichever of its pages they stand on.
        try (KeyValueIterator<String, byte[]> all = store.prefixScan(issue + "/", new StringSerializer())) {
            all.forEachRemaining(article ->
                    articles.add(KeyValue.pair(article.key, article.value.length == 0 ? null : article.value)));
        }
        articles.forEach(article -> store.delete(article.key));
        watch.closed(issue);
        return articles;
    }
}
