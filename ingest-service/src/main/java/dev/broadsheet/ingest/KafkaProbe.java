package dev.broadsheet.ingest;

import dev.broadsheet.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks the cluster for the pages topic. The producer's own metadata would not do: it is kept for minutes after the
 * broker has gone. An answer is kept for a moment, so that many questions are one.
 */
final class KafkaProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Supplier<Admin> connect;
    private final Clock clock;
    private Admin admin;
    private CheckResult answer;
    private Instant asked = Instant.MIN;

    KafkaProbe(Supplier<Admin> connect, Clock clock) {
        this.connect = connect;
        this.clock = clock;
    }

    synchronized CheckResult check() {
        Instant now = clock.instant();
        if (answer == null || now.isAfter(asked.plus(KEPT))) {
            answer = ask();
            asked = clock.instant();
        }
        return answer;
    }

    private CheckResult ask() {
        try {
            if (admin == null) {
                admin = connect.get();
            }
            admin.describeTopics(List.of(Topics.PAGES.name()))
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return CheckResult.OK;
        } catch (ExecutionException e) {
            return CheckResult.failed(
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "The topic " + Topics.PAGES.name() + " does not exist; create it with broadsheet topics."
                            : "Kafka does not answer: " + PageProducer.reason(e.getCause()));
        } catch (TimeoutException e) {
            return CheckResult.failed("Kafka does not answer within " + PATIENCE.toSeconds() + " s.");
        } catch (KafkaException e) {
            return CheckResult.failed("Kafka cannot be reached: " + PageProducer.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CheckResult.failed("The question was interrupted.");
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }
}
