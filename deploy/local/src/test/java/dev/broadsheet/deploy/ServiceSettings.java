package dev.broadsheet.deploy;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.registry.SchemaRegistryClient;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Reads an environment as the services do, and more strictly: a setting that no client knows is an error here. */
final class ServiceSettings {

    private static final Set<String> REGISTRY = Set.of(
            "schema.registry.url",
            "basic.auth.credentials.source",
            "basic.auth.user.info",
            "bearer.auth.credentials.source",
            "bearer.auth.token",
            "auto.register.schemas",
            "use.latest.version");

    private ServiceSettings() {}

    static dev.broadsheet.ingest.Configuration ingest(Map<String, String> environment) {
        requireKnown(environment);
        return dev.broadsheet.ingest.Configuration.load(environment, null);
    }

    static dev.broadsheet.service.Configuration enrich(Map<String, String> environment) {
        requireKnown(environment);
        return dev.broadsheet.service.Configuration.load(environment);
    }

    /** Variables that no service reads would be set in vain. */
    private static void requireKnown(Map<String, String> environment) {
        Set<String> known = new TreeSet<>(REGISTRY);
        known.addAll(ProducerConfig.configNames());
        known.addAll(ConsumerConfig.configNames());
        known.addAll(AdminClientConfig.configNames());
        environment.keySet().stream()
                .filter(variable -> !variable.startsWith("BROADSHEET_"))
                .forEach(variable -> {
                    String property = KafkaSettings.propertyFor(variable);
                    if (property == null || !known.contains(property)) {
                        throw new IllegalArgumentException(variable + " sets nothing that a client reads");
                    }
                });
        SchemaRegistryClient.of(KafkaSettings.fromEnvironment(environment).asMap())
                .close();
    }
}
