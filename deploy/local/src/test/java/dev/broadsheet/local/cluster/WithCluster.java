package dev.broadsheet.local.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a {@link Cluster} as a parameter of constructors, test and lifecycle methods.
 *
 * <p>One cluster serves all classes of a test run, since starting one takes seconds: use publications, topics and group
 * ids of your own. A class that takes the broker or the registry away asks for a cluster of its own.
 *
 * <p>Containers are used where Docker is there, the in-JVM cluster otherwise; {@code -Dbroadsheet.cluster=jvm} or
 * {@code containers} decides.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface WithCluster {

    /** Whether the class gets a cluster that no other class sees, ended when the class is through. */
    boolean own() default false;
}
