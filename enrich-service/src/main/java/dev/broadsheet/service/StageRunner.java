package dev.broadsheet.service;

import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one stage. A fault ends the thread it struck; another takes its place after a pause that doubles as long as the
 * fault lasts. Nothing is lost: the transaction that was open is undone and its records are read again.
 */
final class StageRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Stage stage;
    private final Duration longestPause;
    private final GroupMembershipOperation atTheEnd;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Faults faults;

    StageRunner(Stage stage, Configuration configuration, Pipeline pipeline, MeterRegistry meters) {
        this.stage = stage;
        this.longestPause = configuration.enrich().maxBackoff();
        this.atTheEnd = configuration.enrich().leaveAtOnce()
                ? GroupMembershipOperation.LEAVE_GROUP
                : GroupMembershipOperation.REMAIN_IN_GROUP;
        this.faults = new Faults(FIRST_PAUSE, longestPause, System::nanoTime);
        Properties settings = StreamsSettings.of(stage, configuration, pipeline);
        streams = new KafkaStreams(stage.build(settings, pipeline), settings);
        streams.setUncaughtExceptionHandler(this::pauseAndReplace);
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
    }

    void start() {
        streams.start();
    }

    Health.StageHealth health() {
        return new Health.StageHealth(stage.id(), streams.state().name(), fault());
    }

    /** A broker that is away throws nothing: Kafka's clients wait for it, and Kafka Streams says RUNNING all the time. */
    private String fault() {
        String struck = faults.current();
        return struck != null || !streams.state().isRunningOrRebalancing() || isConnected()
                ? struck
                : "no connection to Kafka";
    }

    private boolean isConnected() {
        return streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals("consumer-metrics")
                        && metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> ((Number) metric.getValue().metricValue()).doubleValue() > 0);
    }

    private StreamThreadExceptionResponse pauseAndReplace(Throwable failure) {
        Duration pause = faults.struck(failure);
        LOG.error("{} stops and tries again in {} s", stage.id(), pause.toSeconds(), failure);
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Ends work on records under way and leaves. */
    void stop(Duration patience) {
        stopping.countDown();
        if (!streams.close(CloseOptions.timeout(patience).withGroupMembershipOperation(atTheEnd))) {
            LOG.warn(
                    "{} did not end within {} s; its open transaction will be undone",
                    stage.id(),
                    patience.toSeconds());
        }
        metrics.close();
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(10));
    }
}
