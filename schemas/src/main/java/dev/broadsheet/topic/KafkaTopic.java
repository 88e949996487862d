package dev.broadsheet.topic;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as the contract declares it. Keys are strings.
 *
 * @param name name on the cluster
 * @param key what the key is, for a reader: page id or article id
 * @param type class of the values
 * @param cleanup what becomes of old records
 * @param retention how long records stay; null: until they are overwritten or an operator removes them
 * @param partitions number of partitions
 * @param maxMessageBytes largest batch the topic takes, in bytes
 * @param <V> class of the values
 */
public record KafkaTopic<V extends SpecificRecord>(
        String name,
        String key,
        Class<V> type,
        Cleanup cleanup,
        Duration retention,
        int partitions,
        int maxMessageBytes) {

    /**
     * For ever, as Kafka has no word for it: after a disaster, only the tombstone of an article tells that its number was given. And a
     * consumer, however slow, that saw an article sees what removed it.
     */
    static final Duration TOMBSTONES_KEPT = Duration.ofDays(100 * 365);

    /**
     * Not later, or a quiet topic's active segment would never be closed and so never compacted; and not sooner, since a scan that
     * came too late replaces the newer one until the stream has put that behind it, and the stream may be down for as long as the
     * topics between its stages keep their records.
     */
    static final Duration COMPACTION_LAG = Duration.ofDays(7);

    private static final short REPLICAS_THAT_ALLOW_TWO_IN_SYNC = 3;

    /** @throws IllegalArgumentException when a compacted topic has a retention, or a number is not positive */
    public KafkaTopic {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(cleanup, "cleanup");
        if (cleanup == Cleanup.COMPACT && retention != null) {
            throw new IllegalArgumentException(name + ": a compacted topic keeps its records, it has no retention");
        }
        if (partitions < 1 || maxMessageBytes < 1) {
            throw new IllegalArgumentException(name + ": partitions and maxMessageBytes must be positive");
        }
    }

    /** The same topic under another name, for a stream beside this one. */
    public KafkaTopic<V> named(String other) {
        return new KafkaTopic<>(other, key, type, cleanup, retention, partitions, maxMessageBytes);
    }

    /** Topic settings that the contract asks for, by Kafka's names, sorted. */
    public Map<String, String> config() {
        Map<String, String> config = new TreeMap<>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
        config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, Topics.COMPRESSION);
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        // By the sender's time, a page archived a month ago would make records that a topic of a week drops unread, and
        // a
        // clock an hour ahead records that the broker refuses.
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (cleanup == Cleanup.COMPACT) {
            config.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(TOMBSTONES_KEPT.toMillis()));
            config.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(COMPACTION_LAG.toMillis()));
            config.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(COMPACTION_LAG.toMillis()));
        } else {
            config.put(TopicConfig.RETENTION_MS_CONFIG, retention == null ? "-1" : Long.toString(retention.toMillis()));
            // A broker's default may limit topics by size; only time may drop what has not been read.
            config.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        }
        return Collections.unmodifiableMap(config);
    }

    /**
     * What to ask a cluster for.
     *
     * @param replication copies of every partition; with three or more, a write needs two in sync
     */
    public NewTopic toNewTopic(int replication) {
        Map<String, String> config = new TreeMap<>(config());
        if (replication >= REPLICAS_THAT_ALLOW_TWO_IN_SYNC) {
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(name, partitions, (short) replication).configs(config);
    }

    @Override
    public String toString() {
        return name;
    }
}
