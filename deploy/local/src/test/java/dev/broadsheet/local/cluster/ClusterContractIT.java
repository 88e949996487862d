package dev.broadsheet.local.cluster;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

/** Both clusters keep the contract; the one of containers is looked at where Docker is there. */
class ClusterContractIT {

    @Nested
    class InJvm extends ClusterContract {

        @Override
        Cluster start() {
            return new InJvmCluster();
        }
    }

    @Nested
    @EnabledIf(value = "hasDocker", disabledReason = "no Docker engine answers here")
    class InContainers extends ClusterContract {

        @Override
        Cluster start() {
            return new ContainerCluster();
        }

        static boolean hasDocker() {
            return ClusterExtension.hasDocker();
        }
    }
}
