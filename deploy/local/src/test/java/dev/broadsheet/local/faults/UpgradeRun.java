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
    private static final Duration LOOK = Duration.ofMillis(50);

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

        sendSome(mail, 0, follower);
        one.close();
        EnrichProcess replaced = start(next, "one");
        awaitReady(replaced, other);

        sendSome(mail, 1, follower);
        other.kill();
        try (replaced;
                EnrichProcess last = start(next, "other")) {
            awaitReady(replaced, last);
            sendSome(mail, 2, follower);
            newsroom.awaitThrough(applicationId);
        }
    }

    /** Sends the next third, and waits until the stream is in the midst of it. */
    private void sendSome(List<RawPage> mail, int third, Follower follower) {
        List<RawPage> some = mail.subList(mail.size() * third / 3, mail.size() * (third + 1) / 3);
        int underWay = follower.seen() + some.size() / 3;
        newsroom.send(some);
        await().atMost(PATIENCE).pollInterval(LOOK).until(() -> follower.seen() >= underWay);
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
