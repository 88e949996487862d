package dev.broadsheet.topology;

import dev.broadsheet.enrich.reprint.ReprintStore;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.schema.Article;
import dev.broadsheet.stage.EnrichStage;
import dev.broadsheet.stage.ReprintDesk;
import dev.broadsheet.topic.RecordMarks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RecordTooLargeException;
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
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorContext;
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

    /** Digests of what was last published, by article id. */
    private static final String PUBLISHED = "published-digests";

    /** The reprint index's own state. */
    private static final String INDEX = "reprint-index";

    /** Articles that the reprint index remembers, as last published. */
    private static final String TEXTS = "reprint-articles";

    /** Subject, in the registry, of enriched articles on their way to the desk and in its memory. */
    private static final String ENRICHED = "broadsheet.enriched-articles";

    private EnrichTopology() {}

    static Topology build(Properties streams, Pipeline pipeline) {
        Pipeline.TopicNames topics = pipeline.topics();
        Supplier<EnrichStage> stage = new Shared<>(EnrichStage::new);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streams)));
        List.of(PUBLISHED, INDEX, TEXTS).forEach(store -> builder.addStateStore(store(store)));

        KStream<byte[], Outcome> enriched = builder.stream(
                        topics.classified(),
                        Consumed.with(Routes.BYTES, Routes.BYTES).withName("classified-articles"))
                .process(() -> new Enriching(pipeline, stage), Named.as(ENRICHING));
        KStream<byte[], Outcome> published = Routes.onward(enriched, ENRICHING, topics.deadLetters())
                .repartition(Repartitioned.with(Routes.BYTES, Routes.BYTES)
                        .withName("articles-of-all-papers")
                        .withNumberOfPartitions(1))
                .process(() -> new FindingReprints(pipeline), Named.as(REPRINTS), PUBLISHED, INDEX, TEXTS);
        Routes.onward(published, REPRINTS, topics.deadLetters())
                .to(topics.articles(), Produced.with(Routes.BYTES, Routes.BYTES).withName("articles"));
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

    private static final class FindingReprints extends Step {

        private final Codec<Article> in;
        private final Codec<Article> out;
        private PublishedDigests published;
        private ReprintDesk desk;

        FindingReprints(Pipeline pipeline) {
            super(Stage.ENRICH, REPRINTS, pipeline);
            in = new Codec<>(ENRICHED, Article.class, pipeline.serdes());
            out = new Codec<>(pipeline.topics().articles(), Article.class, pipeline.serdes());
        }

        @Override
        public void init(ProcessorContext<byte[], Outcome> context) {
            super.init(context);
            published = new PublishedDigests(context.getStateStore(PUBLISHED));
            desk = new ReprintDesk(
                    new Index(context.getStateStore(INDEX)),
                    new Texts(context.getStateStore(TEXTS), in),
                    ReprintWindow.DEFAULT);
        }

        @Override
        List<Sent> work(String id, byte[] value, Headers headers) {
            List<Sent> sent = new ArrayList<>();
            if (value == null) {
                // Sent on even where nothing is known to be published: the store may be younger than the topic.
                published.remove(id);
                sent.add(new Sent(id, Outcome.onward(null)));
                desk.remove(id).forEach(article -> publish(article, sent));
                return sent;
            }
            Article article = in.decode(headers, value);
            if (!isOvertaken(article, headers)) {
                desk.put(article).forEach(told -> publish(told, sent));
            }
            return sent;
        }

        /**
         * Whether an article that was taken from the published ones, to be classified or enriched once more, has been replaced
         * or taken away since. What replaced it has come through the same stages.
         */
        private boolean isOvertaken(Article article, Headers headers) {
            boolean textIsOld = RecordMarks.replayedFrom(headers)
                    .filter(stage -> !stage.equals(Stage.SEGMENT.id()))
                    .isPresent();
            return textIsOld && !published.holdTheTextOf(article);
        }

        private void publish(Article article, List<Sent> sent) {
            String id = article.getId();
            if (published.hold(article)) {
                return;
            }
            try {
                sent.add(new Sent(id, Outcome.onward(out.encode(article))));
                published.put(article);
            } catch (RecordTooLargeException e) {
                sent.add(deadLetter(id.getBytes(StandardCharsets.UTF_8), null, id, e));
            }
        }

        @Override
        public void close() {
            super.close();
            in.close();
            out.close();
        }
    }

    private record Index(KeyValueStore<String, byte[]> store) implements ReprintStore {

        @Override
        public byte[] get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, byte[] value) {
            store.put(key, value);
        }
    }

    private record Texts(KeyValueStore<String, byte[]> store, Codec<Article> codec) implements ReprintDesk.Texts {

        @Override
        public Article get(String id) {
            byte[] article = store.get(id);
            return article == null ? null : codec.remembered(id, article);
        }

        @Override
        public void put(String id, Article article) {
            store.put(id, article == null ? null : codec.encode(article));
        }
    }
}
