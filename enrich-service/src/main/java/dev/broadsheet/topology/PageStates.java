package dev.broadsheet.topology;

import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.PageState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The issue desk's memory: page states by page id, encoded, so that the pages of an issue lie side by side. */
final class PageStates {

    static final String STORE = "pages-of-issues";

    /** Subject of the states in the registry, the same for every application that keeps some. */
    static final String SUBJECT_TOPIC = "broadsheet.page-states";

    private final KeyValueStore<String, byte[]> store;
    private final Codec<PageState> codec;

    PageStates(KeyValueStore<String, byte[]> store, Codec<PageState> codec) {
        this.store = store;
        this.codec = codec;
    }

    /** The pages of the issue to which a page belongs, by page id. */
    Map<String, PageState> issueOf(String pageId) {
        Map<String, PageState> issue = new TreeMap<>();
        PageId page = PageId.parse(pageId);
        if (page.issueDate() == null) {
            byte[] state = store.get(pageId);
            if (state != null) {
                issue.put(pageId, codec.remembered(pageId, state));
            }
            return issue;
        }
        String prefix = page.issue() + "/";
        try (KeyValueIterator<String, byte[]> pages = store.prefixScan(prefix, new StringSerializer())) {
            pages.forEachRemaining(known -> issue.put(known.key, codec.remembered(known.key, known.value)));
        }
        return issue;
    }

    /** Encodes all before it stores any: a state that is too large changes nothing. */
    void put(List<PageState> pages) {
        Map<String, byte[]> encoded = new TreeMap<>();
        pages.forEach(page -> encoded.put(page.getPageId(), codec.encode(page)));
        encoded.forEach(store::put);
    }
}
