package dev.broadsheet.local.cluster;

import dev.broadsheet.local.EmbeddedBroker;
import dev.broadsheet.local.RegistryProcess;
import java.nio.file.Path;
import java.util.Optional;

/** The cluster of the local mode: a broker in this process, the registry as a child process. */
final class InJvmCluster implements Cluster {

    private final EmbeddedBroker broker = EmbeddedBroker.temporary();
    private final RegistryProcess registry = RegistryProcess.temporary();

    InJvmCluster() {
        broker.start();
        registry.start();
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void brokerDown() {
        broker.stop();
    }

    @Override
    public void brokerUp() {
        broker.start();
    }

    @Override
    public void registryDown() {
        registry.stop();
    }

    @Override
    public void registryUp() {
        registry.start();
    }

    @Override
    public Optional<Path> brokerFolder() {
        return Optional.of(broker.directory());
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
