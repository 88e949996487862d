package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.PageReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page of blocks parted by blank lines, for tests: Markdown where the first begins with #, else plain text. */
final class PageOfBlocks {

    /** The text of a story, as a paper opens it. */
    static final String FERRY = "本报讯（记者 江一帆）3月5日，临川县汀江渡口的新渡船下水，每天早晚各开六班，两岸居民往来不必再绕道二十里。";

    private PageOfBlocks() {}

    static List<Story> stories(String... blocks) {
        return read(String.join("\n\n", blocks), blocks[0].startsWith("#") ? "text/markdown" : "text/plain");
    }

    /** The stories of a page without blank lines. */
    static List<Story> storiesOfLines(String... lines) {
        return read(String.join("\n", lines), "text/plain");
    }

    private static List<Story> read(String page, String type) {
        byte[] text = page.getBytes(StandardCharsets.UTF_8);
        return new Segmenter()
                .segment(new PageReaders().read(text, type, StandardCharsets.UTF_8, null, null, null))
                .stories();
    }

    /** The one story that the page must have. */
    static Story only(String... blocks) {
        List<Story> stories = stories(blocks);
        assertThat(stories).hasSize(1);
        return stories.get(0);
    }
}
