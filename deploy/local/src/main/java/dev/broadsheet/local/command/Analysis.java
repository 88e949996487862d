package dev.broadsheet.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.article.ArticleText;
import dev.broadsheet.classify.TopicClassifier;
import dev.broadsheet.enrich.EnrichContext;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.json.RecordJson;
import dev.broadsheet.schema.DateMention;
import dev.broadsheet.schema.Keyword;
import dev.broadsheet.schema.Mention;
import dev.broadsheet.schema.Quantity;
import dev.broadsheet.schema.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Topics and enrichment of a text that is no page. Thread-safe. */
final class Analysis {

    private final TopicClassifier topics = new TopicClassifier();
    private final Enricher enricher = new Enricher();
    private final EnrichContext context;

    /**
     * @param publication null where unknown
     * @param issueDate null where unknown
     */
    Analysis(String publication, LocalDate issueDate) {
        this.context = new EnrichContext(publication, issueDate, Set.of());
    }

    Result of(String line) {
        ArticleText text = ArticleText.ofLine(line);
        return new Result(text.text(), topics.classify(text), enricher.enrich(text, context));
    }

    /** A mention of something that has a name. */
    record Entity(String type, String text, int start, int end) {}

    /** What was found in one text. */
    record Result(String text, List<Topic> topics, Enrichment found) {

        /** People, organizations and places as they come in the text. */
        List<Entity> entities() {
            List<Entity> entities = new ArrayList<>();
            found.people().forEach(person -> add(entities, "person", person.getMentions()));
            found.organizations().forEach(body -> add(entities, "organization", body.getMentions()));
            found.places().forEach(place -> add(entities, "place", place.getMentions()));
            entities.sort(Comparator.comparingInt(Entity::start).thenComparingInt(Entity::end));
            return entities;
        }

        ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ArrayNode entities = json.putArray("entities");
            for (Entity entity : entities()) {
                entities.addObject()
                        .put("type", entity.type())
                        .put("text", entity.text())
                        .put("start", entity.start())
                        .put("end", entity.end());
            }
            put(json, "topics", topics);
            put(json, "dates", found.dates());
            put(json, "quantities", found.quantities());
            put(json, "keywords", found.keywords());
            json.put("language", found.language());
            return json;
        }

        String toText() {
            return text
                    + listed("entities", entities(), e -> e.text() + " (" + e.type() + ")")
                    + listed("topics", topics, t -> t.getLabelZh() + " " + t.getCode())
                    + listed("dates", found.dates(), Result::range)
                    + listed("quantities", found.quantities(), Quantity::getText)
                    + listed("keywords", found.keywords(), Keyword::getText);
        }

        private static String range(DateMention date) {
            return date.getText() + " = " + date.getFrom()
                    + (java.util.Objects.equals(date.getFrom(), date.getTo()) ? "" : " to " + date.getTo());
        }

        private void add(List<Entity> entities, String type, List<Mention> mentions) {
            for (Mention mention : mentions) {
                int start = text.offsetByCodePoints(0, mention.getStart());
                int end = text.offsetByCodePoints(start, mention.getEnd() - mention.getStart());
                entities.add(new Entity(type, text.substring(start, end), mention.getStart(), mention.getEnd()));
            }
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
