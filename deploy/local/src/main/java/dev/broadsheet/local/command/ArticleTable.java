package dev.broadsheet.local.command;

import dev.broadsheet.schema.Article;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the compacted topic says: the newest state of every article, in the order of issues, pages and numbers. */
final class ArticleTable {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int WIDTH = 20;

    /** As a reader leafs: page 2 comes before page 10. */
    static final Comparator<String> BY_ID =
            Comparator.comparing(ArticleTable::padded).thenComparing(Comparator.naturalOrder());

    private final Map<String, Article> articles = new TreeMap<>(BY_ID);

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

    /** Digits filled up with zeros to one width, so that texts compare as their numbers do. */
    private static String padded(String id) {
        return DIGITS.matcher(id)
                .replaceAll(
                        number -> "0".repeat(Math.max(0, WIDTH - number.group().length())) + number.group());
    }
}
