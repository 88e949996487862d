package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.local.StreamPosition;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.service.Configuration;
import dev.broadsheet.service.EnrichService;
import dev.broadsheet.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does on a cluster, by the commands alone. */
@WithCluster
class OperatorIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String APPLICATION = "operator";

    @TempDir
    private static Path folder;

    private static EnrichService service;

    private final ObjectMapper json = new ObjectMapper();
    private final Cluster cluster;

    OperatorIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeAll
    static void start(Cluster cluster) {
        service = EnrichService.start(Configuration.of(
                Map.of(
                        "broadsheet.enrich.application-id",
                        APPLICATION,
                        "broadsheet.enrich.state-dir",
                        folder.resolve("state").toString(),
                        "broadsheet.enrich.http.port",
                        "0"),
                KafkaSettings.of(cluster.config())));
        await().atMost(PATIENCE).until(() -> service.check().ready());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aPageIsSubmittedReplayedWithoutChangeWithdrawnAndGone() throws Exception {
        Path page = Files.writeString(folder.resolve("operator-daily-2024-07-21-p1.txt"), """
                云汀市图书馆昨日开馆

                本报讯（记者 林小满）云汀市图书馆昨日正式开馆。新馆位于城东，藏书八十万册，设有儿童阅览区。
                """);
        assertThat(command("submit", page.toString()).out()).startsWith("operator-daily/2024-07-21/1 stored at ");
        awaitThrough();
        List<String> published = articles("--publication", "operator-daily");
        assertThat(published).singleElement().asString().contains("云汀市图书馆昨日开馆");
        assertThat(articles("--publication", "operator-daily", "--from", "2024-07-22"))
                .isEmpty();

        String[] replay = {"replay", "--application-id", APPLICATION, "--publication", "operator-daily"};
        assertThat(command(with(replay, "--dry-run")).out()).contains("unchanged 1, changed 0, new 0, gone 0");
        assertThat(command(replay).out()).contains("replayed 1; articles unchanged 1, changed 0, new 0, gone 0");
        assertThat(articles("--publication", "operator-daily")).isEqualTo(published);

        command("withdraw", "operator-daily/2024-07-21/1");
        awaitThrough();
        assertThat(articles("--publication", "operator-daily")).isEmpty();
    }

    @Test
    void aDeadLetterIsRedrivenOnceAndItsNewFailureIsDiscarded() throws Exception {
        send("desk-daily/2024-07-21/1", new byte[] {42});
        awaitThrough();
        long first = onlyOpen("desk-daily");

        assertThat(command("dead-letters", "show", String.valueOf(first)).out()).contains("stackTrace");
        command("dead-letters", "redrive", String.valueOf(first));
        awaitThrough();
        long second = onlyOpen("desk-daily");
        assertThat(second)
                .as("the same bytes fail again, as a letter of their own")
                .isGreaterThan(first);

        CommandLineRun again = run("dead-letters", "redrive", String.valueOf(first));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("already");
        awaitThrough();
        assertThat(onlyOpen("desk-daily")).isEqualTo(second);

        command("dead-letters", "discard", "--publication", "desk-daily");
        assertThat(letters("desk-daily")).isEmpty();
        assertThat(letters("desk-daily", "--all")).hasSize(2);
    }

    private long onlyOpen(String publication) throws Exception {
        List<JsonNode> letters = letters(publication);
        assertThat(letters).hasSize(1);
        return letters.get(0).path("number").asLong();
    }

    private List<JsonNode> letters(String publication, String... more) throws Exception {
        String[] list = {"dead-letters", "list", "--json", "--publication", publication};
        List<JsonNode> letters = new ArrayList<>();
        for (String line : command(with(list, more)).lines()) {
            letters.add(json.readTree(line));
        }
        return letters;
    }

    private List<String> articles(String... filter) {
        return command(with(new String[] {"articles", "--json"}, filter)).lines();
    }

    private CommandLineRun command(String... arguments) {
        CommandLineRun run = run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private CommandLineRun run(String... arguments) {
        return CommandLineRun.of(with(
                arguments,
                "--bootstrap-servers",
                cluster.bootstrapServers(),
                "--schema-registry",
                cluster.registryUrl()));
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void awaitThrough() {
        try (StreamPosition position = new StreamPosition(KafkaSettings.of(cluster.config()), APPLICATION)) {
            await().atMost(PATIENCE).until(position::isThrough);
        }
    }

    private void send(String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                new HashMap<>(cluster.config()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.PAGES.name(), key, value)).get();
        }
    }
}
