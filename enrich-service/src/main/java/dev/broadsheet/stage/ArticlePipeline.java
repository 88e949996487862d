package dev.broadsheet.stage;

import dev.broadsheet.enrich.reprint.InMemoryReprintStore;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.id.ArticleId;
import dev.broadsheet.id.PageId;
import dev.broadsheet.page.UnreadablePageException;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.RawPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All stages in a row, without Kafka: raw pages in, finished articles out. Thread-safe. */
public final class ArticlePipeline {

    private final SegmentStage segment;
    private final ClassifyStage classify = new ClassifyStage();
    private final EnrichStage enrich = new EnrichStage();
    private final ReprintWindow reprints;

    /**
     * @param version version of the program, recorded in every article
     * @param reprints how far apart reprints may stand to be found
     */
    public ArticlePipeline(String version, ReprintWindow reprints) {
        segment = new SegmentStage(version);
        this.reprints = reprints;
    }

    /**
     * The articles of some pages, stories that continue on another of these pages joined, reprints marked.
     *
     * @param pages in any order; of several revisions of one page the newest counts
     * @return page by page in the order given, by number within a page
     * @throws UnreadablePageException when a page can never be read
     */
    public List<Article> articles(Collection<RawPage> pages) {
        Map<String, Map<String, PageState>> issues = new HashMap<>();
        Map<String, Article> table = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (RawPage page : pages) {
            Map<String, PageState> issue =
                    issues.computeIfAbsent(PageId.parse(page.getPageId()).issue(), key -> new HashMap<>());
            IssueDesk.Decision decision = IssueDesk.receive(issue, segment.segment(page));
            decision.pages().forEach(state -> issue.put(state.getPageId(), state));
            decision.upserts().forEach(article -> table.put(article.getId(), article));
            decision.tombstones().forEach(table::remove);
            order.add(page.getPageId());
        }
        markReprints(table);
        return table.values().stream()
                .sorted(Comparator.comparingInt((Article article) -> order.indexOf(article.getPageId()))
                        .thenComparingInt(
                                article -> ArticleId.parse(article.getId()).number()))
                .toList();
    }

    private void markReprints(Map<String, Article> table) {
        ReprintDesk desk = new ReprintDesk(new InMemoryReprintStore(), new Kept(new HashMap<>()), reprints);
        for (Article article : List.copyOf(table.values())) {
            Article finished = enrich.enrich(classify.classify(article));
            desk.put(finished).forEach(told -> table.put(told.getId(), told));
        }
    }

    private record Kept(Map<String, Article> articles) implements ReprintDesk.Texts {

        @Override
        public Article get(String id) {
            return articles.get(id);
        }

        @Override
        public void put(String id, Article article) {
            if (article == null) {
                articles.remove(id);
            } else {
                articles.put(id, article);
            }
        }
    }
}
