package dev.broadsheet.ingest;

import java.nio.file.Path;
import java.time.Clock;
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

    /** Null where no hot folder is configured. */
    private final HotFolder folder;

    private final FolderWatch watch;

    /**
     * A service that is not yet started. Closing it closes the producer.
     *
     * @throws IllegalArgumentException when an option cannot be
     */
    public IngestService(IngestConfig config, PageProducer producer) {
        this.producer = producer;
        BearerTokens tokens = new BearerTokens(config.http().tokens().orElse(List.of()));
        this.http = new HttpDoor(config, producer, tokens, metrics, this::check);
        Path path = config.folder().path().map(Path::of).orElse(null);
        this.folder = path == null ? null : hotFolder(path, config);
        this.watch = path == null
                ? null
                : new FolderWatch(path, folder::poll, config.folder().poll(), config.shutdownTimeout());
    }

    /** A service with a producer of its own. */
    public static IngestService of(Configuration configuration) {
        return new IngestService(configuration.ingest(), PageProducer.connect(configuration.kafka()));
    }

    private HotFolder hotFolder(Path path, IngestConfig config) {
        HotFolder hotFolder = new HotFolder(
                path, config.folder(), PageFiles.of(config), producer::submit, metrics, Clock.systemUTC());
        metrics.gaugeBacklog(hotFolder::backlog);
        return hotFolder;
    }

    /**
     * Opens the doors.
     *
     * @throws IllegalStateException when the HTTP port is taken or the hot folder cannot be used
     */
    public IngestService start() {
        if (watch != null) {
            watch.start();
        }
        http.start();
        return this;
    }

    /** The HTTP port, also where configuration left the choice to the machine. */
    public int port() {
        return http.port();
    }

    /** Whether pages can be taken now. */
    public CheckResult check() {
        CheckResult kafka = producer.check();
        return kafka.ok() && folder != null ? folder.check() : kafka;
    }

    /** Stores a page that a program hands over, counted as one of the command line's. */
    public Receipt submit(PageSubmission page) {
        return metrics.count(Door.CLI, () -> producer.submit(page));
    }

    /** Closes the doors, lets what is under way finish, and flushes the producer. */
    @Override
    public void close() {
        if (watch != null) {
            folder.stop();
            watch.close();
        }
        http.close();
        producer.close();
        metrics.close();
        LOG.info("Stopped");
    }
}
