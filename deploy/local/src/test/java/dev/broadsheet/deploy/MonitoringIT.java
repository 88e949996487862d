package dev.broadsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.ingest.IngestService;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.service.EnrichService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services that run answer where the deployment asks, and have every metric that rules and dashboard name. */
@WithCluster
class MonitoringIT {

    private static final Pattern METRIC = Pattern.compile("\\b(?:broadsheet|kafka|jvm|process)_[a-z0-9_]+");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Cluster cluster;

    @TempDir
    private Path folder;

    MonitoringIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void everyMetricThatIsWatchedIsThere() throws Exception {
        KafkaSettings kafka = KafkaSettings.of(cluster.config());
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        try (EnrichService enrich = EnrichService.start(dev.broadsheet.service.Configuration.of(
                        Map.of(
                                "broadsheet.enrich.http.port",
                                "0",
                                "broadsheet.enrich.application-id",
                                "monitoring-it-" + UUID.randomUUID(),
                                "broadsheet.enrich.state-dir",
                                folder.resolve("state").toString()),
                        kafka));
                IngestService ingest = IngestService.of(dev.broadsheet.ingest.Configuration.of(
                        Map.of("broadsheet.ingest.http.port", "0", "broadsheet.ingest.folder.path", inbox.toString()),
                        kafka))) {
            await("enrich is ready")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> get(enrich.httpPort(), "/ready").statusCode() == 200);
            ingest.start();
            for (int port : new int[] {ingest.port(), enrich.httpPort()}) {
                for (String path : new String[] {"/health", "/ready", "/metrics"}) {
                    assertThat(get(port, path).statusCode()).as(path).isEqualTo(200);
                }
            }
            assertThat(put(ingest.port(), "").statusCode())
                    .as("an empty page is refused")
                    .isEqualTo(400);
            assertThat(put(ingest.port(), "云汀市开通水上公交\n　　本报讯　首班船昨日驶离码头。\n").statusCode())
                    .isBetween(200, 299);
            await("the page has passed through the stream")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> get(enrich.httpPort(), "/metrics")
                            .body()
                            .lines()
                            .anyMatch(line -> line.startsWith("broadsheet_stage_received_total")
                                    && line.contains("stage=\"enrich\"")
                                    && !line.endsWith(" 0.0")));

            String scraped = get(ingest.port(), "/metrics").body()
                    + get(enrich.httpPort(), "/metrics").body();
            assertThat(names(scraped)).containsAll(names(expressions())).hasSizeGreaterThan(8);
            assertThat(labels(expressions()))
                    .allSatisfy(label -> assertThat(scraped).contains(label + "=\""));
        }
    }

    /** What alerts and panels ask for. */
    private static String expressions() {
        StringBuilder expressions = new StringBuilder();
        for (JsonNode rule :
                DeploymentFiles.document("deploy/monitoring/rules.yml").at("/groups/0/rules")) {
            expressions.append(rule.path("expr").asText()).append('\n');
        }
        for (JsonNode panel : DeploymentFiles.document("deploy/monitoring/grafana/dashboards/broadsheet.json")
                .path("panels")) {
            panel.path("targets")
                    .forEach(target ->
                            expressions.append(target.path("expr").asText()).append('\n'));
        }
        return expressions.toString();
    }

    /** Labels by which expressions group, but those that Prometheus adds. */
    private static Set<String> labels(String expressions) {
        Set<String> labels = new TreeSet<>();
        Matcher grouping = Pattern.compile("\\bby \\(([^)]*)\\)").matcher(expressions);
        while (grouping.find()) {
            labels.addAll(List.of(grouping.group(1).split(", ?")));
        }
        labels.removeAll(List.of("instance", "job"));
        return labels;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher metric = METRIC.matcher(text);
        while (metric.find()) {
            names.add(metric.group());
        }
        return names;
    }

    private HttpResponse<String> put(int port, String page) throws Exception {
        String path = "/v1/pages/monitoring-it/2024-07-21/" + UUID.randomUUID();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "text/plain; charset=utf-8")
                .PUT(BodyPublishers.ofString(page, StandardCharsets.UTF_8))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
