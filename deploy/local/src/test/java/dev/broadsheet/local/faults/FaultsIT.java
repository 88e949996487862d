package dev.broadsheet.local.faults;

import static dev.broadsheet.local.Stories.FERRY;
import static dev.broadsheet.local.Stories.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.id.PageId;
import dev.broadsheet.ingest.PageProducer;
import dev.broadsheet.ingest.PageRefusedException;
import dev.broadsheet.ingest.PageSubmission;
import dev.broadsheet.ingest.Receipt;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.service.Health;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topic.UnreadableTopicException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

    /** The first format becomes today's, and that one of tomorrow's, of which the processes that go know nothing. */
    @Test
    void processesThatReplaceEachOtherGoOnWithStateOfEarlierAndLaterFormats() {
        UpgradeRun upgrade = new UpgradeRun(cluster, newsroom, APPLICATION, folder);
        new DisturbedRun(cluster, newsroom).run("upgrade-daily", 60, 2, (mail, follower) -> {
            List<RawPage> early = mail.subList(0, mail.size() / 3);
            newsroom.send(early);
            try (EnrichService service = start()) {
                newsroom.awaitThrough(APPLICATION);
                awaitReady(service);
            }
            assertThat(new FirstFormat(newsroom.settings()).rewrite(APPLICATION))
                    .isGreaterThan(early.size());
            upgrade.exchange(Program.current(), Program.next(), mail.subList(early.size(), mail.size()), follower);
        });

        assertThat(newsroom.deadLetters()).hasSize(deadBefore);
    }

    @Test
    void aRegistryThatIsAwayHoldsUpOnlyWhatDoesNotKnowTheSchemasAndMakesNoDeadLetters() {
        List<RawPage> pages = PressRun.pages("registry-daily", 18);
        newsroom.send(pages.subList(0, 6));
        try (EnrichService service = start()) {
            newsroom.awaitThrough(APPLICATION);
            cluster.registryDown();
            newsroom.send(pages.subList(6, 12));
            newsroom.awaitThrough(APPLICATION);
            assertThat(service.check().alive()).isTrue();
        }
        newsroom.send(pages.subList(12, 18));
        // A registry client of its own: the one that this process shares knows the schemas and would miss nothing.
        try (EnrichService service = start(folder.resolve("state"), Map.of("max.retries", "1"))) {
            awaitFault(service, "registry");

            cluster.registryUp();
            newsroom.awaitThrough(APPLICATION);
            awaitReady(service);
        }

        assertUndisturbed("registry-daily", pages);
    }

    @Test
    void aBrokerThatStopsAndReturnsCostsTimeAndNothingElse() {
        List<RawPage> pages = PressRun.pages("broker-daily", 30);
        newsroom.send(pages.subList(0, 15));
        try (EnrichService service = start()) {
            await().atMost(PATIENCE).until(() -> !newsroom.table("broker-daily").isEmpty());

            cluster.brokerDown();
            awaitFault(service, "Kafka");
            cluster.brokerUp();
            newsroom.send(pages.subList(15, 30));

            newsroom.awaitThrough(APPLICATION);
            awaitReady(service);
        }

        assertUndisturbed("broker-daily", pages);
    }

    @Test
    void aReaderSaysThatTheBrokerWentAwayInTheMiddle() {
        newsroom.send(PressRun.pages("silent-daily", 30));
        // One page at a time, so that most are still on the broker when the first is read.
        Map<String, String> small =
                Map.of("max.poll.records", "1", "max.partition.fetch.bytes", "1", "default.api.timeout.ms", "3000");
        AtomicInteger read = new AtomicInteger();
        try (TopicReader<byte[]> pages =
                new TopicReader<>(Topics.PAGES.name(), newsroom.settings().with(small), new ByteArrayDeserializer())) {
            assertThatThrownBy(() -> pages.toEnd(page -> {
                        if (read.incrementAndGet() == 1) {
                            cluster.brokerDown();
                        }
                    }))
                    .isInstanceOf(UnreadableTopicException.class)
                    .hasMessageContaining("nothing for 3 s");
        } finally {
            cluster.brokerUp();
        }
    }

    @Test
    void aDiskThatIsFullHoldsTheStreamUpUntilThereIsRoomAgain() throws Exception {
        List<RawPage> pages = PressRun.pages("disk-daily", 24);
        newsroom.send(pages.subList(0, 12));
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
            disk.fill();
            try (EnrichService service = start(disk.folder().resolve("state"), Map.of())) {
                awaitFault(service, "space");
                disk.free();
                newsroom.awaitThrough(APPLICATION);

                disk.fill();
                awaitFault(service, "the disk is full");
                newsroom.send(pages.subList(12, 24));
            }
            disk.free();
            try (EnrichService service = start(disk.folder().resolve("state"), Map.of())) {
                newsroom.awaitThrough(APPLICATION);
                awaitReady(service);
            }
        }

        assertUndisturbed("disk-daily", pages);
    }

    @Test
    void aClockThatJumpsChangesNoArticleAndLosesNone() {
        List<RawPage> pages = PressRun.pages("clock-daily", 12);
        Instant now = Instant.now();
        newsroom.sendAt(now.minus(Duration.ofDays(400)), pages.subList(0, 3));
        newsroom.sendAt(now.plus(Duration.ofDays(400)), pages.subList(3, 6));
        newsroom.sendAt(now.minus(Duration.ofDays(30)), pages.subList(6, 9));
        newsroom.sendAt(now, pages.subList(9, 12));
        try (EnrichService service = start()) {
            newsroom.awaitThrough(APPLICATION);
            awaitReady(service);
        }

        assertUndisturbed("clock-daily", pages);
        assertThat(newsroom.segmentedAt("clock-daily"))
                .as("records of today, which a topic with a retention of a week keeps")
                .isNotEmpty()
                .allSatisfy(written -> assertThat(written).isBetween(now.minusSeconds(60), now.plusSeconds(600)));
    }

    @Test
    void aNewerScanIsTheNewerOneThoughTheDoorsClockWasSetBackBeforeIt() {
        PageId page = PageId.parse("set-back-daily/2024-07-21/1");
        newsroom.sendReceivedAt(
                Instant.now().plus(Duration.ofDays(1)), PressRun.page(page.publication(), page.issueDate(), 1, SCHOOL));
        Receipt receipt;
        try (PageProducer door = PageProducer.connect(newsroom.settings())) {
            receipt = door.submit(submission(page, FERRY.getBytes(StandardCharsets.UTF_8)));
        }
        try (EnrichService service = start()) {
            newsroom.awaitThrough(APPLICATION);
            awaitReady(service);
        }

        assertThat(receipt.revision()).isGreaterThan(Instant.now().toEpochMilli());
        assertThat(newsroom.table(page.publication()).values())
                .extracting(Article::getHeadline)
                .containsExactly("临川渡口恢复通航");
    }

    @Test
    void poisonBecomesDeadLettersThatSayWhyAndTheGoodPagesGoThrough() {
        List<RawPage> good = new ArrayList<>(PressRun.pages("poison-daily", 6));
        newsroom.send(good.subList(0, 3));
        Map<String, String> causes = Poisons.sendAll(newsroom);
        RawPage slow = Poisons.slowPage();
        newsroom.send(List.of(slow));
        newsroom.send(good.subList(3, 6));
        good.add(slow);

        try (EnrichService service = start()) {
            newsroom.awaitThrough(APPLICATION);
            assertThat(service.check().alive()).isTrue();
        }

        assertThat(newsroom.table("poison-daily")).isEqualTo(Newsroom.undisturbed(good));
        List<DeadLetter> letters = newsroom.deadLetters();
        List<DeadLetter> added = letters.subList(deadBefore, letters.size());
        assertThat(added).hasSameSizeAs(causes.keySet());
        added.forEach(letter -> assertThat(letter.getCause()).contains(causes.get(Poisons.nameOf(letter))));
        assertThat(added).extracting(DeadLetter::getStage).contains("segment", "classify", "enrich");
    }

    @Test
    void aPageOfFiftyMegabytesIsRefusedAtTheDoor() {
        PageSubmission page = submission(PageId.parse("poison-daily/2024-07-22/1"), new byte[50 << 20]);
        try (PageProducer door = PageProducer.connect(newsroom.settings())) {
            assertThatThrownBy(() -> door.submit(page))
                    .isInstanceOf(PageRefusedException.class)
                    .hasMessageContaining(Integer.toString(Topics.MAX_CONTENT_BYTES));
        }
    }

    private static PageSubmission submission(PageId page, byte[] content) {
        return new PageSubmission(page, null, "text/plain", null, content, null, null, false, Map.of());
    }

    private void assertUndisturbed(String publication, List<RawPage> pages) {
        assertThat(newsroom.table(publication)).isEqualTo(Newsroom.undisturbed(pages));
        assertThat(newsroom.deadLetters()).hasSize(deadBefore);
    }

    /** Waits until a service says what is wrong, and that it is alive all the same. */
    private static void awaitFault(EnrichService service, String what) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Health health = service.check();
            assertThat(health.alive()).isTrue();
            assertThat(health.ready()).isFalse();
            assertThat(health.stages().toString()).contains(what);
        });
    }

    private static void awaitReady(EnrichService service) {
        await().atMost(PATIENCE).until(() -> service.check().ready());
    }

    private EnrichService start() {
        return start(folder.resolve("state"), Map.of());
    }

    private EnrichService start(Path state, Map<String, String> settings) {
        return newsroom.startStream(APPLICATION, state, settings);
    }
}
