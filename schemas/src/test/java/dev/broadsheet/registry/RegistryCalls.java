package dev.broadsheet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** Calls of a registry, as tests make them. */
final class RegistryCalls {

    static final Schema NOTE = SchemaBuilder.record("Note")
            .namespace("dev.example")
            .fields()
            .requiredString("text")
            .endRecord();

    private RegistryCalls() {}

    static SchemaRegistryClient client(String urls, String... settings) {
        Map<String, Object> config = new HashMap<>();
        config.put("schema.registry.url", urls);
        config.put("retries.wait.ms", "1");
        config.put("retries.max.wait.ms", "5");
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        return SchemaRegistryClient.of(config);
    }

    static RegistryException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        RegistryException failure = catchThrowableOfType(RegistryException.class, call);
        assertThat(failure).as("a RegistryException").isNotNull();
        return failure;
    }
}
