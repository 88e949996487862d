package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.RawPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the files that lie in the folder. */
class HotFolderTest extends HotFolderBench {

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
}
