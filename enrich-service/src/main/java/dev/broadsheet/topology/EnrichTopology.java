package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import dev.broadsheet.stage.EnrichStage;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Articles get all the rest. Then they all pass one desk, in one partition, because a reprint may stand in any newspaper and
 * changes what is true of the first print; what would not change what readers see is dropped there. The desk's work is a look-up
 * and a comparison, a fraction of a millisecond an article; what costs, enriching, stays spread over all partitions.
 */
final class EnrichTopology {

    private static final String ENRICHING = "enrich";
    private static final String REPRINTS = "find-reprints-and-compare";

    /** Subject, in the registry, of enriched articles on their way to the desk and in its memory. */
    static final String ENRICHED = "broadsheet.enriched-articles";

    private EnrichTopology() {}

    static Topology build(Properties streams, Pipeline pipeline) {
        Pipeline.TopicNames topics = pipeline.topics();
        Supplier<EnrichStage> stage = new Shared<>(EnrichStage::new);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streams)));
        ReprintDeskStep.STORES.forEach(store -> builder.addStateStore(store(store)));

        KStream<byte[], Outcome> enriched = builder.stream(
                        topics.classified(),
                        Consumed.with(Routes.BYTES, Routes.BYTES).withName("classified-articles"))
                .process(() -> new Enriching(pipeline, stage), Named.as(ENRICHING));
        KStream<byte[], Outcome> published = Routes.onward(enriched, ENRICHING, topics.deadLetters())
                .repartition(Repartitioned.with(Routes.BYTES, Routes.BYTES)
                        .withName("articles-of-all-papers")
                        .withNumberOfPartitions(1))
                .process(
                        () -> new ReprintDeskStep(REPRINTS, pipeline),
                        Named.as(REPRINTS),
                        ReprintDeskStep.STORES.toArray(String[]::new));
        Routes.onward(published, REPRINTS, topics.deadLetters()).to(topics.articles(), Routes.articles("articles"));
        return builder.build(streams);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    private static final class Enriching extends Step {

        private final Supplier<EnrichStage> stage;
        private final Codec<Article> in;
        private final Codec<Article> out;

        Enriching(Pipeline pipeline, Supplier<EnrichStage> stage) {
            super(Stage.ENRICH, ENRICHING, pipeline);
            this.stage = stage;
            in = new Codec<>(pipeline.topics().classified(), Article.class, pipeline.serdes());
            out = new Codec<>(ENRICHED, Article.class, pipeline.serdes());
        }

        @Override
        List<Sent> work(String id, byte[] value, Headers headers) {
            if (value == null) {
                return List.of(new Sent(id, Outcome.onward(null)));
            }
            Article article = stage.get().enrich(in.decode(headers, value));
            return List.of(new Sent(id, Outcome.onward(out.encode(article))));
        }

        @Override
        public void close() {
            super.close();
            in.close();
            out.close();
        }
    }
}
