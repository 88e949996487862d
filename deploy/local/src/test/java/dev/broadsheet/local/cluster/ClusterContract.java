package dev.broadsheet.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Cluster} promises to the integration tests. */
abstract class ClusterContract {

    private final HttpClient http = HttpClient.newHttpClient();
    private Cluster cluster;

    abstract Cluster start();

    @BeforeEach
    void startCluster() {
        cluster = start();
    }

    @AfterEach
    void endCluster() {
        cluster.close();
    }

    @Test
    void committedTransactionsAreReadAndAbortedOnesAreNot() throws Exception {
        createTopic("contract");
        try (KafkaProducer<String, String> producer = transactionalProducer()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("contract", "k", "aborted"));
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("contract", "k", "committed"));
            producer.commitTransaction();
        }

        assertThat(firstValue("contract")).contains("committed");
    }

    @Test
    void aBrokerThatWasAwayStillHoldsWhatItHeld() throws Exception {
        createTopic("kept");
        try (KafkaProducer<String, String> producer = transactionalProducer()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("kept", "k", "before"));
            producer.commitTransaction();
        }

        cluster.brokerDown();
        try (Admin admin = Admin.create(clientConfig())) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get(3, TimeUnit.SECONDS))
                    .isInstanceOfAny(TimeoutException.class, ExecutionException.class);
            admin.close(Duration.ZERO);
        }
        cluster.brokerUp();

        assertThat(firstValue("kept")).contains("before");
    }

    @Test
    void aTopicThatNobodyCreatedDoesNotAppearByItself() {
        try (Admin admin = Admin.create(clientConfig())) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-me"))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("This server does not host this topic-partition");
        }
    }

    @Test
    void aSchemaKeepsItsIdWhileTheRegistryComesAndGoes() throws Exception {
        String registered = register("\\\"string\\\"");
        assertThat(registered).contains("\"id\"");

        cluster.registryDown();
        assertThatThrownBy(() -> register("\\\"string\\\"")).isInstanceOf(IOException.class);
        cluster.registryUp();

        assertThat(register("\\\"string\\\"")).isEqualTo(registered);
        assertThat(register("\\\"long\\\"")).isNotEqualTo(registered);
    }

    private void createTopic(String name) throws Exception {
        try (Admin admin = Admin.create(clientConfig())) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    private KafkaProducer<String, String> transactionalProducer() {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", cluster.bootstrapServers(), "transactional.id", "contract", "linger.ms", "0");
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    private Optional<String> firstValue(String topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", cluster.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            for (int i = 0; i < 30; i++) {
                for (ConsumerRecord<String, String> received : consumer.poll(Duration.ofSeconds(1))) {
                    return Optional.of(received.value());
                }
            }
            return Optional.empty();
        }
    }

    private Map<String, Object> clientConfig() {
        return Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "default.api.timeout.ms",
                "10000",
                "request.timeout.ms",
                "5000");
    }

    private String register(String schema) throws IOException, InterruptedException {
        String subject = schema.contains("long") ? "long-value" : "text-value";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(cluster.registryUrl() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString("{\"schema\": \"" + schema + "\"}"))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
