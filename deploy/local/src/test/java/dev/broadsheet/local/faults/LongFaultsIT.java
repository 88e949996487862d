package dev.broadsheet.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.schema.RawPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The faults that take minutes; {@code mvn -Plong-faults verify} runs them, and prints the figures.
 *
 * <p>Other numbers: {@code -Dbroadsheet.faults.pages=300 -Dbroadsheet.faults.kills=5}.
 */
@Tag("long")
@WithCluster(own = true)
class LongFaultsIT {

    private static final int PAGES = Integer.getInteger("broadsheet.faults.pages", 2_400);
    private static final int KILLS = Integer.getInteger("broadsheet.faults.kills", 20);

    private static final String APPLICATION = "long-faults";

    @TempDir
    private static Path folder;

    private final Cluster cluster;

    LongFaultsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void thousandsOfPagesAndTwentyKillsLeaveTheTableOfAnUndisturbedRun() {
        try (Newsroom newsroom = new Newsroom(cluster)) {
            DisturbedRun.Figures figures =
                    new KillRun(cluster, newsroom, APPLICATION, folder).run("long-daily", PAGES, KILLS);

            System.out.println(DisturbedRun.Figures.HEAD + System.lineSeparator() + figures);
            assertThat(newsroom.deadLetters()).isEmpty();
        }
    }

    @Test
    void aRegistryThatIsAwayForAMinuteCostsAMinute() {
        List<RawPage> pages = PressRun.pages("minute-daily", 60);
        try (Newsroom newsroom = new Newsroom(cluster)) {
            newsroom.send(pages);
            cluster.registryDown();
            try (EnrichProcess process = new EnrichProcess(cluster, APPLICATION, folder.resolve("minute"))) {
                await().during(Duration.ofMinutes(1))
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> !process.isReady());
                cluster.registryUp();
                newsroom.awaitThrough(APPLICATION);
            }

            assertThat(newsroom.table("minute-daily")).isEqualTo(Newsroom.undisturbed(pages));
            assertThat(newsroom.deadLetters()).isEmpty();
        }
    }

    @Test
    void aRowOfTheSlowestPagesTakesItsTimeAndNothingElse() {
        List<RawPage> pages = new ArrayList<>(PressRun.pages("slow-daily", 200));
        pages.addAll(PressRun.slowest("slow-daily", 8));
        try (Newsroom newsroom = new Newsroom(cluster)) {
            newsroom.send(pages);
            try (EnrichProcess process = new EnrichProcess(cluster, APPLICATION, folder.resolve("slow"))) {
                newsroom.awaitThrough(APPLICATION);
                assertThat(process.isReady()).isTrue();
            }

            assertThat(newsroom.table("slow-daily")).isEqualTo(Newsroom.undisturbed(pages));
            assertThat(newsroom.deadLetters()).isEmpty();
        }
    }
}
