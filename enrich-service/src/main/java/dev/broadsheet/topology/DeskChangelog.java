package dev.broadsheet.topology;

import dev.broadsheet.schema.PageState;
import dev.broadsheet.topic.IssuePartitioner;
import dev.broadsheet.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Where the issue desk's memory lies in Kafka, for writing it anew after a disaster: Kafka Streams restores its store from
 * this topic. Not thread-safe.
 *
 * <p>The name {@code application id-store-changelog} is documented by Kafka; the partition of a page is that of its issue in
 * the repartition topic, Kafka's default for keyed records.
 */
public final class DeskChangelog implements AutoCloseable {

    private final String applicationId;
    private final Codec<PageState> states;

    /**
     * The changelog of one application.
     *
     * @param prefix of the application ids, {@code broadsheet} unless configured otherwise
     * @param serdes settings of the Avro serdes
     */
    public DeskChangelog(String prefix, Map<String, ?> serdes) {
        applicationId = prefix + "-" + Stage.SEGMENT.id();
        states = new Codec<>(PageStates.SUBJECT_TOPIC, PageState.class, serdes);
    }

    /** Application id of the segment stage, which is its consumer group. */
    public String group() {
        return applicationId;
    }

    /** The topic, as the segment stage would create it. */
    public NewTopic topic(int partitions) {
        return new NewTopic(applicationId + "-" + PageStates.STORE + "-changelog", partitions, (short) -1)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(Topics.MAX_RECORD_BYTES),
                        TopicConfig.COMPRESSION_TYPE_CONFIG,
                        Topics.COMPRESSION));
    }

    /** The partition in which a page's state belongs. */
    public static int partition(String pageId, int partitions) {
        return IssuePartitioner.partition(pageId.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** A state as the store holds it. */
    public byte[] encode(PageState state) {
        return states.encode(state);
    }

    @Override
    public void close() {
        states.close();
    }
}
