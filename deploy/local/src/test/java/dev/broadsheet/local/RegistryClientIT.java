package dev.broadsheet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.registry.Fault;
import dev.broadsheet.registry.RegistryException;
import dev.broadsheet.registry.SchemaRegistryClient;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.serde.AvroSerdes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** The registry client against a real registry over HTTP. */
@WithCluster
class RegistryClientIT {

    private static final Schema V1 = SchemaBuilder.record("Note")
            .namespace("dev.example")
            .fields()
            .requiredString("text")
            .endRecord();
    private static final Schema V2 = SchemaBuilder.record("Note")
            .namespace("dev.example")
            .fields()
            .requiredString("text")
            .optionalString("author")
            .endRecord();
    private static final Schema UNREADABLE = SchemaBuilder.record("Note")
            .namespace("dev.example")
            .fields()
            .requiredString("text")
            .requiredLong("at")
            .endRecord();

    private static final AtomicInteger READ_TIMEOUT = new AtomicInteger(30_000);

    private final Map<String, String> config;
    private final String subject = "registry-client-it-" + UUID.randomUUID() + "-value";

    RegistryClientIT(Cluster cluster) {
        this.config = cluster.config();
    }

    @Test
    void aSchemaIsRegisteredOnceAndFoundByIdAndBySubject() {
        int id = client().register(subject, V1);
        assertThat(client().register(subject, V1)).as("by another client").isEqualTo(id);
        assertThat(client().lookUp(subject, V1)).isEqualTo(id);
        assertThat(client().schemaById(id)).isEqualTo(V1);
        assertThat(client().latest(subject).id()).isEqualTo(id);
        assertThat(client().subjects()).contains(subject);
    }

    @Test
    void versionsFollowOneAnother() {
        client().register(subject, V1);
        int id = client().register(subject, V2);
        assertThat(client().versions(subject)).containsExactly(1, 2);
        assertThat(client().latest(subject))
                .satisfies(latest -> assertThat(latest.version()).isEqualTo(2))
                .satisfies(latest -> assertThat(latest.id()).isEqualTo(id))
                .satisfies(latest -> assertThat(latest.schema()).isEqualTo(V2));
    }

    @Test
    void aSchemaThatCannotReadWhatIsThereIsRefusedWhereTheSubjectIsHeldToIt() {
        client().register(subject, V1);
        client().setCompatibility(subject, "BACKWARD_TRANSITIVE");
        assertThat(client().compatibility(subject)).isEqualTo("BACKWARD_TRANSITIVE");
        RegistryException refusal =
                catchThrowableOfType(RegistryException.class, () -> client().register(subject, UNREADABLE));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.fault()).isEqualTo(Fault.SETUP);
        assertThat(refusal).hasMessageContaining(subject);
        assertThat(client().register(subject, V2)).isPositive();
    }

    @Test
    void anUnknownSubjectHasItsCode() {
        RegistryException refusal = catchThrowableOfType(RegistryException.class, () -> client().latest(subject));
        assertThat(refusal.errorCode()).isEqualTo(RegistryException.SUBJECT_NOT_FOUND);
        assertThat(refusal.fault()).isEqualTo(Fault.SETUP);
        assertThat(refusal).hasMessageContaining(subject);
    }

    @Test
    void anUnknownIdHasItsCodeAndIsPoison() {
        RegistryException refusal =
                catchThrowableOfType(RegistryException.class, () -> client().schemaById(99_999_999));
        assertThat(refusal.errorCode()).isEqualTo(RegistryException.SCHEMA_NOT_FOUND);
        assertThat(refusal.fault()).isEqualTo(Fault.POISON);
        assertThat(refusal).hasMessageContaining("99999999");
    }

    @Test
    void aSchemaThatIsNotInItsSubjectIsTheSetupsFault() {
        client().register(subject, V1);
        RegistryException refusal = catchThrowableOfType(RegistryException.class, () -> client().lookUp(subject, V2));
        assertThat(refusal.status()).isEqualTo(404);
        assertThat(refusal.fault()).isEqualTo(Fault.SETUP);
    }

    @Test
    void theContractsSchemasAreWhatTheRegistryGivesBack() {
        for (Schema schema :
                new Schema[] {RawPage.getClassSchema(), Article.getClassSchema(), DeadLetter.getClassSchema()}) {
            int id = client().register(subject + schema.getName(), schema);
            assertThat(client().schemaById(id)).isEqualTo(schema);
        }
    }

    @Test
    void aRecordThatOneProcessWroteAnotherReads() {
        DeadLetter letter = DeadLetter.newBuilder()
                .setStage("segment")
                .setCause("the page is no text")
                .setTopic("broadsheet.pages")
                .setPartition(0)
                .setOffset(1)
                .setFailedAt(Instant.ofEpochMilli(1_721_500_000_000L))
                .setPipelineVersion("test")
                .build();
        String topic = "registry-client-it-" + UUID.randomUUID();
        try (Serde<DeadLetter> writer = AvroSerdes.serde(DeadLetter.class, config);
                Serde<DeadLetter> reader = AvroSerdes.serde(DeadLetter.class, config)) {
            byte[] message = writer.serializer().serialize(topic, letter);
            assertThat(reader.deserializer().deserialize(topic, message)).isEqualTo(letter);
        }
    }

    @Test
    void aRegistryThatIsNotThereIsPassedOverForTheNext() {
        Map<String, String> both = new HashMap<>(config);
        both.put(
                "schema.registry.url",
                "http://localhost:" + LoopbackPort.free() + "," + config.get("schema.registry.url"));
        assertThat(SchemaRegistryClient.of(both).register(subject, V1)).isPositive();
    }

    /** Clients of the same settings share what they have learnt, so each of these has settings of its own. */
    private SchemaRegistryClient client() {
        Map<String, String> settings = new HashMap<>(config);
        settings.put("http.read.timeout.ms", Integer.toString(READ_TIMEOUT.incrementAndGet()));
        return SchemaRegistryClient.of(settings);
    }
}
