package dev.broadsheet.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics that are missing on a cluster and compares the others with their declaration.
 *
 * <p>Kafka's own exceptions pass through unwrapped: {@link TimeoutException} when the cluster does not answer,
 * {@code AuthorizationException} where a permission is missing.
 */
public final class TopicAdmin {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Admin admin;

    /** @param admin client of the cluster; stays the caller's to close */
    public TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates what is missing and compares the rest. Safe to run from several processes at once.
     *
     * @param replication copies of every partition of a new topic; -1 leaves it to the cluster
     */
    public TopicReport ensure(Collection<? extends KafkaTopic<?>> topics, int replication) {
        Set<String> existing = await(admin.listTopics().names());
        List<String> created = new ArrayList<>();
        for (KafkaTopic<?> topic : topics) {
            if (!existing.contains(topic.name()) && create(topic, replication)) {
                created.add(topic.name());
            }
        }
        awaitVisible(topics);
        return new TopicReport(created, verify(topics).differences());
    }

    /** Compares only; changes nothing. */
    public TopicReport verify(Collection<? extends KafkaTopic<?>> topics) {
        Map<String, TopicDescription> described = describe(topics);
        Map<String, Config> configs = configs(described.keySet());
        List<TopicDifference> differences = new ArrayList<>();
        for (KafkaTopic<?> topic : topics) {
            TopicDescription description = described.get(topic.name());
            if (description == null) {
                differences.add(new TopicDifference(topic.name(), "exists", "yes", "no", true));
            } else {
                compare(topic, description, configs.get(topic.name()), differences);
            }
        }
        return new TopicReport(List.of(), differences);
    }

    private boolean create(KafkaTopic<?> topic, int replication) {
        try {
            await(admin.createTopics(List.of(topic.toNewTopic(replication))).all());
            return true;
        } catch (TopicExistsException e) {
            return false; // another process was faster; the comparison that follows looks at its work
        }
    }

    /** A new topic takes a moment to reach every broker's metadata. */
    private void awaitVisible(Collection<? extends KafkaTopic<?>> topics) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (describe(topics).size() < topics.size()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(
                        "topics were created but are not visible after " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    private Map<String, TopicDescription> describe(Collection<? extends KafkaTopic<?>> topics) {
        Map<String, TopicDescription> described = new HashMap<>();
        admin.describeTopics(topics.stream().map(KafkaTopic::name).toList())
                .topicNameValues()
                .forEach((name, description) -> {
                    try {
                        described.put(name, await(description));
                    } catch (UnknownTopicOrPartitionException e) {
                        // absent from the result: the caller tells missing topics by that
                    }
                });
        return described;
    }

    private Map<String, Config> configs(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> configs = new HashMap<>();
        await(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }

    private static void compare(
            KafkaTopic<?> topic, TopicDescription description, Config config, List<TopicDifference> differences) {
        int partitions = description.partitions().size();
        if (partitions != topic.partitions()) {
            // Any number works; but the number is part of where a key lives, and an operator should have chosen it.
            differences.add(new TopicDifference(
                    topic.name(),
                    "partitions",
                    Integer.toString(topic.partitions()),
                    Integer.toString(partitions),
                    false));
        }
        new TreeMap<>(topic.config()).forEach((setting, expected) -> {
            String actual = config.get(setting) == null
                    ? "unknown"
                    : config.get(setting).value();
            if (!expected.equals(actual)) {
                differences.add(new TopicDifference(
                        topic.name(), setting, expected, actual, isHarmful(setting, expected, actual)));
            }
        });
    }

    private static boolean isHarmful(String setting, String expected, String actual) {
        return switch (setting) {
            case TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG -> true;
            case TopicConfig.RETENTION_MS_CONFIG,
                    TopicConfig.RETENTION_BYTES_CONFIG,
                    TopicConfig.DELETE_RETENTION_MS_CONFIG,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG -> isLess(actual, expected);
            default -> false;
        };
    }

    /** Compares limits, of which -1 is none. */
    private static boolean isLess(String actual, String expected) {
        return Long.compareUnsigned(Long.parseLong(actual), Long.parseLong(expected)) < 0;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("the cluster did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
