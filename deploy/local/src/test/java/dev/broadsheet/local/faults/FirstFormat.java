package dev.broadsheet.local.faults;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.registry.SchemaRegistryClient;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes the memory of a stream that has stopped as the first version of the program would have: records under the first committed
 * schemas, and digests of what is published without those of where its text came from. The stream reads it from its changelog
 * topics, once its folders are gone.
 */
final class FirstFormat {

    private static final Path HISTORY =
            Path.of(System.getProperty("basedir", ""), "..", "..", "schemas", "src", "main", "avro-history");

    private static final int HEADER = 1 + Integer.BYTES;
    private static final int DIGEST = 16;

    private final KafkaSettings settings;
    private final SchemaRegistryClient registry;

    FirstFormat(KafkaSettings settings) {
        this.settings = settings;
        this.registry = SchemaRegistryClient.of(settings.asMap());
    }

    /** @return number of entries written */
    int rewrite(String applicationId) {
        return rewrite(applicationId + "-segment-pages-of-issues", first("PageState", "broadsheet.page-states"))
                + rewrite(applicationId + "-enrich-reprint-articles", first("Article", "broadsheet.enriched-articles"))
                + rewrite(applicationId + "-enrich-published-digests", value -> Arrays.copyOf(value, DIGEST));
    }

    private int rewrite(String store, UnaryOperator<byte[]> form) {
        String changelog = store + "-changelog";
        List<ProducerRecord<String, byte[]>> entries = new ArrayList<>();
        try (TopicReader<byte[]> reader = new TopicReader<>(changelog, settings, new ByteArrayDeserializer());
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Topics.producer(settings), new StringSerializer(), new ByteArraySerializer())) {
            reader.toEnd(entry -> entries.add(new ProducerRecord<>(
                    changelog,
                    entry.partition(),
                    entry.key(),
                    entry.value() == null ? null : form.apply(entry.value()))));
            entries.forEach(producer::send);
        }
        return entries.size();
    }

    private UnaryOperator<byte[]> first(String name, String topic) {
        try {
            Schema schema = new Schema.Parser()
                    .parse(Files.readString(HISTORY.resolve(name).resolve("v1.avsc")));
            int id = registry.register(topic + "-value", schema);
            return value -> convert(value, schema, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] convert(byte[] value, Schema schema, int id) {
        Schema writer = registry.schemaById(ByteBuffer.wrap(value).getInt(1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            Object record = new GenericDatumReader<>(writer, schema)
                    .read(null, DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null));
            new GenericDatumWriter<>(schema).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
