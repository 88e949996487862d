package dev.broadsheet.replay;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Follows the articles topic beside a replay and takes the time of what is not replayed. A record of the articles topic has the
 * timestamp of the page that caused it; it is seen within milliseconds of its publication. Clocks of other machines that
 * go wrong make the times wrong by as much.
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
            times.add(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - record.timestamp())));
        }
    }
}
