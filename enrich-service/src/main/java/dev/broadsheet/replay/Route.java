package dev.broadsheet.replay;

import dev.broadsheet.id.ArticleId;
import dev.broadsheet.id.PageId;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import java.util.Optional;

/**
 * Where a replay reads and where it sends.
 *
 * @param stage from which on everything is done once more
 * @param source topic that is read whole: pages, or published articles, which hold all that later stages need
 * @param destination topic that the stage reads
 */
record Route(Stage stage, String source, String destination) {

    static Route from(Stage stage, Pipeline.TopicNames names) {
        return switch (stage) {
            case SEGMENT -> new Route(stage, names.pages(), names.replay());
            case CLASSIFY -> new Route(stage, names.articles(), names.segmented());
            case ENRICH -> new Route(stage, names.articles(), names.classified());
        };
    }

    /** The page that a record of the source is about; empty where its key is no id: it is a dead letter, and nothing to replay. */
    Optional<PageId> page(String key) {
        try {
            return Optional.ofNullable(key)
                    .map(id -> stage == Stage.SEGMENT
                            ? PageId.parse(id)
                            : ArticleId.parse(id).page());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
