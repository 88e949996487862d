package dev.broadsheet.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.json.RecordJson;
import dev.broadsheet.schema.Article;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a replay did, or would do, to one article.
 *
 * @param id article id
 * @param before the article as it is published; null where it is not
 * @param after the article as the replay makes it; null where it no longer exists
 */
public record ArticleChange(String id, Article before, Article after) {

    /** Fields that tell who made the record and how, not what the newspaper says. */
    private static final Set<String> BOOKKEEPING = Set.of("id", "pipelineVersion", "pageRevision", "parts", "quality");

    private static final Set<String> PLACE_IN_TEXT = Set.of("mentions", "start", "end", "score");

    /** What became of an article. */
    public enum Kind {
        UNCHANGED,
        CHANGED,
        NEW,
        GONE
    }

    /** What became of the article, as a reader sees it: bookkeeping does not count. */
    public Kind kind() {
        if (before == null) {
            return after == null ? Kind.UNCHANGED : Kind.NEW;
        }
        if (after == null) {
            return Kind.GONE;
        }
        return differences().isEmpty() ? Kind.UNCHANGED : Kind.CHANGED;
    }

    /** The headline to show for it: the newer one where there is one; never null. */
    public String headline() {
        Article shown = after == null ? before : after;
        return shown == null || shown.getHeadline() == null ? "(no headline)" : shown.getHeadline();
    }

    /** The fields that differ, in the schema's order. Offsets and scores alone are no difference. */
    public List<FieldDifference> differences() {
        List<FieldDifference> differences = new ArrayList<>();
        ObjectNode old = before == null ? null : RecordJson.toJson(before);
        ObjectNode now = after == null ? null : RecordJson.toJson(after);
        Iterator<String> names = (now == null ? old : now).fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            String was = old == null ? "" : readable(old.get(name));
            String is = now == null ? "" : readable(now.get(name));
            if (!BOOKKEEPING.contains(name) && !was.equals(is)) {
                differences.add(new FieldDifference(name, was, is));
            }
        }
        return differences;
    }

    private static String readable(JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(ArticleChange::readable)
                    .collect(Collectors.joining("\n"));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(property -> !PLACE_IN_TEXT.contains(property.getKey()))
                    .map(Map.Entry::getValue)
                    .map(ArticleChange::readable)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
        return node.asText();
    }
}
