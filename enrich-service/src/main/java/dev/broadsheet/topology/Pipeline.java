package dev.broadsheet.topology;

import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/**
 * What the topologies are built from.
 *
 * @param application prefix of the application ids
 * @param version version of the program, recorded in everything it makes
 * @param topics names of the topics
 * @param serdes settings of the Avro serdes, by Confluent's names: {@code schema.registry.url} and so on
 * @param archive the topic of pages, to be mended
 * @param reprints how far apart reprints may stand to be found
 * @param meters where the stages count
 */
public record Pipeline(
        String application,
        String version,
        TopicNames topics,
        Map<String, ?> serdes,
        Archive archive,
        ReprintWindow reprints,
        MeterRegistry meters) {

    public Pipeline {
        serdes = Map.copyOf(serdes);
    }

    /**
     * Names of the topics. All but the pages can be others than the contract's, for a new version that runs beside the old
     * one.
     */
    public record TopicNames(
            String pages, String replay, String segmented, String classified, String articles, String deadLetters) {

        /** The contract's names. */
        public static final TopicNames CONTRACT =
                ofStream(Topics.SEGMENTED.name(), Topics.CLASSIFIED.name(), Topics.ARTICLES.name());

        /** Names of a stream that may run beside another: pages and dead letters are common to all, articles are its own. */
        public static TopicNames ofStream(String segmented, String classified, String articles) {
            return new TopicNames(
                    Topics.PAGES.name(),
                    Topics.PAGES_REPLAY.name(),
                    segmented,
                    classified,
                    articles,
                    Topics.DEAD_LETTERS.name());
        }
    }
}
