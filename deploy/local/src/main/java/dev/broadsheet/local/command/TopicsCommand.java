package dev.broadsheet.local.command;

import dev.broadsheet.topic.KafkaTopic;
import dev.broadsheet.topic.TopicAdmin;
import dev.broadsheet.topic.TopicDifference;
import dev.broadsheet.topic.TopicReport;
import dev.broadsheet.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet topics}: the contract's topics on a cluster. */
@Command(
        name = "topics",
        description = "Compare a cluster's topics with the contract; create those that are missing.",
        sortOptions = false,
        footer = {
            "",
            "Nothing is changed on topics that exist. The exit code is 1 when a topic is missing, or differs so that",
            "records could be lost, refused or missed.",
            "",
            "Examples:",
            "  broadsheet topics",
            "  broadsheet topics --create --replication 3 --bootstrap-servers kafka:9092 --schema-registry http://sr:8081"
        })
final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--create", description = "Create the topics that are missing.")
    private boolean create;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Copies of each partition of a new topic (default: as the cluster is set).")
    private int replication;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException {
        TopicReport report;
        try (Admin admin = cluster.admin()) {
            TopicAdmin topics = new TopicAdmin(admin);
            report = create ? topics.ensure(Topics.all(), replication) : topics.verify(Topics.all());
        } catch (TimeoutException e) {
            throw new CommandFailure(
                    "no Kafka broker answers at " + cluster.settings().get("bootstrap.servers"), e);
        }
        print(report, spec.commandLine().getOut());
        return report.harmful().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(TopicReport report, PrintWriter out) {
        for (KafkaTopic<?> topic : Topics.all()) {
            List<TopicDifference> differences = report.differences().stream()
                    .filter(difference -> difference.topic().equals(topic.name()))
                    .toList();
            String state = report.created().contains(topic.name()) ? "created" : "as declared";
            out.printf("%-32s %s%n", topic.name(), differences.isEmpty() ? state : "differs");
            for (TopicDifference difference : differences) {
                out.printf(
                        "    %s is %s, expected %s%s%n",
                        difference.setting(),
                        difference.actual(),
                        difference.expected(),
                        difference.harmful() ? "  (harmful)" : "");
            }
        }
        out.flush();
    }
}
