package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.SegmentedPage;
import dev.broadsheet.stage.IssueDesk;
import dev.broadsheet.topic.RecordMarks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issue desk, with its memory in a store. All that one page causes leaves in one transaction, as one change, so that the last
 * step of the stream can publish it in one as well.
 */
final class IssueDeskStep extends Step {

    private static final Logger LOG = LoggerFactory.getLogger(IssueDeskStep.class);

    private final Codec<SegmentedPage> pages;
    private final Codec<PageState> states;
    private final Codec<Article> articles;
    private PageStates memory;

    IssueDeskStep(String name, Pipeline pipeline) {
        super(Stage.SEGMENT, name, pipeline);
        pages = new Codec<>(SegmentTopology.SEGMENTED_PAGES, SegmentedPage.class, pipeline.serdes());
        states = new Codec<>(PageStates.SUBJECT_TOPIC, PageState.class, pipeline.serdes());
        articles = new Codec<>(pipeline.topics().segmented(), Article.class, pipeline.serdes());
    }

    @Override
    public void init(ProcessorContext<byte[], Outcome> context) {
        super.init(context);
        memory = new PageStates(context.getStateStore(PageStates.STORE), states);
    }

    @Override
    List<Sent> work(String issue, byte[] value, Headers headers) {
        SegmentedPage page = pages.decode(headers, value);
        Map<String, PageState> known = memory.issueOf(page.getPageId());
        PageState before = known.get(page.getPageId());
        if (before != null && page.getRevision() < before.getRevision() && !page.getReplayed()) {
            receiveAnOlderOne(before, page, headers);
        }
        IssueDesk.Decision decision = IssueDesk.receive(known, page);
        List<Sent> sent = new ArrayList<>();
        for (Article article : decision.upserts()) {
            sent.add(send(article, value));
        }
        decision.tombstones().forEach(id -> sent.add(new Sent(id, Outcome.onward(null))));
        memory.put(decision.pages());
        if (!sent.isEmpty()) {
            RecordMarks.setChange(headers, page.getPageId(), page.getRevision(), source().offset());
            sent.add(new Sent(page.getPageId(), Outcome.END));
        }
        return sent;
    }

    /**
     * It may be a scan that was late, or one from a clock that was set back: only an operator can tell. It stands last in the archive
     * now, so the newer one is put behind it.
     */
    private void receiveAnOlderOne(PageState newest, SegmentedPage page, Headers headers) {
        boolean isLast = newest.getArchiveOffset() >= 0
                && pipeline().archive().repeat(newest.getArchivePartition(), newest.getArchiveOffset(), headers);
        LOG.warn(
                "{}: revision {} came after revision {} and changes nothing; if it is the newer scan, send it with a"
                        + " higher revision{}",
                page.getPageId(),
                page.getRevision(),
                newest.getRevision(),
                isLast ? "" : "; if not, send the newer one again: it is no longer the last one in the archive");
    }

    /** An article that cannot be sent does not take the page's others with it. */
    private Sent send(Article article, byte[] page) {
        try {
            return new Sent(article.getId(), Outcome.onward(articles.encode(article)));
        } catch (RecordTooLargeException e) {
            return deadLetter(article.getId().getBytes(StandardCharsets.UTF_8), page, article.getId(), e);
        }
    }

    @Override
    public void close() {
        super.close();
        pages.close();
        states.close();
        articles.close();
    }
}
