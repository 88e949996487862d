package dev.broadsheet.local.faults;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.schema.RawPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Two processes of one program share the work and are replaced by those of another, one after the other, each while it has pages under
 * way: the first is told to stop, the second killed.
 */
final class UpgradeRun {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Newsroom newsroom;
    private final String applicationId;
    private final Path folder;

    /** @param folder for the state stores and logs of the processes */
    UpgradeRun(Cluster cluster, Newsroom newsroom, String applicationId, Path folder) {
        this.cluster = cluster;
        this.newsroom = newsroom;
        this.applicationId = applicationId;
        this.folder = folder;
    }

    /** Sends the mail meanwhile, and waits until all of it is through. */
    void exchange(Program old, Program next, List<RawPage> mail, Follower follower) {
        EnrichProcess one = start(old, "one");
        EnrichProcess other = start(old, "other");
        awaitReady(one, other);

        newsroom.sendShare(mail, 0, 3, follower);
        one.close();
        EnrichProcess replaced = start(next, "one");
        awaitReady(replaced, other);

        newsroom.sendShare(mail, 1, 3, follower);
        other.kill();
        try (replaced;
                EnrichProcess last = start(next, "other")) {
            awaitReady(replaced, last);
            newsroom.sendShare(mail, 2, 3, follower);
            newsroom.awaitThrough(applicationId);
        }
    }

    private EnrichProcess start(Program program, String name) {
        return new EnrichProcess(program, cluster, applicationId, folder.resolve(name));
    }

    private static void awaitReady(EnrichProcess... processes) {
        for (EnrichProcess process : processes) {
            await().atMost(PATIENCE).until(process::isReady);
        }
    }
}
