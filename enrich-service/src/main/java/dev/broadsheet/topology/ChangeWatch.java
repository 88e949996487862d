package dev.broadsheet.topology;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells as a metric how long the oldest change has been open, of which articles have come and the end has not: nobody would miss them
 * otherwise. A process counts from when it first saw an article of the change. Thread-safe.
 */
final class ChangeWatch {

    private final Clock clock;

    /** By issue, when the first article of its open change was seen, in milliseconds. */
    private final Map<String, Long> since = new ConcurrentHashMap<>();

    ChangeWatch(MeterRegistry meters) {
        clock = meters.config().clock();
        Gauge.builder("broadsheet.changes.open.oldest.age", this, ChangeWatch::seconds)
                .description(
                        "How long the oldest change has waited for its end before it can be published; 0 where none does")
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
    }

    void opened(String issue) {
        since.putIfAbsent(issue, clock.wallTime());
    }

    void closed(String issue) {
        since.remove(issue);
    }

    /** Another process sees to them now. */
    void leave() {
        since.clear();
    }

    private double seconds() {
        long now = clock.wallTime();
        return since.values().stream().mapToLong(begin -> now - begin).max().orElse(0) / 1000.0;
    }
}
