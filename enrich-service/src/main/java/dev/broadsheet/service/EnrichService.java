package dev.broadsheet.service;

import dev.broadsheet.deadletter.DeadLetterWatch;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.topic.KafkaTopic;
import dev.broadsheet.topic.TopicAdmin;
import dev.broadsheet.topic.TopicReport;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.KafkaArchive;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts the stages of the stream, with health and metrics over HTTP.
 *
 * <p>Starting does not wait for Kafka: while the broker is away the service is alive and not ready, and goes on by itself
 * when the broker comes. Closing lets the records under way end.
 *
 * <pre>{@code
 * Configuration configuration = Configuration.of(
 *         Map.of("broadsheet.enrich.http.port", "0", "broadsheet.enrich.state-dir", "/var/lib/broadsheet"),
 *         KafkaSettings.of(Map.of("bootstrap.servers", "localhost:9092", "schema.registry.url", "http://localhost:8090")));
 * try (EnrichService service = EnrichService.start(configuration)) {
 *     service.check().ready();
 * }
 * }</pre>
 */
public final class EnrichService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration DEAD_LETTERS_COUNTED_EVERY = Duration.ofSeconds(30);

    private final Configuration configuration;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Pipeline pipeline;
    private final Faults startFaults;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread starter;
    private final HealthServer http;
    private volatile List<StageRunner> runners = List.of();
    private DeadLetterWatch deadLetters;

    private EnrichService(Configuration configuration) {
        this.configuration = configuration;
        EnrichConfig enrich = configuration.enrich();
        pipeline = new Pipeline(
                enrich.applicationId(),
                Version.current(),
                Pipeline.TopicNames.ofStream(
                        enrich.topics().segmented().orElse(Topics.SEGMENTED.name()),
                        enrich.topics().classified().orElse(Topics.CLASSIFIED.name()),
                        enrich.topics().articles().orElse(Topics.ARTICLES.name())),
                configuration.kafka().asMap(),
                new KafkaArchive(Topics.PAGES.name(), configuration.kafka()),
                ReprintWindow.ofDays(enrich.reprintDays()),
                meters);
        startFaults = new Faults(FIRST_PAUSE, enrich.maxBackoff(), System::nanoTime);
        http = new HealthServer(enrich.http().host(), enrich.http().port(), this::check, meters::scrape);
        starter = new Thread(this::startStages, "enrich-starter");
    }

    /**
     * Starts the service; does not wait until it is ready.
     *
     * @throws RuntimeException when the HTTP port cannot be taken
     */
    public static EnrichService start(Configuration configuration) {
        EnrichService service = new EnrichService(configuration);
        service.http.start();
        service.starter.start();
        LOG.info(
                "enrich service {} runs {} and answers on port {}; Kafka: {}",
                service.pipeline.version(),
                configuration.stages(),
                service.httpPort(),
                configuration.kafka());
        return service;
    }

    /** How the service is now. Cheap: waits for nothing. */
    public Health check() {
        List<StageRunner> running = runners;
        String fault = startFaults.current();
        List<Health.StageHealth> stages = running.isEmpty()
                ? configuration.stages().stream()
                        .map(stage -> new Health.StageHealth(stage.id(), "STARTING", fault))
                        .toList()
                : running.stream().map(StageRunner::health).toList();
        String full = StateDisk.complaint(Path.of(configuration.enrich().stateDir()));
        return Health.of(stages.stream().map(stage -> stage.orFault(full)).toList());
    }

    /** The port on which health and metrics are answered. */
    public int httpPort() {
        return http.port();
    }

    private void startStages() {
        while (stopping.getCount() > 0) {
            try {
                prepareTopics();
                startRunners();
                return;
            } catch (RuntimeException e) {
                if (stopping.getCount() == 0) {
                    return;
                }
                Duration pause = startFaults.struck(e);
                LOG.error("cannot start yet, tries again in {} s: {}", pause.toSeconds(), e.toString());
                pauseFor(pause);
            }
        }
    }

    private synchronized void startRunners() {
        if (stopping.getCount() == 0) {
            return;
        }
        List<StageRunner> started = new ArrayList<>();
        try {
            for (Stage stage : configuration.stages()) {
                StageRunner runner = new StageRunner(stage, configuration, pipeline, meters);
                started.add(runner);
                runner.start();
            }
        } catch (RuntimeException e) {
            started.forEach(StageRunner::close);
            throw e;
        }
        runners = List.copyOf(started);
        deadLetters = DeadLetterWatch.start(configuration.kafka(), DEAD_LETTERS_COUNTED_EVERY);
        deadLetters.bindTo(meters);
    }

    /** A missing topic would stop a stage in the middle of its work, so all are there before any starts. */
    private void prepareTopics() {
        Map<String, Object> client = new HashMap<>(configuration.kafka().asMap());
        try (Admin admin = Admin.create(client)) {
            TopicAdmin topics = new TopicAdmin(admin);
            TopicReport report = configuration.enrich().createTopics()
                    ? topics.ensure(topics(), configuration.enrich().replicationFactor())
                    : topics.verify(topics());
            report.differences().forEach(difference -> LOG.warn("topic is not as the contract says: {}", difference));
            List<String> missing = report.harmful().stream()
                    .filter(difference -> difference.setting().equals("exists"))
                    .map(difference -> difference.topic())
                    .toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        "topics are missing: " + String.join(", ", missing) + "; create them with broadsheet topics");
            }
        }
    }

    private List<KafkaTopic<?>> topics() {
        Pipeline.TopicNames names = pipeline.topics();
        return List.of(
                Topics.PAGES,
                Topics.PAGES_REPLAY,
                Topics.SEGMENTED.named(names.segmented()),
                Topics.CLASSIFIED.named(names.classified()),
                Topics.ARTICLES.named(names.articles()),
                Topics.DEAD_LETTERS);
    }

    private void pauseFor(Duration pause) {
        try {
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the records under way end, within the configured time, and leaves. */
    @Override
    public void close() {
        stopping.countDown();
        starter.interrupt();
        Duration patience = configuration.enrich().shutdownTimeout();
        synchronized (this) {
            runners.parallelStream().forEach(runner -> runner.stop(patience));
            if (deadLetters != null) {
                deadLetters.close();
            }
        }
        http.close();
        meters.close();
    }
}
