package dev.broadsheet.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.faults.TransactionLog.Written;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A year's mail goes through a stream that is disturbed meanwhile, under the eyes of a reader; in the end the table is compared with
 * that of an undisturbed run.
 */
final class DisturbedRun {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Newsroom newsroom;

    DisturbedRun(Cluster cluster, Newsroom newsroom) {
        this.cluster = cluster;
        this.newsroom = newsroom;
    }

    /** What is done to the stream. */
    @FunctionalInterface
    interface Disturbance {

        /**
         * Sends the mail and waits until all of it is through.
         *
         * @param follower reads along
         */
        void strike(List<RawPage> mail, Follower follower);
    }

    /** What it came to. */
    record Figures(int pages, int records, int events, long seconds, int articles, int differences) {

        static final String HEAD = "| pages | records sent | kills or exchanges | seconds | articles | differences |";

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %d | %d | %d | %d |",
                    pages,
                    records,
                    events,
                    seconds,
                    articles,
                    differences);
        }
    }

    /**
     * Runs it, and fails unless all is as if nothing had happened.
     *
     * @param publication name of the newspapers, or how their names begin
     * @param events how often a process is killed or replaced
     */
    Figures run(String publication, int pages, int events, Disturbance disturbance) {
        List<RawPage> mail = PressRun.mail(publication, pages);
        Instant begin = Instant.now();
        try (Follower follower = new Follower(cluster, publication)) {
            disturbance.strike(mail, follower);
            Map<String, Article> table = newsroom.table(publication);
            Set<String> differences = differences(table, Newsroom.undisturbed(mail));
            Figures figures = new Figures(
                    pages,
                    mail.size(),
                    events,
                    Duration.between(begin, Instant.now()).toSeconds(),
                    table.size(),
                    differences.size());
            assertThat(differences).as("articles that are not as undisturbed").isEmpty();
            await().atMost(PATIENCE)
                    .until(() ->
                            follower.seen() == newsroom.published(publication).size());
            assertThat(follower.complaints()).isEmpty();
            assertThat(follower.tornChanges()).isEmpty();
            cluster.brokerFolder().ifPresent(broker -> assertPagesAreWhole(broker, publication));
            return figures;
        }
    }

    private static Set<String> differences(Map<String, Article> table, Map<String, Article> expected) {
        Set<String> ids = new TreeSet<>(table.keySet());
        ids.addAll(expected.keySet());
        ids.removeIf(id -> Objects.equals(expected.get(id), table.get(id)));
        return ids;
    }

    /**
     * What changes with a page is one transaction: all that bears the mark of one change, and all articles of one scan, whatever
     * their marks say, unless a replay changes some of them once more. Articles that stand on that page alone change with no other.
     */
    private void assertPagesAreWhole(Path broker, String publication) {
        Map<String, Set<String>> transactions = new TreeMap<>();
        for (Written written : TransactionLog.committed(broker, Topics.ARTICLES, cluster.config())) {
            if (written.change().startsWith(publication)) {
                note(written.change(), written, transactions);
                if (!written.replayed() && written.article() != null && standsAlone(written.article())) {
                    note(scan(written.article()), written, transactions);
                }
            }
        }
        assertThat(transactions)
                .as("changes and scans seen in the broker's files")
                .isNotEmpty();
        assertThat(transactions)
                .allSatisfy((what, some) -> assertThat(some).as(what).hasSize(1));
    }

    private static void note(String what, Written written, Map<String, Set<String>> transactions) {
        transactions.computeIfAbsent(what, first -> new TreeSet<>()).add(written.transaction());
    }

    private static boolean standsAlone(Article article) {
        return article.getParts().size() == 1 && article.getContinuedTo() == null && article.getContinuedFrom() == null;
    }

    private static String scan(Article article) {
        return article.getPageId() + " revision " + article.getPageRevision();
    }
}
