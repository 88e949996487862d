package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.local.LocalFolder;
import dev.broadsheet.local.Ports;
import dev.broadsheet.replay.StreamPosition;
import dev.broadsheet.topic.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String FRONT_PAGE = """
            云汀市图书馆昨日开馆

            本报讯（记者 林小满）云汀市图书馆昨日正式开馆。新馆位于城东，藏书八十万册，设有儿童阅览区。
            """;
    private static final String SECOND_PAGE = """
            临川县春茶上市

            本报讯（记者 何远）临川县今年的春茶昨日上市。茶农说，今年雨水充足，茶叶的品质比去年更好。
            """;

    private final Ports ports = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void pagesAreKeptAndPublishedOnceThoughItIsKilledAndToldEverythingTwice() throws Exception {
        Path data = folder.resolve("data of 闽海日报");
        List<String> published;
        Map<TopicPartition, Long> ends;
        List<ProcessHandle> children;

        try (BroadsheetProcess up = up(data)) {
            awaitUp(up);
            assertThat(put(FRONT_PAGE)).isEqualTo(202);
            Path scan = Files.writeString(folder.resolve("scan"), SECOND_PAGE);
            Files.move(scan, data.resolve("hot-folder/minhai-daily-2024-07-21-p2.txt"));
            await().atMost(PATIENCE).until(() -> articles(data).size() == 2);

            published = articles(data);
            assertThat(published.get(0)).contains("minhai-daily/2024-07-21/1/1", "云汀市图书馆昨日开馆");
            assertThat(published.get(1)).contains("minhai-daily/2024-07-21/2/1", "临川县春茶上市");
            assertThat(cleanupPolicy(settings(data))).isEqualTo("compact");
            assertThat(CommandLineRun.of("topics", "--data", data.toString()).code())
                    .isZero();

            assertThatFollowingEndsQuietly(data);

            awaitThrough(data);
            ends = ends(settings(data));
            assertThat(put(FRONT_PAGE)).isEqualTo(202);
            awaitThrough(data);
            assertThat(ends(settings(data)))
                    .as("the same page again publishes nothing")
                    .isEqualTo(ends);

            BroadsheetProcess second = up(data);
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("already up on " + data);

            children = up.children().toList();
            up.kill();
        }
        assertThat(children).isNotEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(children).as("no process is left behind").noneMatch(ProcessHandle::isAlive));

        try (BroadsheetProcess again = up(data)) {
            awaitUp(again);
            awaitThrough(data);
            assertThat(articles(data)).isEqualTo(published);

            again.stop();
            again.exitCode();
            assertThat(again.err()).contains("stopped");
        }
    }

    private void assertThatFollowingEndsQuietly(Path data) throws Exception {
        try (BroadsheetProcess follower =
                new BroadsheetProcess(folder, "articles", "--follow", "--json", "--data", data.toString())) {
            await().atMost(PATIENCE).until(() -> follower.out().size() == 2);
            follower.stop();
            follower.exitCode();
            assertThat(follower.err()).isEmpty();
        }
    }

    private BroadsheetProcess up(Path data) {
        return new BroadsheetProcess(
                folder,
                "up",
                "--data",
                data.toString(),
                "--http-port",
                String.valueOf(ports.ingest()),
                "--enrich-port",
                String.valueOf(ports.enrich()),
                "--registry-port",
                String.valueOf(ports.registry()),
                "--kafka-port",
                String.valueOf(ports.kafka()));
    }

    private static void awaitUp(BroadsheetProcess up) {
        await().atMost(PATIENCE).until(() -> up.err().contains("up; Ctrl-C") || !up.isAlive());
        assertThat(up.isAlive()).as(up.err()).isTrue();
    }

    private int put(String page) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + ports.ingest() + "/v1/pages/minhai-daily/2024-07-21/1");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain; charset=utf-8")
                .PUT(HttpRequest.BodyPublishers.ofString(page))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static List<String> articles(Path data) {
        CommandLineRun run = CommandLineRun.of("articles", "--json", "--data", data.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return run.lines();
    }

    private static KafkaSettings settings(Path data) {
        return KafkaSettings.of(LocalFolder.of(data).addresses().orElseThrow());
    }

    private static void awaitThrough(Path data) {
        try (StreamPosition position = new StreamPosition(settings(data), "broadsheet")) {
            await().atMost(PATIENCE).until(position::isThrough);
        }
    }

    private static String cleanupPolicy(KafkaSettings settings) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ARTICLES.name());
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.asMap()))) {
            return admin.describeConfigs(List.of(topic))
                    .all()
                    .get()
                    .get(topic)
                    .get("cleanup.policy")
                    .value();
        }
    }

    private static Map<TopicPartition, Long> ends(KafkaSettings settings) throws Exception {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.asMap()))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (int i = 0; i < Topics.ARTICLES.partitions(); i++) {
                latest.put(new TopicPartition(Topics.ARTICLES.name(), i), OffsetSpec.latest());
            }
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }
}
