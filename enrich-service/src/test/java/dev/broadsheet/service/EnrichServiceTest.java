package dev.broadsheet.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.config.KafkaSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichServiceTest {

    @TempDir
    private Path state;

    @Test
    void withoutABrokerItIsAliveButNotReadyAndStillStopsAtOnce() throws Exception {
        try (EnrichService service = EnrichService.start(configuration(Map.of()))) {
            assertThat(get(service, "/health").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = get(service, "/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"stage\":\"segment\"").contains("\"state\":\"STARTING\"");
            assertThat(get(service, "/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStageThatGaveUpIsNotAliveAndOneThatRebalancesIsAliveButNotReady() {
        Health rebalancing = Health.of(java.util.List.of(
                new Health.StageHealth("segment", "RUNNING", null),
                new Health.StageHealth("enrich", "REBALANCING", null)));
        assertThat(rebalancing.alive()).isTrue();
        assertThat(rebalancing.ready()).isFalse();

        Health failed = Health.of(java.util.List.of(new Health.StageHealth("segment", "ERROR", "disk")));
        assertThat(failed.alive()).isFalse();

        Health faulty = Health.of(java.util.List.of(new Health.StageHealth("segment", "RUNNING", "registry away")));
        assertThat(faulty.alive()).isTrue();
        assertThat(faulty.ready()).isFalse();
    }

    @Test
    void theCommandSaysWhatItIsAndHowItIsConfigured() {
        Output help = run(Map.of(), "--help");
        assertThat(help.code).isZero();
        assertThat(help.out).contains("KAFKA_BOOTSTRAP_SERVERS").contains("BROADSHEET_ENRICH_HTTP_PORT");

        Output version = run(Map.of(), "--version");
        assertThat(version.code).isZero();
        assertThat(version.out).matches("broadsheet-enrich \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void wrongUsageIsOneLineAndAnExitCodeOfItsOwn() {
        assertThat(run(Map.of(), "--frobnicate")).satisfies(output -> {
            assertThat(output.code).isEqualTo(2);
            assertThat(output.err).contains("--frobnicate").hasLineCount(1);
        });
        assertThat(run(Map.of())).satisfies(output -> {
            assertThat(output.code).isEqualTo(2);
            assertThat(output.err).contains("KAFKA_BOOTSTRAP_SERVERS").hasLineCount(1);
        });
    }

    @Test
    void aPortInUseIsOneLineAndAnExitCode() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                    "SCHEMA_REGISTRY_URL", "http://127.0.0.1:1",
                    "BROADSHEET_ENRICH_HTTP_HOST", "0.0.0.0",
                    "BROADSHEET_ENRICH_HTTP_PORT", Integer.toString(taken.getLocalPort())));

            Output output = run(environment);

            assertThat(output.code).isEqualTo(1);
            assertThat(output.err).contains("cannot start");
        }
    }

    private Configuration configuration(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(more);
        options.put("broadsheet.enrich.http.port", "0");
        options.put("broadsheet.enrich.state-dir", state.toString());
        return Configuration.of(
                options,
                KafkaSettings.of(
                        Map.of("bootstrap.servers", "127.0.0.1:1", "schema.registry.url", "http://127.0.0.1:1")));
    }

    private static HttpResponse<String> get(EnrichService service, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + service.httpPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private record Output(int code, String out, String err) {}

    private static Output run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = EnrichMain.run(
                arguments,
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Output(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
