package dev.broadsheet.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.replay.Replay;
import dev.broadsheet.replay.ReplayFilter;
import dev.broadsheet.replay.ReplayProgress;
import dev.broadsheet.replay.ReplayReport;
import dev.broadsheet.replay.ReplayRequest;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rolling upgrade from an earlier revision of this project, named by {@code -Dbroadsheet.previous=REVISION}; {@code mvn -Plong-faults
 * verify} runs it, and prints the figures. Other numbers: {@code -Dbroadsheet.upgrade.pages=300}.
 */
@Tag("long")
@WithCluster(own = true)
class UpgradeIT {

    private static final String REVISION = System.getProperty("broadsheet.previous", "");
    private static final int PAGES = Integer.getInteger("broadsheet.upgrade.pages", 900);
    private static final String APPLICATION = "upgrade";

    @TempDir
    private Path folder;

    private final Cluster cluster;

    UpgradeIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void processesOfAnEarlierRevisionAreReplacedOneByOneWhilePagesFlow() throws InterruptedException {
        assumeTrue(!REVISION.isEmpty(), "broadsheet.previous names no revision to upgrade from");
        Program previous = Program.ofRevision(REVISION, folder.resolve("previous"));
        try (Newsroom newsroom = new Newsroom(cluster)) {
            UpgradeRun upgrade = new UpgradeRun(cluster, newsroom, APPLICATION, folder);
            DisturbedRun.Figures figures = new DisturbedRun(cluster, newsroom)
                    .run("previous-daily", PAGES, 2, (mail, follower) -> {
                        upgrade.exchange(previous, Program.current(), mail, follower);
                        System.out.println(
                                "replayed afterwards: " + replay(newsroom).counts());
                    });

            System.out.println(DisturbedRun.Figures.HEAD + System.lineSeparator() + figures);
            assertThat(newsroom.deadLetters()).isEmpty();
        }
    }

    /** As after every upgrade: what the earlier program read otherwise is made anew. */
    private ReplayReport replay(Newsroom newsroom) {
        ReplayRequest request = new ReplayRequest(APPLICATION, Stage.SEGMENT, ReplayFilter.ALL, 1_000, 1_000);
        try (EnrichService service = newsroom.startStream(APPLICATION, folder.resolve("one"), Map.of());
                StreamPosition position = new StreamPosition(newsroom.settings(), APPLICATION)) {
            ReplayReport report = new Replay(newsroom.settings(), Pipeline.TopicNames.CONTRACT, position)
                    .run(request, ReplayProgress.SILENT);
            assertThat(service.check().alive()).isTrue();
            return report;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
