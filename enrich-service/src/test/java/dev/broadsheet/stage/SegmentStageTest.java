package dev.broadsheet.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.page.UnreadablePageException;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SegmentStageTest {

    private final SegmentStage stage = new SegmentStage("1.0.0");

    @Test
    void aMillionBlankLinesAreRefusedWithAClearCause() {
        assertThatThrownBy(() -> stage.segment(page("\n".repeat(1_000_000))))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("1000000 lines")
                .hasMessageContaining("one by one");
    }

    @Test
    void aWholeYearInOneFileIsRefusedWithAClearCause() {
        assertThatThrownBy(() -> stage.segment(page("云".repeat(2_000_000))))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("6000000 bytes")
                .hasMessageContaining("page by page");
    }

    @Test
    void aMegabyteOfTextInNarrowColumnsCanBeRead() {
        String columns = "云江春水向东流去\n".repeat(SegmentStage.MAX_BYTES / 25);

        assertThat(stage.read(page(columns)).lines()).hasSize(SegmentStage.MAX_BYTES / 25);
    }

    @Test
    void whatTheDoorsTakeIsNotTooLargeForTheStage() {
        assertThat(SegmentStage.MAX_BYTES).isEqualTo(Topics.MAX_CONTENT_BYTES);
    }

    @Test
    void aWithdrawnPageHasNoArticlesAndIsNotRead() {
        RawPage withdrawn = RawPage.newBuilder(page("")).setWithdrawn(true).build();

        assertThat(stage.segment(withdrawn).getArticles()).isEmpty();
        assertThat(stage.segment(withdrawn).getWithdrawn()).isTrue();
    }

    private static RawPage page(String text) {
        return RawPage.newBuilder()
                .setPageId("minhai-daily/2024-07-21/1")
                .setPublication("minhai-daily")
                .setIssueDate("2024-07-21")
                .setPage("1")
                .setMediaType("text/plain")
                .setContent(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .setSha256("0".repeat(64))
                .setReceivedAt(Instant.EPOCH)
                .setRevision(1)
                .build();
    }
}
