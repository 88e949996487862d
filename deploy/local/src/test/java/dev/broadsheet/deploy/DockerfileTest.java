package dev.broadsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileTest {

    private static final String FILE = DeploymentFiles.text("deploy/docker/Dockerfile");
    private static final String HEALTHCHECK =
            DeploymentFiles.ROOT.resolve("deploy/docker/healthcheck.sh").toString();

    @ParameterizedTest
    @CsvSource({"ingest, dev.broadsheet.ingest.IngestMain", "enrich, dev.broadsheet.service.EnrichMain"})
    void anImageStartsTheServicesMainClass(String target, String mainClass) throws Exception {
        assertThat(stage(target)).contains("\"" + mainClass + "\"]");
        assertThat(Class.forName(mainClass).getMethod("main", String[].class)).isNotNull();
    }

    @Test
    void imagesSetOnlyWhatTheServicesRead() {
        Map<String, String> cluster = Map.of("KAFKA_BOOTSTRAP_SERVERS", "k:1", "SCHEMA_REGISTRY_URL", "http://r:1");
        Map<String, String> ingest = environment("ingest");
        ingest.putAll(cluster);
        Map<String, String> enrich = environment("enrich");
        enrich.putAll(cluster);
        assertThat(exposed("ingest"))
                .isEqualTo(ServiceSettings.ingest(ingest).ingest().http().port());
        assertThat(exposed("enrich"))
                .isEqualTo(ServiceSettings.enrich(enrich).enrich().http().port());
        assertThat(stage("enrich"))
                .contains("VOLUME " + ServiceSettings.enrich(enrich).enrich().stateDir() + "\n");
    }

    @ParameterizedTest
    @CsvSource({"ingest", "enrich"})
    void nobodyIsRootAndHealthIsAskedForOnTheServicesPort(String target) {
        assertThat(stage(target))
                .contains("USER 10001:10001\n")
                .contains("CMD [\"healthcheck\", \"" + exposed(target) + "\", \"/ready\"]");
    }

    @Test
    void theHeapFollowsTheContainer() {
        assertThat(stage("runtime")).contains("-XX:MaxRAMPercentage=");
    }

    @Test
    void imagesThatTheyAreBuiltFromArePinned() {
        Matcher from = Pattern.compile("(?m)^FROM (\\S+)").matcher(FILE);
        while (from.find()) {
            assertThat(from.group(1)).matches("runtime|[a-z-]+:[\\w.-]*17[\\w.-]*");
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "404, 1"})
    void theHealthCheckSucceedsOnlyWhenTheServiceSaysSo(int status, int exitCode) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(healthcheck(server.getAddress().getPort())).isEqualTo(exitCode);
        } finally {
            server.stop(0);
        }
        assertThat(healthcheck(server.getAddress().getPort()))
                .as("when nobody listens")
                .isNotZero();
    }

    private static int healthcheck(int port) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("bash", HEALTHCHECK, Integer.toString(port), "/ready"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The lines of one build stage. */
    private static String stage(String name) {
        Matcher stage = Pattern.compile("(?ms)^FROM \\S+ AS " + name + "\n(.*?)(?=^FROM |\\z)")
                .matcher(FILE);
        assertThat(stage.find()).as(name).isTrue();
        return stage.group(1);
    }

    private static int exposed(String target) {
        Matcher expose = Pattern.compile("(?m)^EXPOSE (\\d+)$").matcher(stage(target));
        assertThat(expose.find()).isTrue();
        return Integer.parseInt(expose.group(1));
    }

    private static Map<String, String> environment(String target) {
        Map<String, String> environment = new TreeMap<>();
        Matcher variable = Pattern.compile("(BROADSHEET_\\w+)=(\\S+)").matcher(stage(target));
        while (variable.find()) {
            environment.put(variable.group(1), variable.group(2));
        }
        return environment;
    }
}
