package dev.broadsheet.replay;

import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.Article;
import dev.broadsheet.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends pages of the archive through the running pipeline once more, beside live traffic.
 *
 * <p>The pages' bytes are passed on unchanged. Each batch and the position in the archive are one transaction, kept as the
 * offsets of a consumer group that bears the replay's name: an interrupted replay goes on exactly where it stopped, and
 * two runs of one name cannot work at once. A finished replay forgets its position.
 */
public final class Replay {

    private static final Duration STALLED = Duration.ofMinutes(3);
    private static final int LARGEST_BATCH = 200;

    private final Map<String, Object> clients;
    private final Deserializer<Article> articles;
    private final Admin admin;
    private final PipelineBacklog backlog;

    /**
     * A replayer for one cluster.
     *
     * @param clients connection and security settings of Kafka clients
     * @param articles reads values of the articles topic
     * @param backlog watches the applications that will process the pages
     */
    public Replay(Map<String, Object> clients, Deserializer<Article> articles, Admin admin, PipelineBacklog backlog) {
        this.clients = Map.copyOf(clients);
        this.articles = articles;
        this.admin = admin;
        this.backlog = backlog;
    }

    /**
     * Runs or resumes a replay and waits until its pages have passed the pipeline.
     *
     * @return what became of the articles since this run began
     * @throws ReplayException when it cannot begin or go on; what was sent stays sent, and it can be resumed
     */
    public ReplayReport run(ReplayRequest request, ReplayProgress progress) throws InterruptedException {
        try (Consumer<String, Article> table = tableConsumer();
                Consumer<String, byte[]> letters = bytesConsumer(Map.of());
                Consumer<String, byte[]> archive = bytesConsumer(archiveSettings(request));
                Producer<String, byte[]> producer = producer(request)) {
            Map<TopicPartition, Long> tableEnds = ends(table, Topics.ARTICLES.name());
            Map<TopicPartition, Long> letterEnds = ends(letters, Topics.DEAD_LETTERS.name());
            Before before = read(table, tableEnds, request.filter());

            producer.initTransactions();
            ArchivePassage.Sent sent = new ArchivePassage(
                            request, archive, producer, new Pace(request, backlog), progress)
                    .send(before.pages());
            if (!backlog.awaitPassed(STALLED, progress::waiting)) {
                throw new ReplayException(
                        "all " + sent.replayed() + " pages are sent, but the pipeline has not advanced for "
                                + STALLED.toMinutes() + " minutes; is the enrich service running?");
            }
            forgetPosition(request);
            return report(sent, before.articles(), changes(table, tableEnds), count(letters, letterEnds, sent.pages()));
        } catch (ExecutionException e) {
            throw new ReplayException(
                    "the cluster did not answer: " + e.getCause().getMessage(), e);
        }
    }

    private record Before(Set<String> articles, Predicate<PageId> pages) {}

    private static Before read(Consumer<String, Article> table, Map<TopicPartition, Long> ends, ReplayFilter filter) {
        Map<String, PipelineVersion> versions = new HashMap<>();
        Map<String, Map<String, PipelineVersion>> perArticle = new HashMap<>();
        PublishedArticles.read(table, table.beginningOffsets(ends.keySet()), ends, (id, article) -> {
            perArticle.remove(id);
            if (article != null) {
                perArticle.put(id, PublishedArticles.oldestVersions(List.of(article)));
            }
        });
        perArticle
                .values()
                .forEach(pages -> pages.forEach(
                        (page, version) -> versions.merge(page, version, (a, b) -> a.compareTo(b) <= 0 ? a : b)));
        return new Before(Set.copyOf(perArticle.keySet()), page -> filter.takes(page, versions.get(page.toString())));
    }

    /** The articles that the stream touched since the run began: id to whether it still exists. */
    private static Map<String, Boolean> changes(Consumer<String, Article> table, Map<TopicPartition, Long> from) {
        Map<String, Boolean> changes = new TreeMap<>(ArticleOrder.BY_ID);
        PublishedArticles.read(
                table, from, table.endOffsets(from.keySet()), (id, article) -> changes.put(id, article != null));
        return changes;
    }

    private static ReplayReport report(
            ArchivePassage.Sent sent, Set<String> before, Map<String, Boolean> changes, long deadLetters) {
        Map<ArticleChange.Kind, Long> counts = new HashMap<>();
        for (ArticleChange.Kind kind : ArticleChange.Kind.values()) {
            counts.put(kind, 0L);
        }
        before.stream()
                .filter(id -> sent.pages().contains(PublishedArticles.page(id).toString()))
                .filter(id -> !changes.containsKey(id))
                .forEach(id -> counts.merge(ArticleChange.Kind.UNCHANGED, 1L, Long::sum));
        changes.forEach((id, exists) -> {
            boolean replayed = sent.pages().contains(PublishedArticles.page(id).toString());
            boolean existed = before.contains(id);
            if (replayed && (existed || exists)) {
                counts.merge(kind(existed, exists), 1L, Long::sum);
            }
        });
        return new ReplayReport(false, sent.read(), sent.replayed(), counts, deadLetters, List.of());
    }

    private static ArticleChange.Kind kind(boolean existed, boolean exists) {
        if (!exists) {
            return ArticleChange.Kind.GONE;
        }
        return existed ? ArticleChange.Kind.CHANGED : ArticleChange.Kind.NEW;
    }

    private static long count(Consumer<String, byte[]> letters, Map<TopicPartition, Long> from, Set<String> pages) {
        long[] count = {0};
        PublishedArticles.read(letters, from, letters.endOffsets(from.keySet()), (key, value) -> {
            if (key != null && pages.stream().anyMatch(page -> key.equals(page) || key.startsWith(page + "/"))) {
                count[0]++;
            }
        });
        return count[0];
    }

    private static Map<TopicPartition, Long> ends(Consumer<?, ?> consumer, String topic) {
        return new HashMap<>(consumer.endOffsets(PublishedArticles.partitions(consumer, topic)));
    }

    private void forgetPosition(ReplayRequest request) throws InterruptedException, ExecutionException {
        try {
            admin.deleteConsumerGroups(List.of(request.group())).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) { // nothing was sent, so there is no position
                throw e;
            }
        }
    }

    private Map<String, Object> archiveSettings(ReplayRequest request) {
        int batch = (int) Math.max(1, Math.min(LARGEST_BATCH, Math.ceil(request.pagesPerSecond())));
        return Map.of(ConsumerConfig.GROUP_ID_CONFIG, request.group(), ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
    }

    private Consumer<String, Article> tableConsumer() {
        return new KafkaConsumer<>(consumerSettings(Map.of()), new StringDeserializer(), articles);
    }

    private Consumer<String, byte[]> bytesConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(consumerSettings(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> consumerSettings(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(clients);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.putAll(settings);
        return all;
    }

    private Producer<String, byte[]> producer(ReplayRequest request) {
        Map<String, Object> all = new HashMap<>(clients);
        all.putAll(Topics.producerLimits());
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, request.group());
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }
}
