package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of the files when something goes wrong. */
class HotFolderFaultsTest extends HotFolderBench {

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
}
