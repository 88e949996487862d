package dev.broadsheet.ingest;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole service in one object: the HTTP door, the hot folder where one is configured, and the producer behind both.
 * It starts whether or not Kafka is there, and says through {@link #check} whether it can do its work.
 */
public final class IngestService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

    private final PageProducer producer;
    private final IngestMetrics metrics = new IngestMetrics();
    private final HttpDoor http;

    /**
     * A service that is not yet started. Closing it closes the producer.
     *
     * @throws IllegalArgumentException when an option cannot be
     */
    public IngestService(IngestConfig config, PageProducer producer) {
        this.producer = producer;
        BearerTokens tokens = new BearerTokens(config.http().tokens().orElse(List.of()));
        this.http = new HttpDoor(config, producer, tokens, metrics, this::check);
    }

    /** A service with a producer of its own. */
    public static IngestService of(Configuration configuration) {
        return new IngestService(configuration.ingest(), PageProducer.connect(configuration.kafka()));
    }

    /**
     * Opens the doors.
     *
     * @throws IllegalStateException when the HTTP port is taken
     */
    public IngestService start() {
        http.start();
        return this;
    }

    /** The HTTP port, also where configuration left the choice to the machine. */
    public int port() {
        return http.port();
    }

    /** Whether pages can be taken now. */
    public CheckResult check() {
        return producer.check();
    }

    /** Stores a page that a program hands over, counted as one of the command line's. */
    public Receipt submit(PageSubmission page) {
        return metrics.count(Door.CLI, () -> producer.submit(page));
    }

    /** Closes the doors, lets what is under way finish, and flushes the producer. */
    @Override
    public void close() {
        http.close();
        producer.close();
        metrics.close();
        LOG.info("Stopped");
    }
}
