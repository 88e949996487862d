package dev.broadsheet.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.schema.RawPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two processes share the work. One of them is killed again and again, each time while it has pages under way, in the end both. */
final class KillRun {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

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

    /**
     * Runs it, and fails unless all is as if nothing had happened.
     *
     * @param publication name of the newspapers, or how their names begin
     * @param kills of the one process alone; of two more it dies together with the other
     */
    DisturbedRun.Figures run(String publication, int pages, int kills) {
        return new DisturbedRun(cluster, newsroom)
                .run(publication, pages, kills + 2, (mail, follower) -> disturb(mail, kills, follower));
    }

    private void disturb(List<RawPage> mail, int kills, Follower follower) {
        EnrichProcess companion = start("companion");
        EnrichProcess victim = start("victim");
        for (int kill = 0; kill <= kills; kill++) {
            EnrichProcess working = victim;
            await().atMost(PATIENCE).until(() -> companion.isReady() && working.isReady());
            newsroom.sendShare(mail, kill, kills + 1, follower);
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
}
