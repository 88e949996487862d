package dev.broadsheet.replay;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which articles are published, on which pages they stand, and which version of the program made them; not their text. */
final class PublishedArticles {

    private final Map<String, Made> articles = new HashMap<>();

    private record Made(List<String> pages, PipelineVersion version) {}

    /** Takes in a record of the articles topic. */
    void apply(ConsumerRecord<String, Article> record) {
        Article article = record.value();
        if (article == null) {
            articles.remove(record.key());
            return;
        }
        List<String> pages = article.getParts().stream().map(Part::getPageId).toList();
        articles.put(record.key(), new Made(pages, new PipelineVersion(article.getPipelineVersion())));
    }

    Set<String> ids() {
        return articles.keySet();
    }

    /** For each page the oldest version that made one of its articles. */
    Map<String, PipelineVersion> oldestVersions() {
        Map<String, PipelineVersion> oldest = new HashMap<>();
        articles.values().forEach(made -> made.pages()
                .forEach(page ->
                        oldest.merge(page, made.version(), (one, other) -> one.compareTo(other) <= 0 ? one : other)));
        return oldest;
    }
}
