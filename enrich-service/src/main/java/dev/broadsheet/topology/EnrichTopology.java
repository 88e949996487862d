package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import dev.broadsheet.stage.EnrichStage;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Articles get all the rest. Then they all pass one desk, in one partition, because a reprint may stand in any newspaper and
 * changes what is true of the first print; what would not change what readers see is dropped there, and all that one page changes
 * is published at once. The desk's work is a look-up and a comparison, a fraction of a millisecond an article; what costs,
 * enriching, stays spread over all partitions.
 */
final class EnrichTopology {

    private static final String ENRICHING = "enrich";
    private static final String REPRINTS = "find-reprints-and-compare";

    /** Subject, in the registry, of enriched articles on their way to the desk and in its memory. */
    static final String ENRICHED = "broadsheet.enriched-articles";

    private EnrichTopology() {}

    static Topology build(Properties streams, Pipeline pipeline) {
        Pipeline.TopicNames topics = pipeline.topics();
        Supplier<UnaryOperator<Article>> stage = new Shared<>(() -> new EnrichStage()::enrich);
        ChangeWatch watch = new ChangeWatch(pipeline.meters());
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streams)));
        ReprintDeskStep.STORES.forEach(store -> builder.addStateStore(Routes.store(store)));

        KStream<byte[], Outcome> enriched = builder.stream(
                        topics.classified(),
                        Consumed.with(Routes.BYTES, Routes.BYTES).withName("classified-articles"))
                .process(
                        () -> new ArticleStep(Stage.ENRICH, ENRICHING, pipeline, topics.classified(), ENRICHED, stage),
                        Named.as(ENRICHING));
        KStream<byte[], Outcome> published = Routes.onward(enriched, ENRICHING, topics.deadLetters())
                .repartition(Repartitioned.with(Routes.BYTES, Routes.BYTES)
                        .withName("articles-of-all-papers")
                        .withNumberOfPartitions(1))
                .process(
                        () -> new ReprintDeskStep(REPRINTS, pipeline, watch),
                        Named.as(REPRINTS),
                        ReprintDeskStep.STORES.toArray(String[]::new));
        Routes.onward(published, REPRINTS, topics.deadLetters()).to(topics.articles(), Routes.articles("articles"));
        return builder.build(streams);
    }
}
