package dev.broadsheet.local;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.Stage;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far the stream has come with what went in.
 *
 * <p>A stage is through with a topic when it has committed a position behind the last record and no transaction is open
 * there. Under exactly-once a position is committed together with what the stage wrote; so when the stages are found
 * through one after the other, in the order of the stream, and nothing new goes in meanwhile, everything that went in
 * has become articles, dead letters, or a decision that nothing changes.
 */
public final class StreamPosition implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> witness;
    private final String applicationPrefix;

    /**
     * @param settings client settings
     * @param applicationPrefix of the stages' application ids, {@code broadsheet} unless configured otherwise
     */
    public StreamPosition(KafkaSettings settings, String applicationPrefix) {
        this.applicationPrefix = applicationPrefix;
        this.admin = Admin.create(new HashMap<String, Object>(settings.asMap()));
        Map<String, Object> config = new HashMap<>(settings.asMap());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "earliest");
        this.witness = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Pages that the stream has not yet taken in. */
    public long pagesWaiting() {
        Map<TopicPartition, Long> ends = ends(partitions(Set.of(Topics.PAGES.name())), IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> done = committed(Stage.SEGMENT);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - done.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Whether everything that went in before this call has come out. */
    public boolean isThrough() {
        return Stream.of(Stage.values()).allMatch(this::isThrough);
    }

    @Override
    public void close() {
        witness.close();
        admin.close();
    }

    private boolean isThrough(Stage stage) {
        Set<TopicPartition> sources = partitions(sourcesOf(stage));
        Map<TopicPartition, Long> committed = committed(stage);
        Map<TopicPartition, Long> stable = ends(sources, IsolationLevel.READ_COMMITTED);
        if (!stable.equals(ends(sources, IsolationLevel.READ_UNCOMMITTED))) {
            return false;
        }
        Map<TopicPartition, Long> behind = sources.stream()
                .filter(source -> committed.getOrDefault(source, 0L) < stable.get(source))
                .collect(Collectors.toMap(source -> source, source -> committed.getOrDefault(source, 0L)));
        return behind.isEmpty() || holdsNoRecords(behind, stable);
    }

    /**
     * Whether there are only transaction markers between these positions and the ends. Kafka Streams moves its position
     * past a marker only after a record, so a partition of which every record was aborted stays behind for ever.
     */
    private boolean holdsNoRecords(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        witness.assign(positions.keySet());
        positions.forEach(witness::seek);
        while (positions.keySet().stream().anyMatch(p -> witness.position(p) < ends.get(p))) {
            if (!witness.poll(LOOK).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Set<String> sourcesOf(Stage stage) {
        return switch (stage) {
            case SEGMENT ->
                Stream.concat(Stream.of(Topics.PAGES.name(), Topics.PAGES_REPLAY.name()), repartitions(stage).stream())
                        .collect(Collectors.toSet());
            case CLASSIFY -> Set.of(Topics.SEGMENTED.name());
            case ENRICH ->
                Stream.concat(Stream.of(Topics.CLASSIFIED.name()), repartitions(stage).stream())
                        .collect(Collectors.toSet());
        };
    }

    private Set<String> repartitions(Stage stage) {
        return await(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(application(stage) + "-") && name.endsWith("-repartition"))
                .collect(Collectors.toSet());
    }

    private Set<TopicPartition> partitions(Collection<String> topics) {
        return await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(StreamPosition::partitions)
                .collect(Collectors.toSet());
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, Long> committed(Stage stage) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(application(stage)).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        committed.forEach((partition, position) -> {
            if (position != null) {
                offsets.put(partition, position.offset());
            }
        });
        return offsets;
    }

    private String application(Stage stage) {
        return applicationPrefix + "-" + stage.id();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
