package dev.broadsheet.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What an operator watches, in Prometheus' form. Every page that is received is in the end either accepted or refused,
 * so received = accepted + refused + in flight, at each door.
 *
 * <ul>
 *   <li>{@code broadsheet_ingest_pages_received_total{door}}
 *   <li>{@code broadsheet_ingest_pages_accepted_total{door}}: acknowledged by the broker
 *   <li>{@code broadsheet_ingest_pages_refused_total{door,reason}}: reason is a {@link Refusal#code()}
 *   <li>{@code broadsheet_ingest_page_seconds{door}}: histogram, from receipt to acknowledgement or refusal
 *   <li>{@code broadsheet_ingest_http_in_flight}: pages under way over HTTP
 *   <li>{@code broadsheet_ingest_folder_backlog}: files that wait in the hot folder
 * </ul>
 */
final class IngestMetrics implements AutoCloseable {

    private static final String PREFIX = "broadsheet.ingest.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    IngestMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        gc.bindTo(registry);
        for (Door door : Door.values()) {
            // From the start, so that a rate over the first page is seen.
            received(door);
            accepted(door);
            timer(door);
        }
    }

    /** Counts and times one page on its way through a door, whatever becomes of it. */
    Receipt count(Door door, Supplier<Receipt> way) {
        received(door).increment();
        Timer.Sample sample = Timer.start(registry);
        try {
            Receipt receipt = way.get();
            accepted(door).increment();
            return receipt;
        } catch (PageRefusedException e) {
            refused(door, e.refusal()).increment();
            throw e;
        } catch (RuntimeException e) {
            refused(door, Refusal.INTERNAL).increment();
            throw e;
        } finally {
            sample.stop(timer(door));
        }
    }

    void gaugeInFlight(IntSupplier pages) {
        Gauge.builder(PREFIX + "http.in.flight", pages, IntSupplier::getAsInt)
                .description("Pages under way over HTTP.")
                .strongReference(true)
                .register(registry);
    }

    void gaugeBacklog(IntSupplier files) {
        Gauge.builder(PREFIX + "folder.backlog", files, IntSupplier::getAsInt)
                .description("Files that wait in the hot folder.")
                .strongReference(true)
                .register(registry);
    }

    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }

    private Counter received(Door door) {
        return Counter.builder(PREFIX + "pages.received")
                .description("Pages that came to a door.")
                .tag("door", door.label())
                .register(registry);
    }

    private Counter accepted(Door door) {
        return Counter.builder(PREFIX + "pages.accepted")
                .description("Pages that the broker acknowledged.")
                .tag("door", door.label())
                .register(registry);
    }

    private Counter refused(Door door, Refusal refusal) {
        return Counter.builder(PREFIX + "pages.refused")
                .description("Pages that were not taken, by reason.")
                .tag("door", door.label())
                .tag("reason", refusal.code())
                .register(registry);
    }

    private Timer timer(Door door) {
        return Timer.builder(PREFIX + "page")
                .description("From receipt to acknowledgement or refusal.")
                .tag("door", door.label())
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(25))
                .register(registry);
    }
}
