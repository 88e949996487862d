package dev.broadsheet.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** What a step of a stage counts. Counts of a transaction that is aborted and repeated count twice: they measure work, not results. */
final class StageMeters {

    private final Counter received;
    private final Counter produced;
    private final Counter tombstones;
    private final Counter deadLettered;
    private final Timer latency;

    StageMeters(MeterRegistry registry, Stage stage, String step) {
        Tags tags = Tags.of("stage", stage.id(), "step", step);
        received = Counter.builder("broadsheet.stage.received")
                .description("Records that the step took in")
                .tags(tags)
                .register(registry);
        produced = Counter.builder("broadsheet.stage.produced")
                .description("Records that the step sent on, tombstones included")
                .tags(tags)
                .register(registry);
        tombstones = Counter.builder("broadsheet.stage.tombstones")
                .description("Tombstones that the step sent on")
                .tags(tags)
                .register(registry);
        deadLettered = Counter.builder("broadsheet.stage.dead.lettered")
                .description("Records that could never be processed")
                .tags(tags)
                .register(registry);
        latency = Timer.builder("broadsheet.stage.latency")
                .description("Time to process one record")
                .tags(tags)
                .publishPercentileHistogram()
                .register(registry);
    }

    void received() {
        received.increment();
    }

    void sent(Outcome outcome) {
        switch (outcome.kind()) {
            case DEAD -> deadLettered.increment();
            case ONWARD -> {
                produced.increment();
                if (outcome.value() == null) {
                    tombstones.increment();
                }
            }
            case END -> {} // of articles, nothing
        }
    }

    Timer latency() {
        return latency;
    }
}
