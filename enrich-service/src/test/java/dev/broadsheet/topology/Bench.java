package dev.broadsheet.topology;

import dev.broadsheet.deadletter.DeadLetterHandler;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.RecordMarks;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** One stage on a test bench: without broker, with a registry in memory. */
final class Bench implements AutoCloseable {

    static final String APPLICATION = "bench";
    static final String VERSION = "1.0.0";

    private final Pipeline pipeline;
    private final List<Long> repeated = new ArrayList<>();
    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final TopologyTestDriver driver;
    private final Path state;

    Bench(Stage stage) {
        this(stage, VERSION);
    }

    Bench(Stage stage, ReprintWindow reprints) {
        this(stage, VERSION, newRegistry(), reprints);
    }

    Bench(Stage stage, String version) {
        this(stage, version, newRegistry(), ReprintWindow.DEFAULT);
    }

    /** A bench that goes on with what another one of the stage remembers. */
    Bench(Stage stage, Bench before) {
        this(stage, before, before.pipeline.reprints());
    }

    /** The same after a restart with another window of reprints. */
    Bench(Stage stage, Bench before, ReprintWindow reprints) {
        this(stage, VERSION, before.pipeline.serdes(), reprints);
        before.driver.getAllStateStores().forEach((name, store) -> {
            try (KeyValueIterator<String, byte[]> all = before.store(name).all()) {
                all.forEachRemaining(entry -> store(name).put(entry.key, entry.value));
            }
        });
    }

    private Bench(Stage stage, String version, Map<String, ?> serdes, ReprintWindow reprints) {
        pipeline = new Pipeline(
                APPLICATION, version, Pipeline.TopicNames.CONTRACT, serdes, this::repeat, reprints, meters);
        try {
            state = Files.createTempDirectory("broadsheet-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties settings = settings(stage, pipeline);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                stage.build(settings, pipeline), settings, Instant.parse("2024-07-21T08:00:00Z"));
    }

    static Topology topology(Stage stage) {
        Pipeline pipeline = new Pipeline(
                APPLICATION,
                VERSION,
                Pipeline.TopicNames.CONTRACT,
                Map.of("schema.registry.url", "mock://golden"),
                (partition, offset, marks) -> false,
                ReprintWindow.DEFAULT,
                new SimpleMeterRegistry());
        return stage.build(settings(stage, pipeline), pipeline);
    }

    private static Map<String, ?> newRegistry() {
        return Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    }

    private static Properties settings(Stage stage, Pipeline pipeline) {
        Properties settings = new Properties();
        settings.putAll(pipeline.serdes());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION + "-" + stage.id());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:0");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(DeadLetterHandler.APPLICATION, pipeline.application());
        settings.put(DeadLetterHandler.STAGE, stage.id());
        settings.put(DeadLetterHandler.VERSION, pipeline.version());
        settings.put(DeadLetterHandler.TOPIC, pipeline.topics().deadLetters());
        return settings;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    private boolean repeat(int partition, long offset, Headers marks) {
        return repeated.add(offset);
    }

    /** Offsets of the pages that were put behind all others in the archive once more. */
    List<Long> repeated() {
        return repeated;
    }

    /** The clock of the meters; stands unless it is set. */
    MockClock clock() {
        return clock;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    KeyValueStore<String, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** Sends bytes as they are. */
    void send(String topic, byte[] key, byte[] value) {
        input(topic).pipeInput(new TestRecord<>(key, value));
    }

    <V extends SpecificRecord> void send(String topic, String key, Class<V> type, V value) {
        send(topic, key.getBytes(StandardCharsets.UTF_8), encode(topic, type, value));
    }

    void page(RawPage page) {
        send(pipeline.topics().pages(), page.getPageId(), RawPage.class, page);
    }

    void replay(RawPage page) {
        send(pipeline.topics().replay(), page.getPageId(), RawPage.class, page);
    }

    /** Sends a page as a replay does. */
    void replay(RawPage page, RecordMarks.Place place) {
        TestRecord<byte[], byte[]> record = replayed(page);
        RecordMarks.setArchivedAt(record.headers(), place);
        input(pipeline.topics().replay()).pipeInput(record);
    }

    /** Sends a page as a redrive does, for one stream of several. */
    void replayFor(String application, RawPage page) {
        TestRecord<byte[], byte[]> record = replayed(page);
        RecordMarks.set(record.headers(), RecordMarks.FOR, application);
        input(pipeline.topics().replay()).pipeInput(record);
    }

    private TestRecord<byte[], byte[]> replayed(RawPage page) {
        return new TestRecord<>(utf8(page.getPageId()), encode(pipeline.topics().replay(), RawPage.class, page));
    }

    /** Sends an article as a replay does that begins with this stage. */
    void replayArticle(Stage stage, Article article) {
        String topic = stage == Stage.CLASSIFY
                ? pipeline.topics().segmented()
                : pipeline.topics().classified();
        TestRecord<byte[], byte[]> record =
                new TestRecord<>(utf8(article.getId()), encode(topic, Article.class, article));
        RecordMarks.set(record.headers(), RecordMarks.REPLAYED_FROM, stage.id());
        input(topic).pipeInput(record);
    }

    <V extends SpecificRecord> byte[] encode(String topic, Class<V> type, V value) {
        try (Serde<V> serde = AvroSerdes.serde(type, pipeline.serdes())) {
            return value == null ? null : serde.serializer().serialize(topic, value);
        }
    }

    /** Sends an article as a part of a change, or its tombstone, or under the id of the page the end of the change. */
    void change(String topic, String pageId, long number, String key, Article article) {
        TestRecord<byte[], byte[]> record = new TestRecord<>(utf8(key), encode(topic, Article.class, article));
        RecordMarks.setChange(record.headers(), pageId, 1, number);
        input(topic).pipeInput(record);
    }

    /** What came out on a topic of articles; the ends of changes are none. */
    List<KeyValue<String, Article>> articles(String topic) {
        return records(topic).stream()
                .filter(record ->
                        record.value() != null || !RecordMarks.endsChange(record.headers(), utf8(record.key()), null))
                .map(record -> KeyValue.pair(record.key(), record.value()))
                .toList();
    }

    /** The same with their marks, and with the ends of changes. */
    List<TestRecord<String, Article>> records(String topic) {
        return read(topic, Article.class);
    }

    List<DeadLetter> deadLetters() {
        return read(pipeline.topics().deadLetters(), DeadLetter.class).stream()
                .map(TestRecord::value)
                .toList();
    }

    private <V extends SpecificRecord> List<TestRecord<String, V>> read(String topic, Class<V> type) {
        try (Serde<V> serde = AvroSerdes.serde(type, pipeline.serdes())) {
            TestOutputTopic<String, V> output =
                    driver.createOutputTopic(topic, new StringDeserializer(), serde.deserializer());
            return output.readRecordsToList();
        }
    }

    /** What a compacted topic holds in the end. */
    static Map<String, Article> table(List<KeyValue<String, Article>> records) {
        Map<String, Article> table = new TreeMap<>();
        records.forEach(record -> {
            table.put(record.key, record.value);
            if (record.value == null) {
                table.remove(record.key);
            }
        });
        return table;
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static byte[] utf8(String text) {
        return text == null ? null : new StringSerializer().serialize("", text);
    }

    /** A page of an invented newspaper. */
    static RawPage page(String pageId, long revision, String text) {
        String[] parts = pageId.split("/");
        return RawPage.newBuilder()
                .setPageId(pageId)
                .setPublication(parts[0])
                .setPublicationName("闽海日报")
                .setIssueDate(parts[1].equals("undated") ? null : parts[1])
                .setPage(parts[2])
                .setMediaType("text/plain")
                .setContent(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .setSha256("0".repeat(64))
                .setReceivedAt(Instant.parse("2024-07-21T08:00:00Z"))
                .setRevision(revision)
                .build();
    }

    @Override
    public void close() {
        driver.close();
        try (var files = Files.walk(state)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
