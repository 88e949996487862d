package dev.broadsheet.serde;

import dev.broadsheet.schema.DeadLetter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** A dead letter, and what older and newer programs would have made of it. */
final class Letters {

    static final DeadLetter LETTER = DeadLetter.newBuilder()
            .setStage("segment")
            .setCause("the page is no text")
            .setTopic("broadsheet.pages")
            .setPartition(1)
            .setOffset(42)
            .setKey(ByteBuffer.wrap(new byte[] {7}))
            .setValue(ByteBuffer.wrap(new byte[] {1, 2, 3}))
            .setFailedAt(Instant.ofEpochMilli(1_721_500_000_000L))
            .setPipelineVersion("test")
            .build();

    private Letters() {}

    /** The schema of dead letters without some fields and with others. */
    static Schema schema(Predicate<String> kept, Schema.Field... added) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : DeadLetter.getClassSchema().getFields()) {
            if (kept.test(field.name())) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        fields.addAll(List.of(added));
        return Schema.createRecord("DeadLetter", "", "dev.broadsheet.schema", false, fields);
    }

    static Schema.Field required(String name) {
        return new Schema.Field(name, Schema.create(Schema.Type.STRING), "");
    }

    /** A message as another program would write it. */
    static byte[] message(int schemaId, GenericRecord record) throws IOException {
        return Binary.encode(
                WireFormat.header(schemaId), out -> new GenericDatumWriter<>(record.getSchema()).write(record, out));
    }

    static Map<String, Object> with(Map<String, ?> config, String... settings) {
        Map<String, Object> all = new java.util.HashMap<>(config);
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return all;
    }
}
