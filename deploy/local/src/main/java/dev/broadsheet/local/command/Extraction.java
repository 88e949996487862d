package dev.broadsheet.local.command;

import dev.broadsheet.ingest.PageSubmission;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.stage.ClassifyStage;
import dev.broadsheet.stage.EnrichStage;
import dev.broadsheet.stage.SegmentStage;
import java.time.Instant;
import java.util.List;

/** The three stages, one after the other, on one page: what the stream does, without the stream. */
final class Extraction {

    private final SegmentStage segment = new SegmentStage(Version.number());
    private final ClassifyStage classify = new ClassifyStage();
    private final EnrichStage enrich = new EnrichStage();

    /**
     * The page's articles, finished but for what needs other pages: identities, stitching, reprints.
     *
     * @throws dev.broadsheet.page.UnreadablePageException when the page can never be read
     */
    List<Article> articles(PageSubmission page) {
        return segment.segment(raw(page)).getArticles().stream()
                .map(classify::classify)
                .map(enrich::enrich)
                .toList();
    }

    /** The page as the stream would get it, but that nobody received it at any time: the result shall not change. */
    static RawPage raw(PageSubmission page) {
        return page.toRawPage(Instant.EPOCH, 0);
    }
}
