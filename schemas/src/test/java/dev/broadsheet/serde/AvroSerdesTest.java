package dev.broadsheet.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.registry.Fault;
import dev.broadsheet.registry.SchemaRegistryClient;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {

    private final Map<String, Object> config = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    private final Serde<DeadLetter> serde = AvroSerdes.serde(DeadLetter.class, config);
    private final DeadLetter letter = DeadLetter.newBuilder()
            .setStage("segment")
            .setCause("the page is no text")
            .setTopic("broadsheet.pages")
            .setPartition(1)
            .setOffset(42)
            .setValue(ByteBuffer.wrap(new byte[] {1, 2, 3}))
            .setFailedAt(Instant.ofEpochMilli(1_721_500_000_000L))
            .setPipelineVersion("test")
            .build();

    @Test
    void whatIsWrittenReadsBack() {
        byte[] message = serde.serializer().serialize("t", letter);
        assertThat(serde.deserializer().deserialize("t", message)).isEqualTo(letter);
    }

    @Test
    void aMessageStartsWithAZeroByteAndTheSchemasId() {
        byte[] message = serde.serializer().serialize("t", letter);
        int id = SchemaRegistryClient.of(config).latest("t-value").id();
        assertThat(message)
                .startsWith(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    }

    @Test
    void aTombstoneIsNothingAndStaysNothing() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void theRegisteredSchemaIsThatOfTheFileWithoutJavasNames() {
        serde.serializer().serialize("t", letter);
        assertThat(SchemaRegistryClient.of(config).latest("t-value").schema().toString())
                .contains("One sentence for an operator")
                .doesNotContain("avro.java.string");
    }

    @Test
    void bytesThatAreNoMessageArePoison() {
        for (byte[] bytes : new byte[][] {{}, {0, 0, 0}, "{\"plain\":\"json\"}".getBytes()}) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
                    .isInstanceOf(UndecodableRecordException.class)
                    .hasMessageContaining("topic t")
                    .matches(Fault::isPoison);
        }
    }

    @Test
    void aRecordOfAnotherTypeIsPoison() {
        byte[] message = serde.serializer().serialize("t", letter);
        assertThatThrownBy(() ->
                        AvroSerdes.serde(Article.class, config).deserializer().deserialize("t", message))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessageContaining("dev.broadsheet.schema.DeadLetter")
                .matches(Fault::isPoison);
    }

    @Test
    void theSerdesClassIsConfigurable() {
        Serde<DeadLetter> other =
                AvroSerdes.serde(DeadLetter.class, Map.of("broadsheet.serde", Serdes.ByteArraySerde.class.getName()));
        assertThat(other).isInstanceOf(Serdes.ByteArraySerde.class);
    }

    @Test
    void aSerdeThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> AvroSerdes.serde(DeadLetter.class, Map.of("broadsheet.serde", "no.such.Serde")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no.such.Serde");
        assertThatThrownBy(() -> AvroSerdes.serde(DeadLetter.class, Map.of("broadsheet.serde", "java.lang.String")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Serde");
    }

    @Test
    void aMissingRegistryIsNamed() {
        assertThatThrownBy(() -> AvroSerdes.serde(DeadLetter.class, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }
}
