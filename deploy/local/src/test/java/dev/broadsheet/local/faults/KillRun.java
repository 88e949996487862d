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
 * Two processes share the work. One of them is killed again and again, each time while it has pages under way, in the end both;
 * then the table is compared with that of an undisturbed run.
 */
final class KillRun {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Cluster cluster;
    private final Newsroom newsroom;
    private final String applicationId;
    private final Path folder;

    /** @param folder for the state stores and logs of the processes */
    KillRun(Cluster cluster, Newsroom newsroom, String applicationId, Path folder) {
        this.cluster = cluster;
        this.newsroom = newsroom;
        this.applicationId = applicationId;
        this.folder = folder;
    }

    /** What it came to. */
    record Figures(int pages, int records, int kills, long seconds, int articles, int differences) {

        static final String HEAD = "| pages | records sent | kills | seconds | articles | differences |";

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %d | %d | %d | %d |",
                    pages,
                    records,
                    kills,
                    seconds,
                    articles,
                    differences);
        }
    }

    /**
     * Runs it, and fails unless all is as if nothing had happened.
     *
     * @param publication name of the newspapers, or how their names begin
     * @param kills of the one process alone; of two more it dies together with the other
     */
    Figures run(String publication, int pages, int kills) {
        List<RawPage> mail = PressRun.mail(publication, pages);
        Instant begin = Instant.now();
        try (Follower follower = new Follower(cluster, publication)) {
            disturb(mail, kills, follower);
            Map<String, Article> table = newsroom.table(publication);
            Set<String> differences = differences(table, Newsroom.undisturbed(mail));
            Figures figures = new Figures(
                    pages,
                    mail.size(),
                    kills + 2,
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

    private void disturb(List<RawPage> mail, int kills, Follower follower) {
        EnrichProcess companion = start("companion");
        EnrichProcess victim = start("victim");
        for (int kill = 0; kill <= kills; kill++) {
            EnrichProcess working = victim;
            await().atMost(PATIENCE).until(() -> companion.isReady() && working.isReady());
            List<RawPage> bundle =
                    mail.subList(mail.size() * kill / (kills + 1), mail.size() * (kill + 1) / (kills + 1));
            int underWay = follower.seen() + bundle.size() / 3;
            newsroom.send(bundle);
            await().atMost(PATIENCE).pollInterval(LOOK).until(() -> follower.seen() >= underWay);
            victim.kill();
            if (kill < kills) {
                victim = start("victim");
            }
        }
        companion.kill();
        try (EnrichProcess heir = start("victim")) {
            newsroom.awaitThrough(applicationId);
            assertThat(heir.isReady()).isTrue();
        }
    }

    private EnrichProcess start(String name) {
        return new EnrichProcess(cluster, applicationId, folder.resolve(name));
    }

    private static Set<String> differences(Map<String, Article> table, Map<String, Article> expected) {
        Set<String> ids = new TreeSet<>(table.keySet());
        ids.addAll(expected.keySet());
        ids.removeIf(id -> Objects.equals(expected.get(id), table.get(id)));
        return ids;
    }

    /**
     * What changes with a page is one transaction: all that bears the mark of one change, and all articles of one scan, whatever
     * their marks say. Articles that stand on that page alone change with no other.
     */
    private void assertPagesAreWhole(Path broker, String publication) {
        Map<String, Set<String>> transactions = new TreeMap<>();
        for (Written written : TransactionLog.committed(broker, Topics.ARTICLES, cluster.config())) {
            if (written.change().startsWith(publication)) {
                note(written.change(), written, transactions);
                if (written.article() != null && standsAlone(written.article())) {
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
