package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import dev.broadsheet.stage.ClassifyStage;
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

/** Articles get topics and genre. Without state. */
final class ClassifyTopology {

    private static final String CLASSIFYING = "classify";

    private ClassifyTopology() {}

    static Topology build(Properties streams, Pipeline pipeline) {
        Pipeline.TopicNames topics = pipeline.topics();
        Supplier<UnaryOperator<Article>> stage = new Shared<>(() -> new ClassifyStage()::classify);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streams)));
        KStream<byte[], Outcome> classified = builder.stream(
                        topics.segmented(),
                        Consumed.with(Routes.BYTES, Routes.BYTES).withName("segmented-articles"))
                .process(
                        () -> new ArticleStep(
                                Stage.CLASSIFY, CLASSIFYING, pipeline, topics.segmented(), topics.classified(), stage),
                        Named.as(CLASSIFYING));
        Routes.onward(classified, CLASSIFYING, topics.deadLetters())
                .to(topics.classified(), Routes.articles("classified-articles"));
        return builder.build(streams);
    }
}
