package dev.broadsheet.topic;

import dev.broadsheet.id.PageId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * The partitioner of the three topics of articles: what belongs to one issue lies in one partition, in the order in which it was
 * decided. Within an issue a story goes on from page to page, so a page that changes may change articles of the others.
 *
 * <p>The partition is the one that Kafka's default partitioner gives to the key of the issue.
 */
public final class IssuePartitioner implements Partitioner {

    /** Kafka creates it by its class name. */
    public IssuePartitioner() {}

    /**
     * The partition of a page or an article.
     *
     * @param key a page id or an article id in UTF-8; whatever else it is, is hashed whole; null: the first partition
     * @param partitions how many there are
     */
    public static int partition(byte[] key, int partitions) {
        if (key == null) {
            return 0;
        }
        String issue = issue(new String(key, StandardCharsets.UTF_8));
        return Utils.toPositive(Utils.murmur2(issue.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** Page ids have three parts, and article ids a number more. */
    private static String issue(String id) {
        String[] parts = id.split("/", 4);
        try {
            return PageId.parse(parts.length < 4 ? id : id.substring(0, id.length() - parts[3].length() - 1))
                    .issue();
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        return partition(keyBytes, cluster.partitionCountForTopic(topic));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing to set.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
