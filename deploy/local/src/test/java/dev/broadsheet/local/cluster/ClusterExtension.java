package dev.broadsheet.local.cluster;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testcontainers.DockerClientFactory;

/** Keeps the shared cluster for the whole test run, and a class's own one for that class. */
final class ClusterExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ClusterExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext keeper = isOwn(context) ? outermostClass(context) : context.getRoot();
        Store store = keeper.getStore(NAMESPACE);
        // A store asks its ancestors, too: under one key, whoever comes second would be given the shared cluster.
        return store.getOrComputeIfAbsent(keeper.getUniqueId(), id -> newCluster(), Cluster.class);
    }

    private static boolean isOwn(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), WithCluster.class, context.getEnclosingTestClasses())
                .map(WithCluster::own)
                .orElse(false);
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        while (outermost.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
            outermost = outermost.getParent().orElseThrow();
        }
        return outermost;
    }

    private static Cluster newCluster() {
        String choice = System.getProperty("broadsheet.cluster", "");
        return switch (choice) {
            case "jvm" -> new InJvmCluster();
            case "containers" -> new ContainerCluster();
            case "" -> hasDocker() ? new ContainerCluster() : new InJvmCluster();
            default ->
                throw new IllegalArgumentException("broadsheet.cluster is jvm or containers, not '" + choice + "'");
        };
    }

    static boolean hasDocker() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
