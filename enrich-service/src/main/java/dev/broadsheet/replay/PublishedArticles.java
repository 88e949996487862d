package dev.broadsheet.replay;

import dev.broadsheet.id.ArticleId;
import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.Article;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from given offsets to where it ends now. */
final class PublishedArticles {

    private static final Duration POLL = Duration.ofMillis(500);

    private PublishedArticles() {}

    /** All partitions of a topic. */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        return partitions;
    }

    /**
     * Reads every record between two sets of offsets.
     *
     * @param from first offset of each partition
     * @param to end of each partition, exclusive
     */
    static <V> void read(
            Consumer<String, V> consumer,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            BiConsumer<String, V> reader) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        while (to.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
                if (record.offset() < to.get(new TopicPartition(record.topic(), record.partition()))) {
                    reader.accept(record.key(), record.value());
                }
            }
        }
    }

    /** The page on which an article starts. */
    static PageId page(String articleId) {
        return ArticleId.parse(articleId).page();
    }

    /** For each page the oldest version that made one of its articles. */
    static Map<String, PipelineVersion> oldestVersions(Collection<Article> articles) {
        Map<String, PipelineVersion> oldest = new HashMap<>();
        articles.forEach(article -> article.getParts()
                .forEach(part -> oldest.merge(
                        part.getPageId(),
                        new PipelineVersion(article.getPipelineVersion()),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other)));
        return oldest;
    }
}
