package dev.broadsheet.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.registry.Fault;
import dev.broadsheet.registry.RegistryException;
import dev.broadsheet.registry.SchemaRegistryClient;
import dev.broadsheet.schema.DeadLetter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificAvroSerializerTest {

    private final Map<String, Object> config = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    private final SchemaRegistryClient registry = SchemaRegistryClient.of(config);

    @ParameterizedTest
    @CsvSource({
        "TopicNameStrategy, t-value, t-key",
        "RecordNameStrategy, dev.broadsheet.schema.DeadLetter, dev.broadsheet.schema.DeadLetter",
        "TopicRecordNameStrategy, t-dev.broadsheet.schema.DeadLetter, t-dev.broadsheet.schema.DeadLetter",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy, t-dev.broadsheet.schema.DeadLetter, t-dev.broadsheet.schema.DeadLetter"
    })
    void theSubjectIsNamedByTheStrategy(String strategy, String valueSubject, String keySubject) {
        serialize(Letters.with(config, "value.subject.name.strategy", strategy), false);
        assertThat(registry.subjects()).containsExactly(valueSubject);
        serialize(Letters.with(config, "key.subject.name.strategy", strategy), true);
        assertThat(registry.subjects()).contains(keySubject);
    }

    @Test
    void theStrategyOfKeysIsNotThatOfValues() {
        serialize(Letters.with(config, "key.subject.name.strategy", "RecordNameStrategy"), false);
        assertThat(registry.subjects()).containsExactly("t-value");
    }

    @Test
    void anUnknownStrategyIsNamed() {
        assertThatThrownBy(() -> serialize(Letters.with(config, "value.subject.name.strategy", "ByMood"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ByMood");
    }

    @Test
    void withoutRegisteringTheSchemaMustBeThereAlready() {
        Map<String, Object> lookUpOnly = Letters.with(config, "auto.register.schemas", "false");
        assertThatThrownBy(() -> serialize(lookUpOnly, false))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("t-value")
                .matches(failure -> Fault.of(failure).orElseThrow() == Fault.SETUP);
        serialize(config, false);
        assertThat(serialize(lookUpOnly, false)).startsWith(0, 0, 0, 0, 1);
        assertThat(registry.versions("t-value")).containsExactly(1);
    }

    @Test
    void theLatestVersionIsWrittenWhereItIsAskedForFieldByFieldName() throws Exception {
        Schema other = Letters.schema(List.of("cause", "stage", "offset", "failedAt")::contains);
        int id = registry.register("t-value", other);
        byte[] message = serialize(useLatest(), false);
        assertThat(WireFormat.schemaId("t", message)).isEqualTo(id);
        GenericRecord read = new GenericDatumReader<GenericRecord>(other)
                .read(null, DecoderFactory.get().binaryDecoder(message, 5, message.length - 5, null));
        assertThat(read.get("cause")).hasToString("the page is no text");
        assertThat(read.get("offset")).isEqualTo(42L);
        assertThat(read.get("failedAt")).isEqualTo(1_721_500_000_000L);
        assertThat(registry.versions("t-value")).containsExactly(1);
    }

    @Test
    void theLatestVersionThatIsTheRecordsOwnIsWrittenAsItIs() {
        byte[] registering = serialize(config, false);
        assertThat(serialize(useLatest(), false)).isEqualTo(registering);
    }

    @Test
    void aLatestVersionThatCannotHoldTheRecordStopsTheWriter() {
        registry.register("t-value", Letters.schema(name -> true, Letters.required("host")));
        assertThatThrownBy(() -> serialize(useLatest(), false))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("t-value")
                .hasMessageContaining("host");
    }

    @Test
    void registeringComesBeforeTheLatestVersionAsWithConfluents() {
        Map<String, Object> both = Letters.with(config, "auto.register.schemas", "true", "use.latest.version", "true");
        registry.register("t-value", Letters.schema(name -> !name.equals("redrives")));
        serialize(both, false);
        assertThat(registry.versions("t-value")).containsExactly(1, 2);
    }

    @Test
    void aSettingThatIsNeitherTrueNorFalseIsNamed() {
        assertThatThrownBy(() -> serialize(Letters.with(config, "auto.register.schemas", "perhaps"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("auto.register.schemas");
    }

    private Map<String, Object> useLatest() {
        return Letters.with(config, "auto.register.schemas", "false", "use.latest.version", "true");
    }

    private static byte[] serialize(Map<String, ?> config, boolean isKey) {
        try (SpecificAvroSerializer<DeadLetter> serializer = new SpecificAvroSerializer<>()) {
            serializer.configure(config, isKey);
            return serializer.serialize("t", Letters.LETTER);
        }
    }
}
