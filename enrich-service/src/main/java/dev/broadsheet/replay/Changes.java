package dev.broadsheet.replay;

import dev.broadsheet.schema.Article;
import dev.broadsheet.topic.TopicReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What became of the published articles since a replay began. */
final class Changes {

    private final Map<Integer, Long> begin;
    private final PublishedArticles before = new PublishedArticles();
    private final Map<String, Boolean> existsNow = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();

    /** @param begin where the articles topic ended when the replay began, by partition */
    Changes(Map<Integer, Long> begin) {
        this.begin = begin;
    }

    /** Takes in a record of the articles topic, of before or after. */
    void take(ConsumerRecord<String, Article> record) {
        newest.put(record.key(), record.offset());
        if (record.offset() < begin.getOrDefault(record.partition(), 0L)) {
            before.apply(record);
        } else {
            existsNow.put(record.key(), record.value() != null);
        }
    }

    /** Whether a record of the articles topic says how its article is now; what was overwritten may still lie there. */
    boolean isNewest(ConsumerRecord<String, ?> record) {
        return newest.getOrDefault(record.key(), -1L) == record.offset();
    }

    /** For each page the oldest version that had made one of its articles when the replay began. */
    Map<String, PipelineVersion> oldestVersionsBefore() {
        return before.oldestVersions();
    }

    /**
     * Counts what became of the articles that the replay was about.
     *
     * @param sent keys of what it sent, pages or articles
     * @param letters dead letters since it began
     */
    ReplayReport report(Route route, long read, Set<String> sent, TopicReader<byte[]> letters, LiveLatency live) {
        Map<ArticleChange.Kind, Long> counts = ReplayReport.noChanges();
        Stream.concat(before.ids().stream(), existsNow.keySet().stream())
                .distinct()
                .filter(id -> isOf(sent, id))
                .flatMap(id -> kind(id).stream())
                .forEach(kind -> counts.merge(kind, 1L, Long::sum));
        List<String> dead = new ArrayList<>();
        letters.toEnd(letter -> dead.add(String.valueOf(letter.key())));
        return new ReplayReport(
                Deed.replay(route.stage()),
                read,
                sent.size(),
                counts,
                dead.stream().filter(id -> isOf(sent, id)).count(),
                List.of(),
                live);
    }

    private Optional<ArticleChange.Kind> kind(String id) {
        boolean existed = before.ids().contains(id);
        if (!existsNow.containsKey(id)) {
            return Optional.of(ArticleChange.Kind.UNCHANGED);
        }
        if (!existsNow.get(id)) {
            return existed ? Optional.of(ArticleChange.Kind.GONE) : Optional.empty();
        }
        return Optional.of(existed ? ArticleChange.Kind.CHANGED : ArticleChange.Kind.NEW);
    }

    /** Whether an id is among these, or the article's page is. */
    private static boolean isOf(Set<String> sent, String id) {
        return sent.contains(id) || sent.contains(id.substring(0, Math.max(0, id.lastIndexOf('/'))));
    }
}
