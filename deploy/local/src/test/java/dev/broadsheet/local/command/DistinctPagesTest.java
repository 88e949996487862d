package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.id.PageId;
import dev.broadsheet.ingest.PageRefusedException;
import dev.broadsheet.ingest.PageSubmission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistinctPagesTest {

    private final DistinctPages pages = new DistinctPages();

    @Test
    void ofTwoFilesThatAreOnePageTheSecondIsRefusedAndBothAreNamed() {
        pages.require(Path.of("morning/scan.txt"), page("scan", "云汀市图书馆昨日开馆"));

        assertThatThrownBy(() -> pages.require(Path.of("evening/scan.txt"), page("scan", "临川县春茶上市")))
                .isInstanceOf(PageRefusedException.class)
                .hasMessageContaining("unknown/undated/scan")
                .hasMessageContaining("morning/scan.txt");
    }

    @Test
    void theSamePageTwiceAndOtherPagesPass() {
        PageSubmission page = page("scan", "云汀市图书馆昨日开馆");

        assertThat(pages.require(Path.of("scan.txt"), page)).isSameAs(page);
        assertThat(pages.require(Path.of("copy/scan.txt"), page)).isSameAs(page);
        pages.require(Path.of("other.txt"), page("other", "临川县春茶上市"));
    }

    private static PageSubmission page(String label, String text) {
        return new PageSubmission(
                PageId.parse("unknown/undated/" + label),
                null,
                "text/plain",
                null,
                text.getBytes(StandardCharsets.UTF_8),
                null,
                null,
                false,
                Map.of());
    }
}
