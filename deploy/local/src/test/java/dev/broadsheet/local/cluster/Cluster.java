package dev.broadsheet.local.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka broker and a schema registry for integration tests, however they are run.
 *
 * <p>Tests take one as a parameter: see {@link WithCluster}. What a cluster promises is in {@code ClusterContract}.
 */
public interface Cluster extends AutoCloseable {

    /** Value for {@code bootstrap.servers}. */
    String bootstrapServers();

    /** Value for {@code schema.registry.url}. */
    String registryUrl();

    /** Takes the broker away, without losing what it holds. */
    void brokerDown();

    /** Brings the broker back, under the same address. */
    void brokerUp();

    /** Takes the registry away, without losing what it holds. */
    void registryDown();

    /** Brings the registry back, under the same address. */
    void registryUp();

    /** Where the broker keeps its files; empty where they are out of reach. */
    Optional<Path> brokerFolder();

    /** Ends the cluster and forgets all it held. */
    @Override
    void close();

    /** Addresses of broker and registry, as client configuration. */
    default Map<String, String> config() {
        return Map.of("bootstrap.servers", bootstrapServers(), "schema.registry.url", registryUrl());
    }
}
