package dev.broadsheet.local.command;

import dev.broadsheet.ingest.PageSubmission;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.schema.SegmentedPage;
import dev.broadsheet.segment.Explanation;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.service.Version;
import dev.broadsheet.stage.ClassifyStage;
import dev.broadsheet.stage.EnrichStage;
import dev.broadsheet.stage.IssueDesk;
import dev.broadsheet.stage.SegmentStage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The three stages, one after the other, on one page: what the stream does, without the stream. The stages never change
 * and load models of some megabytes, so there is one of each.
 */
final class Extraction {

    private static final SegmentStage SEGMENT = new SegmentStage(Version.current());

    /** Loaded with the first page that can be read: one that is refused is refused at once. */
    private static final class Models {
        private static final ClassifyStage CLASSIFY = new ClassifyStage();
        private static final EnrichStage ENRICH = new EnrichStage();
    }

    /**
     * The page with its furniture and its articles, finished but for what needs other files: identities, stitching, reprints.
     * Where the file holds several printed pages, stories that go on from one to the next are joined.
     *
     * @throws dev.broadsheet.page.UnreadablePageException when the page can never be read
     */
    SegmentedPage page(PageSubmission page) {
        SegmentedPage segmented = SEGMENT.segment(raw(page));
        List<Article> articles = IssueDesk.receive(Map.of(), segmented).upserts().stream()
                .map(article -> Models.CLASSIFY.classify(article))
                .map(article -> Models.ENRICH.enrich(article))
                .toList();
        return SegmentedPage.newBuilder(segmented).setArticles(articles).build();
    }

    /**
     * What segmentation decided about each line of the page, and why.
     *
     * @throws dev.broadsheet.page.UnreadablePageException when the page can never be read
     */
    Explanation explain(PageSubmission page) {
        return new Segmenter().explain(SEGMENT.read(raw(page)));
    }

    /** The page as the stream would get it, but that nobody received it at any time: the result shall not change. */
    private static RawPage raw(PageSubmission page) {
        return page.toRawPage(Instant.EPOCH, 0);
    }
}
