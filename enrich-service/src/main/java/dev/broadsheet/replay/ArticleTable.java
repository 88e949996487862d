package dev.broadsheet.replay;

import dev.broadsheet.schema.Article;
import dev.broadsheet.topic.TopicReader;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a compacted topic of articles says: the newest state of each, in the order of issues, pages and numbers. */
public final class ArticleTable {

    private final Map<String, Article> articles = new TreeMap<>(ArticleOrder.BY_ID);

    /** What a topic says now. The reader is closed. */
    public static ArticleTable of(TopicReader<Article> topic) {
        ArticleTable table = new ArticleTable();
        try (topic) {
            topic.toEnd(table::apply);
        }
        return table;
    }

    /** Takes in a record of the topic; a null value is a tombstone. */
    public void apply(ConsumerRecord<String, Article> record) {
        if (record.value() == null) {
            articles.remove(record.key());
        } else {
            articles.put(record.key(), record.value());
        }
    }

    /** The articles that there are now. */
    public Collection<Article> articles() {
        return byId().values();
    }

    /** The same, by id. */
    public Map<String, Article> byId() {
        return Collections.unmodifiableMap(articles);
    }
}
