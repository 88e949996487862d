package dev.broadsheet.stage;

import static dev.broadsheet.stage.Scans.ISSUE;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.SegmentedPage;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An issue desk with its memory, and the table that its decisions make. */
final class Desk {

    final Map<String, PageState> memory = new HashMap<>();
    final Map<String, Article> table = new TreeMap<>();
    final Map<String, Set<String>> idsPerText = new HashMap<>();

    IssueDesk.Decision receive(SegmentedPage page) {
        IssueDesk.Decision decision = IssueDesk.receive(memory, page);
        decision.pages().forEach(state -> memory.put(state.getPageId(), state));
        decision.upserts().forEach(article -> table.put(article.getId(), article));
        decision.tombstones().forEach(table::remove);
        table.forEach((id, article) -> idsPerText
                .computeIfAbsent(id, any -> new HashSet<>())
                .add(article.getBody()
                        .get(0)
                        .getText()
                        .replaceAll("（[^）]*）", "")
                        .substring(0, 5)));
        return decision;
    }

    String text(String id) {
        return table.get(ISSUE + id).getBody().get(0).getText();
    }

    /** What readers see of each article; the revision that an article tells is that which last changed it. */
    Map<String, ByteBuffer> digests() {
        Map<String, ByteBuffer> digests = new TreeMap<>();
        table.forEach((id, article) -> digests.put(id, ArticleDigest.of(article)));
        return digests;
    }

    List<String> texts() {
        return table.values().stream()
                .map(article -> article.getBody().toString())
                .toList();
    }
}
