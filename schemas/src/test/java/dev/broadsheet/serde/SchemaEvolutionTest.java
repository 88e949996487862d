package dev.broadsheet.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.registry.Fault;
import dev.broadsheet.registry.SchemaRegistryClient;
import dev.broadsheet.schema.DeadLetter;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

/** What this program makes of records that older and newer ones wrote. */
class SchemaEvolutionTest {

    private final Map<String, Object> config = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    private final SchemaRegistryClient registry = SchemaRegistryClient.of(config);
    private final Deserializer<DeadLetter> deserializer =
            AvroSerdes.serde(DeadLetter.class, config).deserializer();

    @Test
    void anOlderRecordReadsWithTheDefaultsOfFieldsItDidNotHave() throws Exception {
        Schema older = Letters.schema(name -> !name.equals("redrives") && !name.equals("articleId"));
        DeadLetter read = deserializer.deserialize("t", written(older));
        assertThat(read.getRedrives()).isZero();
        assertThat(read.getArticleId()).isNull();
        assertThat(read.getCause()).isEqualTo("the page is no text");
    }

    @Test
    void aNewerRecordReadsWithoutTheFieldsThisProgramDoesNotKnow() throws Exception {
        Schema newer = Letters.schema(name -> true, Letters.required("host"));
        DeadLetter read = deserializer.deserialize("t", written(newer));
        assertThat(read).isEqualTo(Letters.LETTER);
    }

    @Test
    void oneDeserializerReadsManyVersionsInTurn() throws Exception {
        byte[] older = written(Letters.schema(name -> !name.equals("redrives")));
        byte[] newer = written(Letters.schema(name -> true, Letters.required("host")));
        for (int i = 0; i < 3; i++) {
            assertThat(deserializer.deserialize("t", older)).isEqualTo(Letters.LETTER);
            assertThat(deserializer.deserialize("t", newer)).isEqualTo(Letters.LETTER);
        }
    }

    @Test
    void aRecordThatLacksWhatHasNoDefaultIsPoison() throws Exception {
        byte[] message = written(Letters.schema(name -> !name.equals("cause")));
        assertThatThrownBy(() -> deserializer.deserialize("t", message))
                .hasMessageContaining("cause")
                .matches(Fault::isPoison);
    }

    /** The letter as a program with that schema would have written it. */
    private byte[] written(Schema schema) throws Exception {
        registry.setCompatibility("t-value", "NONE");
        int id = registry.register("t-value", schema);
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            Schema.Field own = DeadLetter.getClassSchema().getField(field.name());
            Object value = own == null ? "scanner-2" : Letters.LETTER.get(own.pos());
            record.put(field.name(), value instanceof java.time.Instant instant ? instant.toEpochMilli() : value);
        }
        return Letters.message(id, record);
    }
}
