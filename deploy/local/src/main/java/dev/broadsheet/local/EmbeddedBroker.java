package dev.broadsheet.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * A real single-node Kafka broker and controller (KRaft) in this process, on the loopback interface.
 *
 * <p>Stopping keeps the data and the port, so that {@link #start()} brings back the same broker; {@link #close()} also
 * deletes a temporary directory. The only class that knows Kafka's server code, which is no public API.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE_ID = 1;

    private final Path directory;
    private final boolean temporary;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private EmbeddedBroker(Path directory, boolean temporary, int port) {
        this.directory = directory;
        this.temporary = temporary;
        this.port = port;
        this.controllerPort = LoopbackPort.free();
    }

    /** A broker on a free port that forgets everything when it is closed. */
    public static EmbeddedBroker temporary() {
        return new EmbeddedBroker(Directories.temporary(), true, LoopbackPort.free());
    }

    /**
     * A broker that keeps its data.
     *
     * @param directory where it keeps them; created and formatted when new
     * @param port where it listens
     */
    public static EmbeddedBroker in(Path directory, int port) {
        return new EmbeddedBroker(Directories.ensure(directory), false, port);
    }

    /** Value for {@code bootstrap.servers}; the same after a restart. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Where it keeps its files. */
    public Path directory() {
        return directory;
    }

    /**
     * Starts, or starts again; does nothing while running.
     *
     * @return this broker, answering requests
     * @throws LocalStartException when the port is in use or the directory cannot be used
     */
    public synchronized EmbeddedBroker start() {
        if (server == null) {
            LoopbackPort.require(port, "the Kafka broker");
            LoopbackPort.require(controllerPort, "the Kafka controller");
            server = launched();
        }
        return this;
    }

    /** Stops and keeps the data; does nothing while stopped. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Directories.delete(directory);
        }
    }

    private KafkaRaftServer launched() {
        try {
            format();
            KafkaRaftServer launched = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
            launched.startup();
            return launched;
        } catch (Exception e) {
            throw new LocalStartException(
                    "the Kafka broker cannot start in " + directory + ": " + e.getMessage()
                            + "; is another one running there?",
                    e);
        }
    }

    private void format() throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE_ID)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setIgnoreFormatted(true)
                .run();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
        // One node holds the only replica of everything.
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // Fifty partitions each are meant for clusters; every one costs open files and start-up time.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A misspelt topic is an error here as it is in production.
        settings.put("auto.create.topics.enable", "false");
        // The default of 128 MiB is for brokers with a machine of their own.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        return settings;
    }
}
