package dev.broadsheet.replay;

import static dev.broadsheet.replay.Answers.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far the stream has come with what went in.
 *
 * <p>A step has passed the end of a topic when it has committed a position behind the last record there. Under exactly-once
 * a position is committed together with what the step wrote; so when the steps are found to have passed one after the other,
 * in the order of the stream, everything that was there at first has become articles, dead letters, or a decision that nothing
 * changes. Not thread-safe.
 */
public final class StreamPosition implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> witness;
    private final String applicationPrefix;
    private final Pipeline.TopicNames names;

    /** One step of the stream: an application, and the topics of which it is the reader. */
    private record Step(String group, Set<String> topics) {}

    /**
     * A stream that reads and writes the contract's topics.
     *
     * @param settings client settings
     * @param applicationPrefix of the stages' application ids, {@code broadsheet} unless configured otherwise
     */
    public StreamPosition(KafkaSettings settings, String applicationPrefix) {
        this(settings, applicationPrefix, Pipeline.TopicNames.CONTRACT);
    }

    /**
     * A stream with topics of its own.
     *
     * @param settings client settings
     * @param applicationPrefix of the stages' application ids
     * @param names of its topics
     */
    public StreamPosition(KafkaSettings settings, String applicationPrefix, Pipeline.TopicNames names) {
        this.applicationPrefix = applicationPrefix;
        this.names = names;
        this.admin = Admin.create(new HashMap<String, Object>(settings.asMap()));
        Map<String, Object> config = TopicReader.committedOnly(settings);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1); // one record is proof enough
        this.witness = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Pages that the stream has not yet taken in. */
    public long pagesWaiting() {
        return lag(new Step(group(Stage.SEGMENT), Set.of(names.pages())));
    }

    /**
     * Records on their way: committed ones that no step has finished yet. Transaction markers count, so some may remain
     * when the last record is through; see {@link #isThrough()}.
     */
    public long backlog() {
        return steps().stream().mapToLong(this::lag).sum();
    }

    /** Whether everything that went in before this call has come out. */
    public boolean isThrough() {
        return steps().stream().allMatch(step -> hasPassed(step, ends(step, IsolationLevel.READ_UNCOMMITTED)));
    }

    /** Whether everything that it has taken in has come out; pages may wait. */
    public boolean hasFinishedAllThatItTook() {
        return steps().stream().skip(1).allMatch(step -> hasPassed(step, ends(step, IsolationLevel.READ_UNCOMMITTED)));
    }

    /** Whether every page that another stream has taken in has been taken in by this one. */
    public boolean hasTakenAllThatWasTakenBy(StreamPosition other) {
        Step pages = new Step(group(Stage.SEGMENT), Set.of(names.pages()));
        Map<TopicPartition, Long> marks = ends(pages, IsolationLevel.READ_COMMITTED);
        marks.putAll(other.behind(new Step(other.group(Stage.SEGMENT), pages.topics()), marks));
        return hasPassed(pages, marks);
    }

    /**
     * Waits until everything that is in the topics now has come out, whatever arrives meanwhile.
     *
     * @param patience how long to wait without any advance
     * @param heard hears how many records the step that is waited for still has before it
     * @return false when a step did not advance for that long
     */
    public boolean awaitThrough(Duration patience, LongConsumer heard) throws InterruptedException {
        for (Step step : steps()) {
            Map<TopicPartition, Long> marks = ends(step, IsolationLevel.READ_UNCOMMITTED);
            Patience ours = new Patience(patience);
            while (!hasPassed(step, marks)) {
                long left = distance(behind(step, marks), marks);
                heard.accept(left);
                if (!ours.lasts(left)) {
                    return false;
                }
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
        }
        return true;
    }

    @Override
    public void close() {
        witness.close();
        admin.close();
    }

    private boolean hasPassed(Step step, Map<TopicPartition, Long> marks) {
        Map<TopicPartition, Long> behind = behind(step, marks);
        return behind.isEmpty() || holdNoRecords(behind, marks);
    }

    /**
     * Whether there are only transaction markers and aborted records between these positions and the marks. Kafka Streams
     * moves its position past those only with a record that follows, so where none does it stays behind for ever.
     */
    private boolean holdNoRecords(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> marks) {
        Map<TopicPartition, Long> stable = ends(positions.keySet(), IsolationLevel.READ_COMMITTED);
        if (positions.keySet().stream().anyMatch(p -> stable.get(p) < marks.get(p))) {
            return false; // a transaction is open, nobody knows how it will end
        }
        witness.assign(positions.keySet());
        positions.forEach(witness::seek);
        while (positions.keySet().stream().anyMatch(p -> witness.position(p) < marks.get(p))) {
            if (!witness.poll(LOOK).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** In the order in which a page passes through them. Internal topics that do not exist yet hold nothing back. */
    private List<Step> steps() {
        Set<String> existing = await(admin.listTopics().names());
        List<Step> steps = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            steps.add(new Step(group(stage), sourcesOf(stage)));
            existing.stream()
                    .filter(name -> name.startsWith(group(stage) + "-") && name.endsWith("-repartition"))
                    .forEach(name -> steps.add(new Step(group(stage), Set.of(name))));
        }
        return steps;
    }

    private Set<String> sourcesOf(Stage stage) {
        return switch (stage) {
            case SEGMENT -> Set.of(names.pages(), names.replay());
            case CLASSIFY -> Set.of(names.segmented());
            case ENRICH -> Set.of(names.classified());
        };
    }

    private long lag(Step step) {
        Map<TopicPartition, Long> ends = ends(step, IsolationLevel.READ_COMMITTED);
        return distance(behind(step, ends), ends);
    }

    private static long distance(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> marks) {
        return positions.entrySet().stream()
                .mapToLong(position -> marks.get(position.getKey()) - position.getValue())
                .sum();
    }

    /** Positions of the partitions in which the step has not reached its mark. */
    private Map<TopicPartition, Long> behind(Step step, Map<TopicPartition, Long> marks) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(step.group()).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> starts =
                offsets(marks.keySet(), OffsetSpec.earliest(), IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> behind = new HashMap<>();
        marks.forEach((partition, mark) -> {
            OffsetAndMetadata done = committed.get(partition);
            long position = done == null ? starts.get(partition) : done.offset();
            if (position < mark) {
                behind.put(partition, position);
            }
        });
        return behind;
    }

    private Map<TopicPartition, Long> ends(Step step, IsolationLevel isolation) {
        Set<TopicPartition> partitions = new HashSet<>();
        await(admin.describeTopics(step.topics()).allTopicNames()).forEach((name, topic) -> topic.partitions()
                .forEach(info -> partitions.add(new TopicPartition(name, info.partition()))));
        return ends(partitions, isolation);
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, IsolationLevel isolation) {
        return offsets(partitions, OffsetSpec.latest(), isolation);
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin.listOffsets(wanted, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private String group(Stage stage) {
        return applicationPrefix + "-" + stage.id();
    }
}
