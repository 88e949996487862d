package dev.broadsheet.page;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;

/** Reads a page's bytes as text, by media type. Thread-safe. */
public final class PageReaders {

    private static final int LARGEST = 32 << 20;
    /** A megabyte of text in columns of four characters has fewer; noise of shorter lines is no page. */
    private static final int MOST_LINES = 100_000;

    /**
     * Reads a page. Plain text whose lines look like Markdown headings is read as Markdown: vision models write it
     * whatever the file is called. An empty page is a page without lines that print anything.
     *
     * @param content the page's bytes
     * @param mediaType media type without parameters, {@code text/plain} or {@code text/markdown}
     * @param charset as declared by the sender; null: detect it
     * @param publication the newspaper's name; null where unknown
     * @param issueDate null where unknown
     * @param label page label; null where unknown
     * @throws UnreadablePageException when the bytes can never be read as text
     */
    public Page read(
            byte[] content, String mediaType, Charset charset, String publication, LocalDate issueDate, String label) {
        boolean markdown = isMarkdown(mediaType);
        if (content.length > LARGEST) {
            throw new UnreadablePageException("the page has " + content.length + " bytes, more than the " + LARGEST
                    + " that one page may have; send its pages one by one");
        }
        String text = Encodings.decode(content, charset);
        List<String> lines = PlainText.lines(text);
        if (lines.size() > MOST_LINES) {
            throw new UnreadablePageException("the page has " + lines.size() + " lines, more than the " + MOST_LINES
                    + " that one page may have; send its pages one by one");
        }
        return new Page(
                publication,
                issueDate,
                label,
                markdown || Markdown.isLikely(text) ? Markdown.read(lines) : PlainText.plain(lines));
    }

    private static boolean isMarkdown(String mediaType) {
        return switch (mediaType) {
            case "text/markdown" -> true;
            case "text/plain" -> false;
            default ->
                throw new UnreadablePageException(
                        "no reader for media type '" + mediaType + "'; send text/plain or text/markdown");
        };
    }
}
