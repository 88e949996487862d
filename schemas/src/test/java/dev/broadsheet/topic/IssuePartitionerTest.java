package dev.broadsheet.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.config.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class IssuePartitionerTest {

    private static final int MANY = 1_000;

    private static final Map<String, String> CLIENT = Map.of(
            "bootstrap.servers", "localhost:9092",
            "key.serializer", StringSerializer.class.getName(),
            "value.serializer", StringSerializer.class.getName());

    @Test
    void whatBelongsToAnIssueLiesWhereKafkaPutsTheKeyOfTheIssue() {
        int issue = byKafka("minhai-daily/2024-07-21");
        assertThat(List.of(
                        "minhai-daily/2024-07-21/1",
                        "minhai-daily/2024-07-21/1/1",
                        "minhai-daily/2024-07-21/1/12",
                        "minhai-daily/2024-07-21/第二版/3"))
                .allSatisfy(key -> assertThat(partition(key)).as(key).isEqualTo(issue));
    }

    @Test
    void anUndatedPageIsAnIssueOfItsOwn() {
        assertThat(partition("minhai-daily/undated/scan-7/2"))
                .isEqualTo(partition("minhai-daily/undated/scan-7"))
                .isEqualTo(byKafka("minhai-daily/undated/scan-7"))
                .isNotEqualTo(partition("minhai-daily/undated/scan-8/2"));
    }

    @Test
    void aKeyThatIsNoIdHasAPlaceAsWell() {
        assertThat(IssuePartitioner.partition(null, MANY)).isZero();
        for (String key : List.of("", "/", "////", "no id", "Minhai/2024-07-21/1/1", "minhai-daily/2024-07-41/1/1")) {
            assertThat(partition(key)).as(key).isEqualTo(byKafka(key));
        }
    }

    @Test
    void issuesAreSpreadOverAllPartitions() {
        TreeSet<Integer> used = new TreeSet<>();
        IntStream.rangeClosed(1, 31)
                .mapToObj("minhai-daily/2024-07-%02d/1/1"::formatted)
                .forEach(key -> used.add(IssuePartitioner.partition(key.getBytes(StandardCharsets.UTF_8), 6)));
        assertThat(used).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aProducerThatIsToldToAsksIt() {
        List<PartitionInfo> partitions = IntStream.range(0, MANY)
                .mapToObj(
                        number -> new PartitionInfo("green.articles", number, Node.noNode(), new Node[0], new Node[0]))
                .toList();
        Cluster cluster = new Cluster(null, List.of(), partitions, Set.of(), Set.of());
        Partitioner configured = new ProducerConfig(Topics.producer(KafkaSettings.of(CLIENT)))
                .getConfiguredInstance(ProducerConfig.PARTITIONER_CLASS_CONFIG, Partitioner.class);
        byte[] key = "minhai-daily/2024-07-21/1/1".getBytes(StandardCharsets.UTF_8);

        assertThat(configured.partition("green.articles", null, key, null, null, cluster))
                .isEqualTo(byKafka("minhai-daily/2024-07-21"));
    }

    private static int partition(String key) {
        return IssuePartitioner.partition(key.getBytes(StandardCharsets.UTF_8), MANY);
    }

    private static int byKafka(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % MANY;
    }
}
