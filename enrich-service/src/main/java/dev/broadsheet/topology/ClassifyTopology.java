package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import dev.broadsheet.stage.ClassifyStage;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Articles get topics and genre. Without state. */
final class ClassifyTopology {

    private static final String CLASSIFYING = "classify";

    private ClassifyTopology() {}

    static Topology build(Properties streams, Pipeline pipeline) {
        Pipeline.TopicNames topics = pipeline.topics();
        Supplier<ClassifyStage> stage = new Shared<>(ClassifyStage::new);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streams)));
        KStream<byte[], Outcome> classified = builder.stream(
                        topics.segmented(),
                        Consumed.with(Routes.BYTES, Routes.BYTES).withName("segmented-articles"))
                .process(() -> new Classifying(pipeline, stage), Named.as(CLASSIFYING));
        Routes.onward(classified, CLASSIFYING, topics.deadLetters())
                .to(topics.classified(), Routes.articles("classified-articles"));
        return builder.build(streams);
    }

    private static final class Classifying extends Step {

        private final Supplier<ClassifyStage> stage;
        private final Codec<Article> in;
        private final Codec<Article> out;

        Classifying(Pipeline pipeline, Supplier<ClassifyStage> stage) {
            super(Stage.CLASSIFY, CLASSIFYING, pipeline);
            this.stage = stage;
            in = new Codec<>(pipeline.topics().segmented(), Article.class, pipeline.serdes());
            out = new Codec<>(pipeline.topics().classified(), Article.class, pipeline.serdes());
        }

        @Override
        List<Sent> work(String id, byte[] value, Headers headers) {
            if (value == null) {
                return List.of(new Sent(id, Outcome.onward(null)));
            }
            Article classified = stage.get().classify(in.decode(headers, value));
            return List.of(new Sent(id, Outcome.onward(out.encode(classified))));
        }

        @Override
        public void close() {
            super.close();
            in.close();
            out.close();
        }
    }
}
