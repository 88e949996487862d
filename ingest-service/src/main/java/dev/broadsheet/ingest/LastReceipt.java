package dev.broadsheet.ingest;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Asks the cluster when, by the doors' clocks, the last page was received: a mark on the last record of each partition of the
 * pages topic tells, whatever revision its sender stated. The page itself is not decoded.
 *
 * @param client the cluster's client settings
 */
record LastReceipt(KafkaSettings client) implements Supplier<Long> {

    /** In milliseconds since 1970; {@link Long#MIN_VALUE} where the topic holds none. */
    @Override
    public Long get() {
        AtomicLong latest = new AtomicLong(Long.MIN_VALUE);
        try (TopicReader<byte[]> pages = new TopicReader<>(Topics.PAGES.name(), client, new ByteArrayDeserializer())) {
            Map<Integer, Long> lastRecords = new HashMap<>();
            pages.ends().forEach((partition, end) -> lastRecords.put(partition, Math.max(0, end - 1)));
            pages.skipTo(lastRecords);
            pages.toEnd(page -> RecordMarks.receivedAt(page.headers())
                    .map(Instant::toEpochMilli)
                    .ifPresent(received -> latest.accumulateAndGet(received, Math::max)));
        }
        return latest.get();
    }
}
