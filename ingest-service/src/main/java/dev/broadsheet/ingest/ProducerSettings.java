package dev.broadsheet.ingest;

import dev.broadsheet.schema.RawPage;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The producer's settings, in layers: what keeps the promise of {@link PageProducer} and cannot be changed, then what an
 * operator says, then our defaults, then Kafka's.
 */
final class ProducerSettings {

    /** A receipt would mean less if one of these were different. */
    private static final Map<String, Object> PROMISED = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");

    private static final Set<String> RESERVED = Set.of(
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG);

    /** A sender waits at most 5 + 20 seconds for an answer; no lingering, because pages come one at a time. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.CLIENT_ID_CONFIG, "broadsheet-ingest",
            ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000",
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000",
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "20000",
            ProducerConfig.LINGER_MS_CONFIG, "0");

    private final Map<String, Object> settings = new HashMap<>();

    ProducerSettings(Map<String, ?> client) {
        for (String key : RESERVED) {
            if (client.containsKey(key)) {
                throw new IllegalArgumentException(
                        "The Kafka setting " + key + " is reserved: ingest needs its own value. Leave it out.");
            }
        }
        settings.putAll(DEFAULTS);
        settings.putAll(Topics.producerLimits());
        settings.putAll(client);
        settings.putAll(PROMISED);
        validate();
    }

    /** Wrong values are an operator's mistake and show at once; an absent broker is not and does not. */
    private void validate() {
        if (!settings.containsKey(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException("Nobody said where Kafka is; set KAFKA_BOOTSTRAP_SERVERS.");
        }
        Map<String, Object> checked = new HashMap<>(settings);
        checked.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        checked.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        try {
            ProducerConfig.configDef().parse(checked);
            AvroSerdes.serde(RawPage.class, settings).close();
        } catch (ConfigException e) {
            throw new IllegalArgumentException("The Kafka settings cannot be used: " + e.getMessage(), e);
        }
    }

    Producer<String, RawPage> newProducer() {
        return new KafkaProducer<>(
                settings,
                new StringSerializer(),
                AvroSerdes.serde(RawPage.class, settings).serializer());
    }

    Admin newAdmin() {
        Map<String, Object> admin = new HashMap<>(settings);
        admin.keySet().retainAll(AdminClientConfig.configNames());
        return Admin.create(admin);
    }

    /** For tests: what the producer is made with. */
    Map<String, Object> asMap() {
        return Map.copyOf(settings);
    }
}
