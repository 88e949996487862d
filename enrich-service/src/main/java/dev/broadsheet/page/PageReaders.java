package dev.broadsheet.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Reads a page's bytes as text, by media type. */
public final class PageReaders {

    /**
     * Reads a page.
     *
     * @param content the page's bytes
     * @param mediaType media type without parameters, e.g. {@code text/plain}
     * @param charset as declared by the sender; null: detect it
     * @param publication the newspaper's name; null where unknown
     * @param issueDate null where unknown
     * @param label page label; null where unknown
     * @throws UnreadablePageException when the bytes can never be read as text
     */
    public Page read(
            byte[] content, String mediaType, Charset charset, String publication, LocalDate issueDate, String label) {
        String text = new String(content, charset == null ? StandardCharsets.UTF_8 : charset);
        List<String> lines = PlainText.lines(text);
        boolean markdown = "text/markdown".equals(mediaType) || Markdown.isLikely(text);
        return new Page(publication, issueDate, label, markdown ? Markdown.read(lines) : PlainText.plain(lines));
    }
}
