package dev.broadsheet.stage;

import dev.broadsheet.page.Page;
import dev.broadsheet.page.PageReaders;
import dev.broadsheet.page.UnreadablePageException;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Furniture;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Quality;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.schema.SegmentedPage;
import dev.broadsheet.segment.Segmentation;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.Sheet;
import dev.broadsheet.segment.Story;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Raw page to segmented page: the first stage, as a function. Thread-safe. */
public final class SegmentStage {

    /**
     * A broadsheet page of text has some 30 KB in 600 lines and 30 articles; a megabyte of text passes, and beyond it there is
     * no page. The doors refuse more bytes, but other producers may send them: four times as many take more than half a
     * gigabyte to segment, and a process that dies of a page meets it again when it is restarted.
     */
    static final int MAX_BYTES = 1 << 20;

    /** A megabyte of short news has fewer; the desk compares each article with all that a page had before. */
    static final int MAX_ARTICLES = 2_000;

    private final PageReaders readers = new PageReaders();
    private final Segmenter segmenter = new Segmenter();
    private final String pipelineVersion;

    /** @param pipelineVersion version of the program, recorded in everything it makes */
    public SegmentStage(String pipelineVersion) {
        this.pipelineVersion = pipelineVersion;
    }

    /**
     * Reads and segments a page.
     *
     * @return its articles under provisional ids (page id/position) and its furniture; no articles when withdrawn
     * @throws UnreadablePageException when the page can never be read
     */
    public SegmentedPage segment(RawPage raw) {
        SegmentedPage.Builder segmented = SegmentedPage.newBuilder()
                .setPageId(raw.getPageId())
                .setPublication(raw.getPublication())
                .setPublicationName(raw.getPublicationName())
                .setIssueDate(raw.getIssueDate())
                .setPage(raw.getPage())
                .setRevision(raw.getRevision())
                .setWithdrawn(raw.getWithdrawn())
                .setPipelineVersion(pipelineVersion);
        if (raw.getWithdrawn()) {
            return segmented.build();
        }
        Segmentation segmentation = segmenter.segment(read(raw));
        requireAtMost(MAX_ARTICLES, segmentation.stories().size(), "articles");
        List<Article> articles = new ArrayList<>();
        for (Story story : segmentation.stories()) {
            articles.add(article(raw, segmentation.sheetOf(story), story, articles.size() + 1));
        }
        return segmented
                .setArticles(articles)
                .setFurniture(segmentation.furniture().stream()
                        .map(line -> new Furniture(line.number(), line.text()))
                        .toList())
                .build();
    }

    /**
     * Reads a page as text.
     *
     * @throws UnreadablePageException when it can never be read, or is larger than a page can be
     */
    public Page read(RawPage raw) {
        requireAtMost(MAX_BYTES, raw.getContent().remaining(), "bytes");
        byte[] content = new byte[raw.getContent().remaining()];
        raw.getContent().duplicate().get(content);
        LocalDate issueDate = raw.getIssueDate() == null ? null : LocalDate.parse(raw.getIssueDate());
        return readers.read(
                content,
                raw.getMediaType(),
                charset(raw.getCharset()),
                raw.getPublicationName(),
                issueDate,
                issueDate == null ? null : raw.getPage()); // an undated page's label is its source's name
    }

    private static void requireAtMost(int bound, int count, String what) {
        if (count > bound) {
            throw new UnreadablePageException("the page has " + count + " " + what + ", more than a page can have ("
                    + bound + "); send it page by page");
        }
    }

    private static Charset charset(String name) {
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadablePageException("unknown charset '" + name + "'; send an IANA name such as GB18030");
        }
    }

    private Article article(RawPage raw, Sheet sheet, Story story, int position) {
        return Article.newBuilder()
                .setId(raw.getPageId() + "/" + position)
                .setPageId(raw.getPageId())
                .setPublication(raw.getPublication())
                .setPublicationName(sheet.publication())
                .setIssueDate(
                        sheet.issueDate() == null ? null : sheet.issueDate().toString())
                .setPage(sheet.label() == null ? raw.getPage() : sheet.label())
                .setKicker(story.kicker())
                .setHeadline(story.headline())
                .setSubheadline(story.subheadline())
                .setByline(story.byline())
                .setReporters(story.reporters())
                .setPhotographers(story.photographers())
                .setAgency(story.agency())
                .setDateline(story.dateline())
                .setBody(story.body())
                .setCaptions(story.captions())
                .setContinuedTo(story.continuedTo())
                .setContinuedFrom(story.continuedFrom())
                .setParts(List.of(new Part(raw.getPageId(), raw.getRevision(), story.lines())))
                .setQuality(new Quality(story.confidence(), 0.0, story.suspectedNoise(), story.reasons()))
                .setPipelineVersion(pipelineVersion)
                .setPageRevision(raw.getRevision())
                .build();
    }
}
