package dev.broadsheet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class InMemoryRegistryTest {

    private static final Schema V1 =
            SchemaBuilder.record("Note").fields().requiredString("text").endRecord();
    private static final Schema V2 = SchemaBuilder.record("Note")
            .fields()
            .requiredString("text")
            .optionalString("by")
            .endRecord();
    private static final Schema UNREADABLE = SchemaBuilder.record("Note")
            .fields()
            .requiredString("text")
            .requiredLong("at")
            .endRecord();

    private final String scope = UUID.randomUUID().toString();
    private final SchemaRegistryClient registry = client(scope);

    @Test
    void aSchemaHasOneIdHoweverOftenItIsRegistered() {
        int id = registry.register("a", V1);
        assertThat(registry.register("a", V1)).isEqualTo(id);
        assertThat(registry.register("b", V1)).isEqualTo(id);
        assertThat(registry.lookUp("b", V1)).isEqualTo(id);
        assertThat(registry.schemaById(id)).isEqualTo(V1);
        assertThat(registry.versions("a")).containsExactly(1);
        assertThat(registry.subjects()).containsExactly("a", "b");
    }

    @Test
    void clientsOfOneScopeSeeTheSameAndOfAnotherNothing() {
        registry.register("a", V1);
        assertThat(client(scope).latest("a").schema()).isEqualTo(V1);
        assertThat(client(scope + "-other").subjects()).isEmpty();
    }

    @Test
    void latestIsTheNewestVersion() {
        registry.register("a", V1);
        int id = registry.register("a", V2);
        assertThat(registry.latest("a")).isEqualTo(new RegisteredSchema("a", 2, id, V2));
    }

    @Test
    void aSchemaThatCannotReadTheNewestIsRefusedLikeByARealOne() {
        registry.register("a", V1);
        RegistryException refusal =
                catchThrowableOfType(RegistryException.class, () -> registry.register("a", UNREADABLE));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.fault()).isEqualTo(Fault.SETUP);
        registry.setCompatibility("a", "NONE");
        assertThat(registry.register("a", UNREADABLE)).isPositive();
    }

    @Test
    void whatIsNotThereHasTheCodesOfARealOne() {
        registry.register("a", V1);
        assertThat(catchThrowableOfType(RegistryException.class, () -> registry.lookUp("a", V2))
                        .errorCode())
                .isEqualTo(40403);
        assertThat(catchThrowableOfType(RegistryException.class, () -> registry.latest("b"))
                        .errorCode())
                .isEqualTo(40401);
        RegistryException byId = catchThrowableOfType(RegistryException.class, () -> registry.schemaById(99));
        assertThat(byId.errorCode()).isEqualTo(40403);
        assertThat(byId.fault()).isEqualTo(Fault.POISON);
    }

    private static SchemaRegistryClient client(String scope) {
        return SchemaRegistryClient.of(Map.of("schema.registry.url", "mock://" + scope));
    }
}
