package dev.broadsheet.replay;

import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.stage.Issue;
import dev.broadsheet.topic.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the archive and the published articles for a dry run. Both are held in memory, but for the issues that the filter
 * does not touch, so a dry run over a whole archive wants a filter or a large heap.
 */
public final class ArchiveReader {

    private final Consumer<String, RawPage> archive;
    private final Consumer<String, Article> table;

    /**
     * Reads with two consumers, neither of them subscribed; both must read committed records only.
     *
     * @param archive of raw pages
     * @param table of articles
     */
    public ArchiveReader(Consumer<String, RawPage> archive, Consumer<String, Article> table) {
        this.archive = archive;
        this.table = table;
    }

    /** Computes what a replay of the filter's pages would change. */
    public ReplayReport dryRun(ReplayFilter filter, DryRun dryRun, ReplayProgress progress) {
        Map<String, Article> published = new HashMap<>();
        read(table, Topics.ARTICLES.name(), published::put);
        Map<String, PipelineVersion> versions = PublishedArticles.oldestVersions(
                published.values().stream().filter(Objects::nonNull).toList());
        Predicate<PageId> wanted = page -> filter.takes(page, versions.get(page.toString()));

        Map<String, Map<String, RawPage>> issues = issues(wanted);
        Map<String, Map<String, Article>> articles = byIssue(published);
        long done = 0;
        for (Map.Entry<String, Map<String, RawPage>> issue : issues.entrySet()) {
            dryRun.issue(issue.getValue().values(), articles.getOrDefault(issue.getKey(), Map.of()), wanted);
            progress.read(++done, issues.size(), done);
        }
        return dryRun.report();
    }

    /** By issue, the newest revision of each page of the issues in which a page is wanted. */
    private Map<String, Map<String, RawPage>> issues(Predicate<PageId> wanted) {
        Set<String> touched = new HashSet<>();
        Map<String, Map<String, RawPage>> issues = new TreeMap<>();
        read(archive, Topics.PAGES.name(), (key, page) -> {
            if (page == null) {
                return;
            }
            PageId id = PageId.parse(page.getPageId());
            String issue = Issue.keyOf(page.getPageId());
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
                        Issue.keyOf(PublishedArticles.page(id).toString()), issue -> new HashMap<>())
                .put(id, article));
        return issues;
    }

    private static <V> void read(Consumer<String, V> consumer, String topic, BiConsumer<String, V> reader) {
        List<TopicPartition> partitions = PublishedArticles.partitions(consumer, topic);
        PublishedArticles.read(
                consumer, consumer.beginningOffsets(partitions), consumer.endOffsets(partitions), reader);
    }
}
