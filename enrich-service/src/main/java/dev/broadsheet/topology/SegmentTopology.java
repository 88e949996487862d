package dev.broadsheet.topology;

import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.schema.SegmentedPage;
import dev.broadsheet.stage.SegmentStage;
import dev.broadsheet.topic.RecordMarks;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Pages, live and replayed, become articles with ids. */
final class SegmentTopology {

    /** Subject, in the registry, of the pages on their way to the issue desk. */
    static final String SEGMENTED_PAGES = "broadsheet.segmented-pages";

    private static final String SEGMENTING = "read-and-segment";
    private static final String DESK = "issue-desk";

    private SegmentTopology() {}

    static Topology build(Properties streams, Pipeline pipeline) {
        Pipeline.TopicNames topics = pipeline.topics();
        Supplier<SegmentStage> stage = new Shared<>(() -> new SegmentStage(pipeline.version()));
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(streams)));
        builder.addStateStore(Routes.store(PageStates.STORE));

        KStream<byte[], Outcome> segmented = builder.stream(
                        List.of(topics.pages(), topics.replay()),
                        Consumed.with(Routes.BYTES, Routes.BYTES).withName("raw-pages"))
                .process(() -> new Segmenting(pipeline, stage), Named.as(SEGMENTING));
        KStream<byte[], Outcome> articles = Routes.onward(segmented, SEGMENTING, topics.deadLetters())
                .repartition(Repartitioned.with(Routes.BYTES, Routes.BYTES).withName("pages-by-issue"))
                .process(() -> new IssueDeskStep(DESK, pipeline), Named.as(DESK), PageStates.STORE);
        Routes.onward(articles, DESK, topics.deadLetters())
                .to(topics.segmented(), Routes.articles("segmented-articles"));
        return builder.build(streams);
    }

    private static final class Segmenting extends Step {

        private final Supplier<SegmentStage> stage;
        private final Codec<RawPage> pages;
        private final Codec<SegmentedPage> segmented;

        Segmenting(Pipeline pipeline, Supplier<SegmentStage> stage) {
            super(Stage.SEGMENT, SEGMENTING, pipeline);
            this.stage = stage;
            pages = new Codec<>(pipeline.topics().pages(), RawPage.class, pipeline.serdes());
            segmented = new Codec<>(SEGMENTED_PAGES, SegmentedPage.class, pipeline.serdes());
        }

        @Override
        List<Sent> work(String key, byte[] value, Headers headers) {
            if (value == null) {
                throw new SerializationException("the page has no value; to take a page back, send it as withdrawn");
            }
            RawPage raw = pages.decode(headers, value);
            if (!raw.getPageId().equals(key)) {
                throw new SerializationException(
                        "the record's key is " + key + " but its page says " + raw.getPageId());
            }
            SegmentedPage.Builder page = SegmentedPage.newBuilder(stage.get().segment(raw));
            if (pipeline().topics().replay().equals(source().topic())) {
                page.setReplayed(true);
                RecordMarks.archivedAt(headers).ifPresent(place -> setPlace(page, place));
                headers.remove(RecordMarks.ARCHIVED_AT);
            } else {
                setPlace(page, new RecordMarks.Place(source().partition(), source().offset()));
            }
            return List.of(new Sent(PageId.parse(key).issue(), Outcome.onward(segmented.encode(page.build()))));
        }

        private static void setPlace(SegmentedPage.Builder page, RecordMarks.Place place) {
            page.setArchivePartition(place.partition()).setArchiveOffset(place.offset());
        }

        @Override
        public void close() {
            super.close();
            pages.close();
            segmented.close();
        }
    }
}
