package dev.broadsheet.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.article.ArticleText;
import dev.broadsheet.classify.TopicClassifier;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.LineAnalysis;
import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.json.RecordJson;
import dev.broadsheet.schema.DateMention;
import dev.broadsheet.schema.Keyword;
import dev.broadsheet.schema.Quantity;
import dev.broadsheet.schema.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Topics and enrichment of a text that is no page. Thread-safe. */
final class Analysis {

    private final TopicClassifier topics = new TopicClassifier();
    private final Enricher enricher = new Enricher();
    private final LocalDate issueDate;

    /** @param issueDate day to which relative dates are relative; null where unknown */
    Analysis(LocalDate issueDate) {
        this.issueDate = issueDate;
    }

    Result of(String text) {
        return new Result(text, topics.classify(ArticleText.ofLine(text)), enricher.analyze(text, issueDate));
    }

    /** What was found in one text; offsets count code points. */
    record Result(String text, List<Topic> topics, LineAnalysis found) {

        ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ArrayNode entities = json.putArray("entities");
            for (Entity entity : found.entities()) {
                entities.addObject()
                        .put("type", entity.type().label())
                        .put("text", printed(entity))
                        .put("start", entity.start())
                        .put("end", entity.end());
            }
            put(json, "topics", topics);
            put(json, "dates", found.dates());
            put(json, "quantities", found.quantities());
            put(json, "keywords", found.keywords());
            return json;
        }

        String toText() {
            return text
                    + listed(
                            "entities",
                            found.entities(),
                            e -> printed(e) + " (" + e.type().label() + ")")
                    + listed("topics", topics, t -> t.getLabelZh() + " " + t.getCode())
                    + listed("dates", found.dates(), Result::range)
                    + listed("quantities", found.quantities(), Quantity::getText)
                    + listed("keywords", found.keywords(), Keyword::getText);
        }

        private String printed(Entity entity) {
            int start = text.offsetByCodePoints(0, entity.start());
            return text.substring(start, text.offsetByCodePoints(start, entity.length()));
        }

        private static String range(DateMention date) {
            boolean isOneDay = Objects.equals(date.getFrom(), date.getTo());
            return date.getText() + " = " + date.getFrom() + (isOneDay ? "" : " to " + date.getTo());
        }

        private static void put(ObjectNode json, String name, List<? extends SpecificRecord> records) {
            ArrayNode array = json.putArray(name);
            records.forEach(record -> array.add(RecordJson.toJson(record)));
        }

        private static <T> String listed(String label, List<T> values, Function<T, String> word) {
            return values.isEmpty()
                    ? ""
                    : "\n  " + label + ": " + values.stream().map(word).collect(Collectors.joining(", "));
        }
    }
}
