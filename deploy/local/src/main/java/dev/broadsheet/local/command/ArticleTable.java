package dev.broadsheet.local.command;

import dev.broadsheet.replay.ArticleOrder;
import dev.broadsheet.schema.Article;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the compacted topic says: the newest state of every article, in the order of issues, pages and numbers. */
final class ArticleTable {

    private final Map<String, Article> articles = new TreeMap<>(ArticleOrder.BY_ID);

    /** Takes in a record of the topic. */
    void apply(ConsumerRecord<String, Article> record) {
        if (record.value() == null) {
            articles.remove(record.key());
        } else {
            articles.put(record.key(), record.value());
        }
    }

    Collection<Article> articles() {
        return articles.values();
    }
}
