package dev.broadsheet.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How many records the pipeline still has before it, and whether it has passed what was there. */
public final class PipelineBacklog {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Admin admin;
    private final List<Step> steps;

    /**
     * One step of the pipeline.
     *
     * @param group application id, which is the consumer group
     * @param topics topics that the step reads
     */
    public record Step(String group, Collection<String> topics) {}

    /** @param steps in the order in which a page passes through them; an internal topic makes a step of its own */
    public PipelineBacklog(Admin admin, List<Step> steps) {
        this.admin = admin;
        this.steps = List.copyOf(steps);
    }

    /**
     * Committed records that no step has finished yet. Transaction markers count, so a few may remain for a moment
     * after the last record.
     *
     * @throws ExecutionException when the broker cannot tell
     */
    public long records() throws InterruptedException, ExecutionException {
        long backlog = 0;
        for (Step step : steps) {
            backlog += lag(step.group(), offsets(step.topics(), OffsetSpec.latest()));
        }
        return backlog;
    }

    /**
     * Waits until everything that is in the topics now has passed the whole pipeline, whatever arrives meanwhile.
     *
     * @param stalled how long to wait without any advance
     * @param heard hears the number of records that are still to pass the step that is waited for
     * @return false when a step did not advance for that long
     * @throws ExecutionException when the broker cannot tell
     */
    public boolean awaitPassed(Duration stalled, LongConsumer heard) throws InterruptedException, ExecutionException {
        for (Step step : steps) {
            Map<TopicPartition, Long> marks = offsets(step.topics(), OffsetSpec.latest());
            long best = Long.MAX_VALUE;
            long advancedAt = System.nanoTime();
            for (long lag = lag(step.group(), marks); lag > 0; lag = lag(step.group(), marks)) {
                heard.accept(lag);
                if (lag < best) {
                    best = lag;
                    advancedAt = System.nanoTime();
                } else if (System.nanoTime() - advancedAt > stalled.toNanos()) {
                    return false;
                }
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
        }
        return true;
    }

    private long lag(String group, Map<TopicPartition, Long> marks) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> starts =
                offsets(marks.keySet().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.earliest())));
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> mark : marks.entrySet()) {
            OffsetAndMetadata done = committed.get(mark.getKey());
            long from = done == null ? starts.get(mark.getKey()) : done.offset();
            lag += Math.max(0, mark.getValue() - from);
        }
        return lag;
    }

    private Map<TopicPartition, Long> offsets(Collection<String> topics, OffsetSpec spec)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions().forEach(p -> wanted.put(new TopicPartition(topic.name(), p.partition()), spec));
        }
        return offsets(wanted);
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> wanted)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                        wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }
}
