package dev.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RecordMarksTest {

    private final Headers headers = new RecordHeaders();

    @Test
    void aLivePageBearsNoMark() {
        assertThat(RecordMarks.replayedFrom(headers)).isEmpty();
        assertThat(RecordMarks.redrives(headers)).isZero();
    }

    @Test
    void aReplayedPageSaysWhereItLiesInTheArchive() {
        assertThat(RecordMarks.archivedAt(headers)).isEmpty();
        RecordMarks.setArchivedAt(headers, new RecordMarks.Place(3, 1742));
        assertThat(RecordMarks.archivedAt(headers)).contains(new RecordMarks.Place(3, 1742));
        RecordMarks.set(headers, RecordMarks.ARCHIVED_AT, "3@-1");
        assertThat(RecordMarks.archivedAt(headers)).isEmpty();
    }

    @Test
    void aMarkIsWrittenOnce() {
        RecordMarks.set(headers, RecordMarks.REDRIVES, "1");
        RecordMarks.set(headers, RecordMarks.REDRIVES, "2");
        assertThat(RecordMarks.redrives(headers)).isEqualTo(2);
        assertThat(headers).hasSize(1);
    }

    @Test
    void aChangeEndsWithARecordOfItsPageAndNothingElse() {
        byte[] page = "minhai-daily/2024-07-21/1".getBytes(StandardCharsets.UTF_8);
        byte[] article = "minhai-daily/2024-07-21/1/2".getBytes(StandardCharsets.UTF_8);
        assertThat(RecordMarks.endsChange(headers, page, null)).isFalse();

        RecordMarks.setChange(headers, "minhai-daily/2024-07-21/1", 7, 42);

        assertThat(RecordMarks.change(headers)).contains("minhai-daily/2024-07-21/1@7#42");
        assertThat(RecordMarks.endsChange(headers, page, null)).isTrue();
        assertThat(RecordMarks.endsChange(headers, page, article)).isFalse();
        assertThat(RecordMarks.endsChange(headers, article, null))
                .as("a tombstone")
                .isFalse();
        assertThat(RecordMarks.endsChange(headers, null, null)).isFalse();
    }

    @Test
    void aMarkThatIsNoneOfOursCountsForNothing() {
        headers.add(RecordMarks.REDRIVES, "many".getBytes(StandardCharsets.UTF_8));
        assertThat(RecordMarks.redrives(headers)).isZero();

        Headers empty = new RecordHeaders().add(RecordMarks.REDRIVES, null);
        assertThat(RecordMarks.redrives(empty)).isZero();
    }
}
