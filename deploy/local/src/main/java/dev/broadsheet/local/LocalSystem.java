package dev.broadsheet.local;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.service.Configuration;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.service.Health;
import dev.broadsheet.topic.TopicAdmin;
import dev.broadsheet.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Broker, registry, topics and the enrich service, started and stopped together. Pages go in through the pages topic, as
 * in production.
 */
public final class LocalSystem implements AutoCloseable {

    /** Nobody takes over from a system that was killed: started again, it waits for its own session to end, of 45 s by default. */
    private static final Map<String, String> FOUND_OUT_SOON =
            Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "2000");

    private static final Duration START_TIMEOUT = Duration.ofSeconds(120);

    private final EmbeddedBroker broker;
    private final RegistryProcess registry;
    private final Path state;
    private final boolean temporary;
    private final int enrichPort;
    private final ReprintWindow reprints;
    private EnrichService enrich;

    private LocalSystem(
            EmbeddedBroker broker,
            RegistryProcess registry,
            Path state,
            boolean temporary,
            int enrichPort,
            ReprintWindow reprints) {
        this.broker = broker;
        this.registry = registry;
        this.state = state;
        this.temporary = temporary;
        this.enrichPort = enrichPort;
        this.reprints = reprints;
    }

    /** A system on free ports that forgets everything when it is closed. */
    public static LocalSystem temporary(ReprintWindow reprints) {
        return new LocalSystem(
                EmbeddedBroker.temporary(), RegistryProcess.temporary(), Directories.temporary(), true, 0, reprints);
    }

    /** A system that keeps everything in a folder. */
    public static LocalSystem in(LocalFolder folder, Ports ports, ReprintWindow reprints) {
        return new LocalSystem(
                EmbeddedBroker.in(folder.kafka(), ports.kafka()),
                RegistryProcess.in(folder.registry(), ports.registry()),
                Directories.ensure(folder.state()),
                false,
                ports.enrich(),
                reprints);
    }

    /**
     * Starts everything and waits until the stream takes in pages.
     *
     * @throws LocalStartException when a part cannot start; the others are stopped again
     */
    public LocalSystem start() {
        try {
            startBrokerAndRegistry();
            createTopics();
            enrich = EnrichService.start(Configuration.of(
                    Map.of(
                            "broadsheet.enrich.http.port", String.valueOf(enrichPort),
                            "broadsheet.enrich.state-dir", state.toString(),
                            "broadsheet.enrich.leave-at-once", "true",
                            "broadsheet.enrich.reprint-days", String.valueOf(reprints.days())),
                    settings().with(FOUND_OUT_SOON)));
            awaitReady();
            return this;
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Addresses of broker and registry, as client settings. */
    public KafkaSettings settings() {
        return KafkaSettings.of(addresses());
    }

    Map<String, String> addresses() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
    }

    /** How the stream is now. */
    public Health health() {
        return enrich.check();
    }

    /** Stops everything, the stream first; a temporary system is forgotten. Goes through also when interrupted. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            stop();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stop() {
        if (enrich != null) {
            enrich.close();
            enrich = null;
        }
        registry.close();
        broker.close();
        if (temporary) {
            Directories.delete(state);
        }
    }

    /** Both take seconds, and neither needs the other. */
    private void startBrokerAndRegistry() {
        CompletableFuture<Void> starting = CompletableFuture.runAsync(registry::start);
        try {
            broker.start();
        } finally {
            join(starting);
        }
    }

    private static void join(CompletableFuture<Void> starting) {
        try {
            starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void createTopics() {
        try (Admin admin = Admin.create(new HashMap<String, Object>(addresses()))) {
            new TopicAdmin(admin).ensure(Topics.all(), 1);
        }
    }

    private void awaitReady() {
        if (!LocalWait.until(() -> enrich.check().ready(), START_TIMEOUT)) {
            throw new LocalStartException("the stream is not ready after " + START_TIMEOUT.toSeconds() + " s: "
                    + enrich.check().stages());
        }
    }
}
