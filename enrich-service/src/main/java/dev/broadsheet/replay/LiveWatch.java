package dev.broadsheet.replay;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Follows the articles topic beside a replay and takes the time of what is not replayed: from when the door received the page,
 * which a mark tells, to when an article made of it is seen, milliseconds after its publication. The door's clock is another
 * machine's, perhaps; where it goes wrong, the times are wrong by as much.
 */
final class LiveWatch implements AutoCloseable {

    private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());
    private final TopicReader<byte[]> articles;
    private final Thread follower = new Thread(this::follow, "live-watch");
    private volatile boolean watching = true;

    private LiveWatch(String topic, KafkaSettings settings) {
        articles = new TopicReader<>(topic, settings, new ByteArrayDeserializer());
        articles.skipTo(articles.ends());
    }

    static LiveWatch of(String topic, KafkaSettings settings) {
        LiveWatch watch = new LiveWatch(topic, settings);
        watch.follower.setDaemon(true);
        watch.follower.start();
        return watch;
    }

    /** What was seen so far. */
    LiveLatency latency() {
        synchronized (times) {
            return LiveLatency.of(times);
        }
    }

    @Override
    public void close() {
        watching = false;
        boolean interrupted = Thread.interrupted();
        try {
            follower.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (articles) {
            articles.follow(this::take, () -> watching);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        boolean live = RecordMarks.replayedFrom(record.headers()).isEmpty();
        if (live && record.value() != null) {
            RecordMarks.receivedAt(record.headers()).ifPresent(received -> times.add(since(received)));
        }
    }

    private static Duration since(Instant received) {
        Duration elapsed = Duration.between(received, Instant.now());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }
}
