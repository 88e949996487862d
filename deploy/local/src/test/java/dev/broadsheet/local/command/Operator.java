package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.replay.ArticleTable;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.schema.Article;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.service.Configuration;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.topic.IssuePartitioner;
import dev.broadsheet.topic.KafkaTopic;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody who runs commands against a cluster on which a stream is at work. */
final class Operator implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A process that left is found out in ten seconds, not forty-five. */
    private static final Map<String, String> FOUND_OUT_SOON =
            Map.of("session.timeout.ms", "10000", "heartbeat.interval.ms", "2000");

    private final Cluster cluster;
    private final String application;

    /** Null until the stream is started. */
    private EnrichService stream;

    /** @param application prefix of the stream's application ids */
    Operator(Cluster cluster, String application) {
        this.cluster = cluster;
        this.application = application;
    }

    /** Somebody on whose cluster a stream is at work until he leaves. */
    static Operator ofStream(Cluster cluster, String application, Path state) {
        Operator operator = new Operator(cluster, application);
        operator.stream = operator.start(state, Map.of());
        return operator;
    }

    /**
     * Starts the stream and waits until it takes in pages.
     *
     * @param options of the service, besides its application id
     */
    EnrichService start(Path state, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("broadsheet.enrich.application-id", application);
        all.put("broadsheet.enrich.state-dir", state.toString());
        all.put("broadsheet.enrich.leave-at-once", "true");
        all.put("broadsheet.enrich.http.port", "0");
        EnrichService service =
                EnrichService.start(Configuration.of(all, settings().with(FOUND_OUT_SOON)));
        await().atMost(PATIENCE).until(() -> service.check().ready());
        return service;
    }

    KafkaSettings settings() {
        return KafkaSettings.of(cluster.config());
    }

    /** Runs a command that must succeed. */
    CommandLineRun command(String... arguments) {
        CommandLineRun run = run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    CommandLineRun run(String... arguments) {
        return CommandLineRun.of(onCluster(arguments));
    }

    /** The command with the cluster's addresses. */
    String[] onCluster(String... arguments) {
        return with(
                arguments,
                "--bootstrap-servers",
                cluster.bootstrapServers(),
                "--schema-registry",
                cluster.registryUrl());
    }

    /** The newest state of the articles that a filter lets through, one JSON object each. */
    List<String> articles(String... filter) {
        return command(with(new String[] {"articles", "--json"}, filter)).lines();
    }

    /** The newest state of all articles, by id. */
    Map<String, Article> table() {
        return ArticleTable.of(TopicReader.of(Topics.ARTICLES, settings())).byId();
    }

    /** Keys on a topic of articles that do not lie where their issue does. */
    List<String> misplaced(String topic) {
        List<String> misplaced = new ArrayList<>();
        try (TopicReader<byte[]> reader = new TopicReader<>(topic, settings(), new ByteArrayDeserializer())) {
            int partitions = reader.ends().size();
            reader.toEnd(record -> {
                byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
                if (record.partition() != IssuePartitioner.partition(key, partitions)) {
                    misplaced.add(record.key());
                }
            });
        }
        return misplaced;
    }

    /** Where each partition of the cluster's topics ends, but for the broker's own; records of undone transactions count. */
    Map<String, Long> ends() {
        Map<String, Long> ends = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                new HashMap<String, Object>(cluster.config()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = reader.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> !info.topic().startsWith("__"))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.toString(), end));
        }
        return ends;
    }

    /** How many stretches of decided dead letters lie behind the first that is not decided. */
    int gapsBetweenDecisions() throws Exception {
        try (Admin admin = Admin.create(new HashMap<String, Object>(cluster.config()))) {
            return admin
                    .listConsumerGroupOffsets("broadsheet.dead-letters")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .map(decided -> decided.metadata().isEmpty()
                            ? 0
                            : decided.metadata().split(",").length)
                    .findAny()
                    .orElseThrow();
        }
    }

    void awaitThrough() {
        try (StreamPosition position = new StreamPosition(settings(), application)) {
            await().atMost(PATIENCE).until(position::isThrough);
        }
    }

    /** Sends an article as an earlier stage does. */
    void sendArticle(KafkaTopic<Article> topic, Article article) {
        try (Serde<Article> serde = AvroSerdes.serde(Article.class, cluster.config())) {
            send(topic.name(), article.getId(), serde.serializer().serialize(topic.name(), article));
        }
    }

    void send(String topic, String key, byte[] value) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(Topics.producer(settings()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the broker did not take " + key, e);
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }

    static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
