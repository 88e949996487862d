package dev.broadsheet.ingest;

import dev.broadsheet.schema.RawPage;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's own mock of a producer, with the real serializer on an in-memory registry, and a switch for its absence. */
final class FakeKafka {

    static final Instant NOW = Instant.parse("2024-07-21T00:30:00Z");

    final MockProducer<String, RawPage> producer;

    /** What stands in the topic when the service starts; nothing by default. */
    long lastReceipt = Long.MIN_VALUE;

    FakeKafka() {
        this(true);
    }

    /** @param acknowledges whether pages are acknowledged at once, or when the test says so */
    FakeKafka(boolean acknowledges) {
        producer = new MockProducer<>(
                Cluster.empty(),
                acknowledges,
                new RoundRobinPartitioner(),
                new StringSerializer(),
                AvroSerdes.serde(RawPage.class, Map.of("schema.registry.url", "mock://ingest"))
                        .serializer());
    }

    PageProducer pageProducer() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        KafkaProbe probe = new KafkaProbe(
                () -> {
                    throw new TimeoutException("no broker here");
                },
                clock);
        return new PageProducer(() -> producer, probe, new Revisions(this::lastReceipt), clock);
    }

    private long lastReceipt() {
        if (producer.sendException != null) {
            throw producer.sendException;
        }
        return lastReceipt;
    }

    void goAway() {
        producer.sendException = new TimeoutException("broker away");
    }

    void comeBack() {
        producer.sendException = null;
    }

    List<RawPage> pages() {
        return producer.history().stream()
                .filter(message -> message.topic().equals(Topics.PAGES.name()))
                .map(ProducerRecord::value)
                .toList();
    }

    RawPage onlyPage() {
        List<RawPage> pages = pages();
        if (pages.size() != 1) {
            throw new AssertionError("not one page but " + pages.size());
        }
        return pages.get(0);
    }
}
