package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import dev.broadsheet.stage.ArticleDigest;
import dev.broadsheet.stage.EnrichStage;
import java.util.Arrays;
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
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Articles get all the rest; what would not change what readers see is dropped. */
final class EnrichTopology {

    private static final String ENRICHING = "enrich-and-compare";

    /** Digest of what was last published, by article id. */
    private static final String PUBLISHED = "published-digests";

    private EnrichTopology() {}

    static Topology build(Properties streams, Pipeline pipeline) {
        Pipeline.TopicNames topics = pipeline.topics();
        Supplier<EnrichStage> stage = new Shared<>(EnrichStage::new);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streams)));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(PUBLISHED), Serdes.String(), Serdes.ByteArray()));
        KStream<byte[], Outcome> enriched = builder.stream(
                        topics.classified(),
                        Consumed.with(Routes.BYTES, Routes.BYTES).withName("classified-articles"))
                .process(() -> new Enriching(pipeline, stage), Named.as(ENRICHING), PUBLISHED);
        Routes.onward(enriched, ENRICHING, topics.deadLetters())
                .to(topics.articles(), Produced.with(Routes.BYTES, Routes.BYTES).withName("articles"));
        return builder.build(streams);
    }

    private static final class Enriching extends Step {

        private final Supplier<EnrichStage> stage;
        private final Codec<Article> in;
        private final Codec<Article> out;
        private KeyValueStore<String, byte[]> published;

        Enriching(Pipeline pipeline, Supplier<EnrichStage> stage) {
            super(Stage.ENRICH, ENRICHING, pipeline);
            this.stage = stage;
            in = new Codec<>(pipeline.topics().classified(), Article.class, pipeline.serdes());
            out = new Codec<>(pipeline.topics().articles(), Article.class, pipeline.serdes());
        }

        @Override
        public void init(ProcessorContext<byte[], Outcome> context) {
            super.init(context);
            published = context.getStateStore(PUBLISHED);
        }

        @Override
        List<Sent> work(String id, byte[] value, Headers headers) {
            if (value == null) {
                // Sent on even where nothing is known to be published: the store may be younger than the topic.
                published.delete(id);
                return List.of(new Sent(id, Outcome.onward(null)));
            }
            Article article = stage.get().enrich(in.decode(headers, value));
            byte[] digest = ArticleDigest.of(article).array();
            if (Arrays.equals(digest, published.get(id))) {
                return List.of();
            }
            byte[] encoded = out.encode(article);
            published.put(id, digest);
            return List.of(new Sent(id, Outcome.onward(encoded)));
        }

        @Override
        public void close() {
            super.close();
            in.close();
            out.close();
        }
    }
}
