package dev.broadsheet.local.faults;

import dev.broadsheet.schema.Article;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.KafkaTopic;
import dev.broadsheet.topic.RecordMarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;

/**
 * Tells which transaction wrote which article, from the broker's own files: no client can see it. Since Kafka 4 every
 * transaction of a producer has an epoch of its own (KIP-890), so both together name one.
 */
final class TransactionLog {

    private TransactionLog() {}

    /**
     * A record that a transaction wrote and committed.
     *
     * @param change of which it is a part, as its mark says
     * @param replayed whether a replay brought it about
     * @param article null for a tombstone
     */
    record Written(String transaction, String change, boolean replayed, Article article) {}

    /**
     * All committed records of a topic, partition by partition, in the order in which their transactions ended.
     *
     * @param broker where the broker keeps its files
     * @param client addresses of broker and registry
     */
    static List<Written> committed(Path broker, KafkaTopic<Article> topic, Map<String, String> client) {
        List<Written> written = new ArrayList<>();
        try (Serde<Article> serde = AvroSerdes.serde(Article.class, client)) {
            for (Path partition : partitions(broker, topic)) {
                Map<Long, List<Written>> open = new HashMap<>();
                for (Path segment : segments(partition)) {
                    read(segment, serde, topic.name(), open, written);
                }
            }
        }
        return written;
    }

    private static void read(
            Path segment, Serde<Article> serde, String topic, Map<Long, List<Written>> open, List<Written> written) {
        try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
            for (RecordBatch batch : records.batches()) {
                List<Written> pending = open.computeIfAbsent(batch.producerId(), producer -> new ArrayList<>());
                for (Record record : batch) {
                    if (batch.isControlBatch()) {
                        if (ControlRecordType.parse(record.key()) == ControlRecordType.COMMIT) {
                            written.addAll(pending);
                        }
                        pending.clear();
                    } else {
                        String transaction = batch.producerId() + "/" + batch.producerEpoch();
                        Headers headers = new RecordHeaders(record.headers());
                        String change = RecordMarks.change(headers).orElse("none");
                        boolean replayed = RecordMarks.replayedFrom(headers).isPresent();
                        byte[] value = Utils.toNullableArray(record.value());
                        pending.add(new Written(
                                transaction,
                                change,
                                replayed,
                                serde.deserializer().deserialize(topic, value)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> partitions(Path broker, KafkaTopic<?> topic) {
        return children(broker, name -> name.matches(topic.name().replace(".", "\\.") + "-\\d+"));
    }

    private static List<Path> segments(Path partition) {
        return children(partition, name -> name.endsWith(".log"));
    }

    private static List<Path> children(Path folder, java.util.function.Predicate<String> named) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
