package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.RawPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotFolderTest {

    private static final String PAGE = "yunting-daily-2024-05-16-p1.txt";
    private static final int POLLS = 2;

    @TempDir
    Path folder;

    private final FakeKafka kafka = new FakeKafka();
    private final PageProducer producer = kafka.pageProducer();
    private final IngestMetrics metrics = new IngestMetrics();
    private final ManualClock clock = new ManualClock();
    private HotFolder hotFolder;

    @Test
    void aFileIsTakenOnceItHasSettledAndThenLiesInDone() throws IOException {
        write(PAGE, "本报讯");
        start();

        hotFolder.poll();
        assertThat(kafka.pages()).isEmpty();
        hotFolder.poll();

        assertThat(kafka.onlyPage().getPageId()).isEqualTo("yunting-daily/2024-05-16/1");
        assertThat(names("")).isEmpty();
        assertThat(names("done")).containsExactly(PAGE);
        assertThat(metrics.scrape()).contains("broadsheet_ingest_pages_accepted_total{door=\"folder\"} 1.0");
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
        start();
        for (int line = 1; line < 5; line++) {
            write(PAGE, "本报讯\n".repeat(line));
            hotFolder.poll();
        }
        assertThat(kafka.pages()).isEmpty();

        settle();
        assertThat(kafka.onlyPage().getContent().remaining())
                .isEqualTo("本报讯\n".repeat(4).getBytes("UTF-8").length);
    }

    @Test
    void unfinishedAndHiddenFilesAreNotPages() throws IOException {
        write(PAGE + ".part", "x");
        write("a.tmp", "x");
        write(".a.txt", "x");
        write("README.txt", "x");
        start();
        settle();

        assertThat(kafka.pages()).isEmpty();
        assertThat(hotFolder.backlog()).isZero();
    }

    @Test
    void aSidecarDescribesItsPageAndMovesAlong() throws IOException {
        write("scan7.txt", "x");
        write("scan7.json", "{\"publication\":\"yunting-daily\",\"date\":\"2024-05-16\",\"page\":\"3\"}");
        start();
        settle();

        assertThat(kafka.onlyPage().getPageId()).isEqualTo("yunting-daily/2024-05-16/3");
        assertThat(names("done")).containsExactly("scan7.txt", "scan7.txt.json");
        assertThat(names("")).isEmpty();
    }

    @Test
    void aPageWaitsForItsSidecarWhereOneIsRequired() throws IOException {
        write("scan7.txt", "x");
        start(Map.of("sidecar-required", "true"));
        settle();
        settle();
        assertThat(kafka.pages()).isEmpty();
        assertThat(hotFolder.backlog()).isEqualTo(1);

        write("scan7.txt.json", "{\"publication\":\"yunting-daily\"}");
        hotFolder.poll();
        assertThat(kafka.pages()).as("the sidecar has not settled").isEmpty();
        hotFolder.poll();
        assertThat(kafka.onlyPage().getPublication()).isEqualTo("yunting-daily");
    }

    @Test
    void aRefusedFileLiesInRejectedWithItsReasonAndBlocksNobody() throws IOException {
        write("a.txt", "  \n");
        write("b.pdf", "%PDF");
        write("c.txt", "本报讯");
        write("c.txt.json", "{\"dat\":\"2024-05-16\"}");
        write("d.txt", "本报讯");
        start();
        settle();

        assertThat(kafka.onlyPage().getPageId()).isEqualTo("unknown/undated/d.txt");
        assertThat(names("rejected"))
                .containsExactly(
                        "a.txt",
                        "a.txt.reason.txt",
                        "b.pdf",
                        "b.pdf.reason.txt",
                        "c.txt",
                        "c.txt.json",
                        "c.txt.reason.txt");
        assertThat(Files.readString(folder.resolve("rejected/a.txt.reason.txt")))
                .contains("empty-page");
        assertThat(Files.readString(folder.resolve("rejected/c.txt.reason.txt")))
                .contains("bad-metadata")
                .contains("\"dat\"");
        assertThat(metrics.scrape())
                .contains("broadsheet_ingest_pages_refused_total{door=\"folder\",reason=\"empty-page\"} 1.0");
    }

    @Test
    void aFileNameCannotForgeALineOfItsReason() throws IOException {
        write("a.pdf\nreason: none", "x");
        start();
        settle();

        List<String> reasons = names("rejected").stream()
                .filter(n -> n.endsWith(".reason.txt"))
                .toList();
        assertThat(Files.readAllLines(folder.resolve("rejected").resolve(reasons.get(0))))
                .hasSize(4)
                .filteredOn(line -> line.startsWith("reason: "))
                .containsExactly("reason: unknown-media-type");
    }

    @Test
    void aFileTooLargeIsRejectedWithoutBeingReadWhole() throws IOException {
        Files.write(folder.resolve("a.txt"), new byte[5 << 20]);
        start();
        settle();

        assertThat(Files.readString(folder.resolve("rejected/a.txt.reason.txt")))
                .contains("too-large");
    }

    @Test
    void theSamePageAgainNeverOverwritesWhatIsDone() throws IOException {
        start();
        for (String text : List.of("甲", "乙", "丙")) {
            write(PAGE, text);
            settle();
        }

        assertThat(kafka.pages())
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> Long.compare(a.getRevision(), b.getRevision()));
        assertThat(names("done"))
                .containsExactlyInAnyOrder(
                        PAGE, "yunting-daily-2024-05-16-p1~2.txt", "yunting-daily-2024-05-16-p1~3.txt");
        assertThat(Files.readString(folder.resolve("done").resolve(PAGE))).isEqualTo("甲");
    }

    @Test
    void whileKafkaIsAwayFilesStayAndComeThroughAfterwards() throws IOException {
        write("a.txt", "甲");
        write("b.txt", "乙");
        start();
        kafka.goAway();
        settle();
        settle();
        assertThat(names("")).containsExactly("a.txt", "b.txt");
        assertThat(metrics.scrape())
                .as("one attempt, then the folder rests")
                .contains("broadsheet_ingest_pages_received_total{door=\"folder\"} 1.0");
        assertThat(hotFolder.backlog()).isEqualTo(2);

        kafka.comeBack();
        hotFolder.poll();
        assertThat(kafka.pages()).as("still resting").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        hotFolder.poll();
        assertThat(names("done")).containsExactly("a.txt", "b.txt");
    }

    @Test
    void thePauseGrowsWhileKafkaStaysAwayButOnlyToItsBound() {
        Backoff backoff = new Backoff(clock, Duration.ofSeconds(5));

        assertThat(Stream.generate(backoff::fail).limit(5).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 5L, 5L);
        backoff.succeed();
        assertThat(backoff.fail()).hasSeconds(1);
    }

    @Test
    void afterARestartWhatWasLeftIsTaken() throws IOException {
        write(PAGE, "甲");
        start();
        hotFolder.poll();

        start();
        settle();
        assertThat(kafka.pages()).hasSize(1);
    }

    @Test
    void aPageWhoseMoveFailedIsMovedLaterAndNotSentAgain() throws IOException {
        write(PAGE, "甲");
        Path done = Files.writeString(folder.resolve("done"), "a file in the folder's place");
        start();
        settle();
        assertThat(kafka.pages()).hasSize(1);
        assertThat(folder.resolve(PAGE)).exists();

        Files.delete(done);
        clock.advance(Duration.ofMinutes(1));
        hotFolder.poll();
        assertThat(names("done")).containsExactly(PAGE);
        assertThat(kafka.pages()).hasSize(1);
    }

    @Test
    void whatIsWrittenToAFileWhileItIsSentIsNotLost() throws IOException {
        write(PAGE, "甲");
        start(Map.of(), page -> {
            writeUnchecked(PAGE, "甲乙");
            return producer.submit(page);
        });
        settle();

        assertThat(folder.resolve(PAGE)).hasContent("甲乙");
        assertThat(folder.resolve("done")).doesNotExist();
        start();
        settle();
        assertThat(kafka.pages()).hasSize(2);
    }

    @Test
    void whenTheServiceStopsThePageUnderWayIsTheLastOne() throws IOException {
        write("a.txt", "甲");
        write("b.txt", "乙");
        start(Map.of(), page -> {
            hotFolder.stop();
            return producer.submit(page);
        });
        settle();

        assertThat(names("done")).containsExactly("a.txt");
        assertThat(names("")).containsExactly("b.txt");
    }

    @Test
    void linksAndSubfoldersAreNotLookedInto() throws IOException {
        Path outside = Files.writeString(Files.createTempFile("outside", ".txt"), "secret");
        Files.createSymbolicLink(folder.resolve("a.txt"), outside);
        Files.writeString(Files.createDirectory(folder.resolve("aside")).resolve("b.txt"), "x");
        start();
        settle();

        assertThat(kafka.pages()).isEmpty();
        assertThat(outside).exists();
        Files.delete(outside);
    }

    @Test
    void aLinkInPlaceOfDoneIsNotFollowed() throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Files.createSymbolicLink(folder.resolve("done"), outside);
        write(PAGE, "甲");
        start();
        settle();

        assertThat(outside).isEmptyDirectory();
        assertThat(folder.resolve(PAGE)).exists();
        Files.delete(outside);
    }

    @Test
    void theOlderScanOfTwoIsSentFirst() throws IOException {
        write("yunting-daily-20240516-p1.txt", "newer");
        write("yunting-daily-2024-05-16-p1.txt", "newest");
        write("yunting-daily-2024-05-16-p01.txt", "old");
        age("yunting-daily-2024-05-16-p01.txt", 3);
        age("yunting-daily-20240516-p1.txt", 2);
        age("yunting-daily-2024-05-16-p1.txt", 1);
        start();
        settle();

        assertThat(kafka.pages())
                .extracting(RawPage::getSourceUri)
                .containsExactly(
                        "yunting-daily-2024-05-16-p01.txt",
                        "yunting-daily-20240516-p1.txt",
                        "yunting-daily-2024-05-16-p1.txt");
    }

    @Test
    void aFolderThatHasGoneIsReportedAndComesBack() throws IOException {
        start();
        Path gone = folder.resolve("gone");
        HotFolder missing = new HotFolder(gone, config(Map.of()).folder(), files(), producer::submit, metrics, clock);
        missing.poll();
        assertThat(missing.check().ok()).isFalse();

        Files.createDirectory(gone);
        missing.poll();
        assertThat(missing.check().ok()).isTrue();
    }

    @Test
    void twoProcessesNeverTakeTheSameFiles() {
        FolderWatch first = new FolderWatch(folder, () -> {}, Duration.ofHours(1), Duration.ofSeconds(5));
        FolderWatch second = new FolderWatch(folder, () -> {}, Duration.ofHours(1), Duration.ofSeconds(5));
        first.start();

        assertThatThrownBy(second::start).hasMessageContaining("watched by another process");
        first.close();
        second.close();
    }

    private void start() {
        start(Map.of());
    }

    private void start(Map<String, String> options) {
        start(options, producer::submit);
    }

    private void start(Map<String, String> options, Function<PageSubmission, Receipt> submit) {
        hotFolder = new HotFolder(folder, config(options).folder(), files(), submit, metrics, clock);
    }

    private void settle() {
        for (int i = 0; i < POLLS; i++) {
            hotFolder.poll();
        }
    }

    private static IngestConfig config(Map<String, String> options) {
        Map<String, String> all = new HashMap<>();
        options.forEach((name, value) -> all.put("broadsheet.ingest.folder." + name, value));
        all.put("broadsheet.ingest.folder.stable-polls", Integer.toString(POLLS));
        return Configuration.of(all, KafkaSettings.of(Map.of())).ingest();
    }

    private static PageFiles files() {
        return PageFiles.of(config(Map.of()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void writeUnchecked(String name, String text) {
        try {
            write(name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void age(String name, int minutes) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(FakeKafka.NOW.minusSeconds(60L * minutes)));
    }

    private List<String> names(String subfolder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder.resolve(subfolder))) {
            entries.filter(Files::isRegularFile)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }

    /** Time stands still until a test moves it. */
    private static final class ManualClock extends Clock {

        private Instant now = FakeKafka.NOW;

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
