package dev.broadsheet.replay;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.id.ArticleId;
import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the archive and the published articles for a dry run. Both are held in memory, but for the issues that the filter
 * does not touch, so a dry run over a whole archive wants a filter or a large heap.
 */
public final class ArchiveReader {

    private final KafkaSettings settings;
    private final Pipeline.TopicNames names;

    /** @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url} */
    public ArchiveReader(KafkaSettings settings, Pipeline.TopicNames names) {
        this.settings = settings;
        this.names = names;
    }

    /** Computes what a replay of the filter's pages, or of their articles, from a stage on would change. */
    public ReplayReport dryRun(Stage from, ReplayFilter filter, DryRun dryRun, ReplayProgress progress) {
        PublishedArticles made = new PublishedArticles();
        Map<String, Article> published = new HashMap<>();
        read(names.articles(), Article.class, record -> {
            made.apply(record);
            published.put(record.key(), record.value());
        });
        Map<String, PipelineVersion> versions = made.oldestVersions();
        Predicate<PageId> wanted = page -> filter.takes(page, versions.get(page.toString()));
        if (from == Stage.SEGMENT) {
            pages(published, wanted, dryRun, progress);
        } else {
            articles(from, published, wanted, dryRun, progress);
        }
        return dryRun.report(from);
    }

    private void pages(
            Map<String, Article> published, Predicate<PageId> wanted, DryRun dryRun, ReplayProgress progress) {
        Map<String, Map<String, RawPage>> issues = issues(wanted);
        Map<String, Map<String, Article>> articles = byIssue(published);
        long total = issues.values().stream().mapToLong(Map::size).sum();
        long done = 0;
        for (Map.Entry<String, Map<String, RawPage>> issue : issues.entrySet()) {
            dryRun.issue(issue.getValue().values(), articles.getOrDefault(issue.getKey(), Map.of()), wanted);
            done += issue.getValue().size();
            progress.read(done, total, done);
        }
    }

    private static void articles(
            Stage from,
            Map<String, Article> published,
            Predicate<PageId> wanted,
            DryRun dryRun,
            ReplayProgress progress) {
        List<Article> articles = published.values().stream()
                .filter(article -> article != null && wanted.test(PageId.parse(article.getPageId())))
                .toList();
        long done = 0;
        for (Article article : articles) {
            dryRun.article(from, article);
            progress.read(++done, articles.size(), done);
        }
    }

    /** By issue, the newest revision of each page of the issues in which a page is wanted. */
    private Map<String, Map<String, RawPage>> issues(Predicate<PageId> wanted) {
        Set<String> touched = new HashSet<>();
        Map<String, Map<String, RawPage>> issues = new TreeMap<>();
        read(names.pages(), RawPage.class, record -> {
            RawPage page = record.value();
            if (page == null) {
                return;
            }
            PageId id = PageId.parse(page.getPageId());
            String issue = id.issue();
            if (wanted.test(id)) {
                touched.add(issue);
            }
            issues.computeIfAbsent(issue, i -> new TreeMap<>())
                    .merge(
                            page.getPageId(),
                            page,
                            (one, other) -> one.getRevision() > other.getRevision() ? one : other);
        });
        issues.keySet().retainAll(touched);
        return issues;
    }

    private static Map<String, Map<String, Article>> byIssue(Map<String, Article> published) {
        Map<String, Map<String, Article>> issues = new HashMap<>();
        published.forEach((id, article) -> issues.computeIfAbsent(
                        ArticleId.parse(id).page().issue(), i -> new HashMap<>())
                .put(id, article));
        return issues;
    }

    private <V extends SpecificRecord> void read(
            String topic, Class<V> type, Consumer<ConsumerRecord<String, V>> reader) {
        try (TopicReader<V> records = TopicReader.lenient(topic, type, settings)) {
            records.toEnd(reader);
        }
    }
}
