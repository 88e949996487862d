package dev.broadsheet.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.service.Configuration;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the articles when something breaks. The yardstick is the pipeline without Kafka: it makes the table that an
 * undisturbed run would make.
 */
@WithCluster(own = true)
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String APPLICATION = "faults";

    /** The shortest the broker allows: a process that left is found out in six seconds, not forty-five. */
    private static final Map<String, String> FOUND_OUT_SOON =
            Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "1500");

    @TempDir
    private static Path folder;

    private final Cluster cluster;
    private Newsroom newsroom;
    private int deadBefore;

    FaultsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void open() {
        newsroom = new Newsroom(cluster);
        deadBefore = newsroom.deadLetters().size();
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void twoProcessesOfWhichOneIsKilledAgainAndAgainAndThenBothLeaveTheTableOfAnUndisturbedRun() {
        new KillRun(cluster, newsroom, APPLICATION, folder).run("killed-daily", 60, 2);

        assertThat(newsroom.deadLetters()).hasSize(deadBefore);
    }

    @Test
    void aRegistryThatIsAwayHoldsTheStreamUpAndMakesNoDeadLetters() throws Exception {
        List<RawPage> issue = PressRun.pages("registry-daily", 6);
        newsroom.send(issue);
        cluster.registryDown();
        // A registry client of its own: the one that this process shares knows the schemas and would miss nothing.
        try (EnrichService service = start(Map.of("max.retries", "1"))) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(service.check().alive()).isTrue();
                assertThat(service.check().ready()).isFalse();
                assertThat(service.check().stages().get(0).fault()).isNotNull();
            });

            cluster.registryUp();
            newsroom.awaitThrough(APPLICATION);
            await().atMost(PATIENCE).until(() -> service.check().ready());
        }

        assertThat(newsroom.table("registry-daily")).isEqualTo(Newsroom.undisturbed(issue));
        assertThat(newsroom.deadLetters()).hasSize(deadBefore);
    }

    @Test
    void aBrokerThatStopsAndReturnsCostsTimeAndNothingElse() {
        List<RawPage> issue = PressRun.pages("broker-daily", 30);
        newsroom.send(issue.subList(0, 15));
        try (EnrichService service = start()) {
            await().atMost(PATIENCE).until(() -> !newsroom.table("broker-daily").isEmpty());

            cluster.brokerDown();
            assertThat(service.check().alive()).isTrue();
            cluster.brokerUp();
            newsroom.send(issue.subList(15, 30));

            newsroom.awaitThrough(APPLICATION);
            await().atMost(PATIENCE).until(() -> service.check().ready());
        }

        assertThat(newsroom.table("broker-daily")).isEqualTo(Newsroom.undisturbed(issue));
    }

    @Test
    void poisonBecomesDeadLettersAndTheGoodPagesGoThrough() {
        List<RawPage> issue = PressRun.pages("poison-daily", 6);
        newsroom.send(issue.subList(0, 3));
        newsroom.sendBytes(Topics.PAGES, "poison-daily/2024-07-21/90", new byte[] {42, 1, 2, 3, 4, 5});
        newsroom.sendBytes(Topics.PAGES, "poison-daily/2024-07-21/91", new byte[] {0, 0x7f, 0, 0, 1, 5});
        newsroom.sendBytes(Topics.PAGES, "poison-daily/2024-07-21/92", new byte[] {0, 0});
        newsroom.sendBytes(Topics.PAGES, "poison-daily/2024-07-21/93", null);
        newsroom.sendBytes(Topics.PAGES_REPLAY, null, new byte[] {0, 0, 0, 0, 1, 9});
        newsroom.send(List.of(PressRun.page("poison-daily", LocalDate.of(2024, 7, 21), 94, "\n".repeat(100_000))));
        newsroom.sendBytes(Topics.SEGMENTED, "poison-daily/2024-07-21/95/1", new byte[] {7});
        newsroom.sendBytes(Topics.CLASSIFIED, "poison-daily/2024-07-21/95/2", new byte[] {7});
        newsroom.send(issue.subList(3, 6));

        try (EnrichService service = start()) {
            newsroom.awaitThrough(APPLICATION);
            assertThat(service.check().alive()).isTrue();
        }

        assertThat(newsroom.table("poison-daily")).isEqualTo(Newsroom.undisturbed(issue));
        List<DeadLetter> letters = newsroom.deadLetters();
        List<DeadLetter> added = letters.subList(deadBefore, letters.size());
        assertThat(added).hasSize(8).allSatisfy(letter -> {
            assertThat(letter.getCause()).isNotBlank();
            assertThat(letter.getOffset()).isNotNegative();
        });
        assertThat(added).extracting(DeadLetter::getStage).contains("segment", "classify", "enrich");
    }

    private EnrichService start() {
        return start(Map.of());
    }

    private EnrichService start(Map<String, String> settings) {
        return EnrichService.start(Configuration.of(
                Map.of(
                        "broadsheet.enrich.application-id",
                        APPLICATION,
                        "broadsheet.enrich.state-dir",
                        folder.resolve("state").toString(),
                        "broadsheet.enrich.max-backoff",
                        "PT5S",
                        "broadsheet.enrich.http.port",
                        "0"),
                newsroom.settings().with(FOUND_OUT_SOON).with(settings)));
    }
}
