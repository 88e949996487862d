package dev.broadsheet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class CachingRegistryTest {

    private static final Schema V1 =
            SchemaBuilder.record("Note").fields().requiredString("text").endRecord();
    private static final Schema V2 = SchemaBuilder.record("Note")
            .fields()
            .requiredString("text")
            .optionalString("by")
            .endRecord();

    private final SchemaRegistryClient registry =
            SchemaRegistryClient.of(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
    private final AtomicLong now = new AtomicLong();

    @Test
    void theNewestVersionIsBelievedForAWhile() {
        CachingRegistry cache = new CachingRegistry(registry, Duration.ofSeconds(60), now::get);
        registry.register("a", V1);
        assertThat(cache.latest("a").version()).isEqualTo(1);
        registry.register("a", V2);
        now.set(Duration.ofSeconds(59).toNanos());
        assertThat(cache.latest("a").version()).isEqualTo(1);
        now.set(Duration.ofSeconds(60).toNanos());
        assertThat(cache.latest("a").version()).isEqualTo(2);
    }

    @Test
    void withoutALimitItIsBelievedForEver() {
        CachingRegistry cache = new CachingRegistry(registry, null, now::get);
        registry.register("a", V1);
        cache.latest("a");
        registry.register("a", V2);
        now.set(Duration.ofDays(365).toNanos());
        assertThat(cache.latest("a").version()).isEqualTo(1);
    }

    @Test
    void aSchemaThatWasMissingIsFoundOnceItIsRegistered() {
        CachingRegistry cache = new CachingRegistry(registry, null, now::get);
        assertThatThrownBy(() -> cache.schemaById(1)).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> cache.lookUp("a", V1)).isInstanceOf(RegistryException.class);
        registry.register("a", V1);
        assertThat(cache.schemaById(1)).isEqualTo(V1);
        assertThat(cache.lookUp("a", V1)).isEqualTo(1);
    }
}
