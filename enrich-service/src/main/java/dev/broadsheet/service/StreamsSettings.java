package dev.broadsheet.service;

import dev.broadsheet.deadletter.DeadLetterHandler;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of one stage's Kafka Streams application, in layers: the house's defaults, the operator's, the reserved. */
final class StreamsSettings {

    /**
     * An open transaction that nobody ends keeps read_committed readers waiting this long. Longer than the slowest record
     * takes, a page at the limit of its size.
     */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(60);

    /** Few, so that a batch of slow pages never exceeds max.poll.interval.ms. */
    private static final int MAX_POLL_RECORDS = 100;

    /** What the code decides; correctness rests on it. */
    private static final Set<String> RESERVED = Set.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.STATE_DIR_CONFIG,
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
            StreamsConfig.REPLICATION_FACTOR_CONFIG,
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
            DeadLetterHandler.APPLICATION,
            DeadLetterHandler.STAGE,
            DeadLetterHandler.VERSION,
            DeadLetterHandler.TOPIC);

    private StreamsSettings() {}

    /** @throws IllegalArgumentException naming the reserved settings among these */
    static void requireAllowed(Collection<String> settings) {
        Set<String> taken = new TreeSet<>(settings);
        taken.retainAll(RESERVED);
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException("the service sets " + String.join(", ", taken)
                    + " itself; leave it out, or see the BROADSHEET_ENRICH_ options");
        }
    }

    static Properties of(Stage stage, Configuration configuration, Pipeline pipeline) {
        Properties settings = new Properties();
        Topics.producerLimits().forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), millis(TRANSACTION_TIMEOUT));
        settings.put(StreamsConfig.consumerPrefix("max.poll.records"), MAX_POLL_RECORDS);
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(Topics.MAX_RECORD_BYTES));
        settings.put(StreamsConfig.topicPrefix(TopicConfig.COMPRESSION_TYPE_CONFIG), Topics.COMPRESSION);
        // The newer protocol makes any change of a topology under the same id fatal, and has no standby replicas yet.
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");

        configuration.kafka().asMap().forEach(settings::put);

        EnrichConfig enrich = configuration.enrich();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, enrich.applicationId() + "-" + stage.id());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, enrich.stateDir());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, enrich.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, enrich.standbyReplicas());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, enrich.replicationFactor());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(DeadLetterHandler.APPLICATION, pipeline.application());
        settings.put(DeadLetterHandler.STAGE, stage.id());
        settings.put(DeadLetterHandler.VERSION, pipeline.version());
        settings.put(DeadLetterHandler.TOPIC, pipeline.topics().deadLetters());
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
