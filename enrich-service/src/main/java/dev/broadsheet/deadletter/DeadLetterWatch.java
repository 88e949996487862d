package dev.broadsheet.deadletter;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells as metrics how many dead letters wait for a decision and how long the oldest has waited. Looks now and then, on a
 * thread of its own; every process of the service tells the same.
 */
public final class DeadLetterWatch implements MeterBinder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWatch.class);

    private final KafkaSettings settings;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "dead-letter-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final TreeMap<Long, Instant> open = new TreeMap<>();
    private TopicReader<DeadLetter> reader;
    private Decisions decisions;
    private volatile Seen seen;

    /** What the last look found; oldest is null where nothing waits. */
    private record Seen(int count, Instant oldest) {}

    private DeadLetterWatch(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Begins to watch.
     *
     * @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url}
     * @param pause between two looks
     */
    public static DeadLetterWatch start(KafkaSettings settings, Duration pause) {
        DeadLetterWatch watch = new DeadLetterWatch(settings);
        watch.watcher.scheduleWithFixedDelay(watch::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("broadsheet.dead.letters.open", () -> seen == null ? Double.NaN : seen.count())
                .description("Dead letters on which nobody has decided; not a number before they were counted")
                .register(registry);
        Gauge.builder("broadsheet.dead.letters.oldest.age", this::age)
                .description("How long the oldest of them has waited; 0 where there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    @Override
    public void close() {
        watcher.shutdownNow();
        try {
            if (watcher.awaitTermination(5, TimeUnit.SECONDS)) {
                leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double age() {
        Seen last = seen;
        if (last == null) {
            return Double.NaN;
        }
        return last.oldest() == null
                ? 0
                : Duration.between(last.oldest(), Instant.now()).toMillis() / 1000.0;
    }

    private void look() {
        try {
            if (reader == null) {
                open.clear();
                reader = TopicReader.lenient(Topics.DEAD_LETTERS.name(), DeadLetter.class, settings);
                decisions = new Decisions(settings);
            }
            reader.toEnd(record -> open.put(
                    record.offset(),
                    record.value() == null
                            ? Instant.ofEpochMilli(record.timestamp())
                            : record.value().getFailedAt()));
            HandledLetters handled = decisions.read();
            open.keySet().removeIf(handled::contains); // no decision is ever taken back
            seen = new Seen(
                    open.size(), open.values().stream().min(Instant::compareTo).orElse(null));
        } catch (RuntimeException e) {
            LOG.warn("cannot count the dead letters, will try again: {}", e.toString());
            leave();
        }
    }

    /** A reader that failed may stand anywhere; the next one begins at the start. */
    private void leave() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        if (decisions != null) {
            decisions.close();
            decisions = null;
        }
    }
}
