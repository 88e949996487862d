package dev.broadsheet.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.ingest.Configuration;
import dev.broadsheet.ingest.IngestService;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.schema.RawPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ingest service on a real broker and a real registry, with both taken away. */
@WithCluster(own = true)
class IngestIT {

    private static final String PUBLICATION = "yunting-daily";
    private static final String PAGE = "/v1/pages/" + PUBLICATION + "/2024-05-16/1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Cluster cluster;
    private IngestService service;
    private PagesTopic topic;

    IngestIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void start() {
        topic = new PagesTopic(cluster);
        start(Map.of());
    }

    /** @param more settings of the service's clients */
    private void start(Map<String, String> more) {
        // A producer gives up sooner here than in production, so that the test does not wait for it.
        KafkaSettings kafka = KafkaSettings.of(cluster.config())
                .with(Map.of("max.block.ms", "3000", "request.timeout.ms", "2000", "delivery.timeout.ms", "3000"))
                .with(more);
        Map<String, String> options = Map.of(
                "broadsheet.ingest.http.port", "0",
                "broadsheet.ingest.folder.path", folder.toString(),
                "broadsheet.ingest.folder.poll", "PT0.1S",
                "broadsheet.ingest.folder.max-backoff", "PT1S");
        service = IngestService.of(Configuration.of(options, kafka)).start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void pagesFromEveryDoorAreInTheTopicWhereTheirReceiptsSay() throws Exception {
        HttpResponse<String> put = put(PAGE, "本报讯");
        HttpResponse<String> withdrawn = send(request(PAGE).DELETE());
        HttpResponse<String> posted = send(request("/v1/pages")
                .POST(BodyPublishers.ofString("本报讯"))
                .header("Content-Type", "text/markdown")
                .header("Broadsheet-Publication", PUBLICATION)
                .header("Broadsheet-Date", "2024-05-16")
                .header("Broadsheet-Page", "2"));
        scan(PUBLICATION + "-2024-05-16-p3.txt", "本报讯");

        assertThat(List.of(put.statusCode(), withdrawn.statusCode(), posted.statusCode()))
                .containsOnly(202);
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("done/yunting-daily-2024-05-16-p3.txt")));
        List<ConsumerRecord<String, RawPage>> pages = topic.pagesOf(PUBLICATION);
        assertThat(pages)
                .extracting(ConsumerRecord::key)
                .contains(
                        "yunting-daily/2024-05-16/1",
                        "yunting-daily/2024-05-16/1",
                        "yunting-daily/2024-05-16/2",
                        "yunting-daily/2024-05-16/3");
        ConsumerRecord<String, RawPage> last = pages.stream()
                .filter(page -> page.key().endsWith("/1"))
                .reduce((older, newer) -> newer)
                .orElseThrow();
        assertThat(last.value().getWithdrawn()).isTrue();
        assertThat(withdrawn.body())
                .contains("\"partition\":" + last.partition(), "\"offset\":" + last.offset())
                .contains("\"revision\":" + last.value().getRevision());
    }

    @Test
    void withoutABrokerPagesAreRefusedFilesStayAndBothComeThroughAfterwards() throws Exception {
        assertThat(put(PAGE, "第一稿").statusCode()).isEqualTo(202);
        cluster.brokerDown();

        HttpResponse<String> refused = put(PAGE, "第二稿");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("urn:broadsheet:problem:unavailable");
        await().atMost(PATIENCE).until(() -> get("/ready").statusCode() == 503);
        assertThat(get("/health").statusCode()).isEqualTo(200);
        String scanned = PUBLICATION + "-2024-05-16-p4.txt";
        scan(scanned, "本报讯");
        await().atMost(PATIENCE).until(() -> get("/metrics")
                .body()
                .contains("broadsheet_ingest_pages_refused_total{door=\"folder\",reason=\"unavailable\"}"));
        assertThat(folder.resolve(scanned)).exists();

        cluster.brokerUp();
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("done").resolve(scanned)));
        await().atMost(PATIENCE).until(() -> put(PAGE, "第二稿").statusCode() == 202);
        await().atMost(PATIENCE).until(() -> get("/ready").statusCode() == 200);
        assertThat(topic.pagesOf(PUBLICATION)).extracting(ConsumerRecord::key).contains("yunting-daily/2024-05-16/4");
    }

    @Test
    void withoutARegistryTheFirstPageWaitsAndThenComesThrough() throws Exception {
        // A registry client of its own: the one that this process shares knows the schema and would not miss the
        // registry.
        service.close();
        start(Map.of("max.retries", "1"));
        cluster.registryDown();
        try {
            HttpResponse<String> refused = put(PAGE, "本报讯");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("schema registry");
        } finally {
            cluster.registryUp();
        }
        await().atMost(PATIENCE).until(() -> put(PAGE, "本报讯").statusCode() == 202);
    }

    /** As a careful scanner does: under another name until it is whole. */
    private void scan(String name, String text) throws IOException {
        Path unfinished = Files.writeString(folder.resolve(name + ".part"), text);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private HttpResponse<String> put(String path, String text) throws IOException, InterruptedException {
        return send(
                request(path).PUT(BodyPublishers.ofString(text)).header("Content-Type", "text/plain; charset=UTF-8"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
