package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.config.ServiceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void withoutAnyOptionTheServiceListensOnLoopbackWithoutHotFolder() {
        IngestConfig config = Configuration.load(Map.of(), null).ingest();

        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.folder().path()).isEmpty();
        assertThat(config.folder().pattern()).isEqualTo("{publication}-{date}-p{page}");
        assertThat(config.maxPageBytes()).isEqualTo(1024 * 1024);
    }

    @Test
    void aVariableWinsOverTheFile() throws IOException {
        Path file = file("broadsheet.ingest.http.port=1\nbroadsheet.ingest.folder.poll=PT9S\nkafka.linger.ms=5\n");

        Configuration configuration = Configuration.load(
                Map.of("BROADSHEET_INGEST_HTTP_PORT", "2", "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"), file);

        assertThat(configuration.ingest().http().port()).isEqualTo(2);
        assertThat(configuration.ingest().folder().poll()).isEqualTo(Duration.ofSeconds(9));
        assertThat(configuration.kafka().asMap())
                .containsEntry("linger.ms", "5")
                .containsEntry("bootstrap.servers", "kafka:9092");
    }

    @Test
    void everyOptionCanBeSetByAVariable() {
        Map<String, String> samples = Map.of("int", "3", "boolean", "true", "Duration", "PT7S");
        for (String option : Configuration.OPTIONS.defaults().keySet()) {
            String value = option.endsWith("pattern") ? "{page}" : sample(option, samples);
            assertThat(Configuration.load(Map.of(ServiceOptions.variable(option), value), null)
                            .ingest()
                            .toString())
                    .as(option)
                    .isNotNull();
        }
        assertThat(Configuration.OPTIONS.defaults().keySet())
                .hasSizeGreaterThan(15)
                .contains("broadsheet.ingest.http.tls.keystore-password");
    }

    @Test
    void theReadmeListsEveryOptionWithItsDefault() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Pattern row = Pattern.compile("\\| `([a-z.-]+)` \\| (?:`([^`]+)`)? ?\\|.*");
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher option = row.matcher(line);
            if (option.matches()) {
                listed.put("broadsheet.ingest." + option.group(1), option.group(2));
            }
        }
        Map<String, String> defaults = Configuration.OPTIONS.defaults();
        assertThat(listed.keySet()).isEqualTo(Configuration.OPTIONS.defaults().keySet());
        listed.forEach(
                (option, value) -> assertThat(defaults.get(option)).as(option).isEqualTo(value));
    }

    private static String sample(String option, Map<String, String> samples) {
        String name = option.substring(option.lastIndexOf('.') + 1);
        if (name.startsWith("sidecar")) {
            return samples.get("boolean");
        }
        boolean duration =
                name.equals("poll") || name.endsWith("backoff") || name.endsWith("after") || name.endsWith("timeout");
        return samples.get(duration ? "Duration" : "int");
    }

    @Test
    void aMisspeltOptionIsAnErrorOfOneLine() throws IOException {
        assertOneLine(Map.of("BROADSHEET_INGEST_HTTP_PRT", "1"), null, "BROADSHEET_INGEST_HTTP_PRT");
        assertOneLine(Map.of(), file("broadsheet.ingest.http.prt=1"), "broadsheet.ingest.http.prt");
        assertOneLine(Map.of(), file("http.port=1"), "http.port");
        assertOneLine(Map.of("BROADSHEET_INGEST_HTTP_PORT", "eighty"), null, "broadsheet.ingest.http.port");
        assertOneLine(Map.of("BROADSHEET_INGEST_HTTP_MAX_IN_FLIGHT", "0"), null, "max-in-flight");
        assertOneLine(Map.of("BROADSHEET_INGEST_MAX_PAGE_BYTES", "99999999"), null, "max-page-bytes");
        assertOneLine(Map.of(), folder.resolve("absent.properties"), "absent.properties");
    }

    @Test
    void aKafkaSettingSetTwiceIsAnError() throws IOException {
        assertOneLine(
                Map.of("KAFKA_SECURITY_PROTOCOL", "SSL"),
                file("kafka.security.protocol=PLAINTEXT"),
                "security.protocol");
    }

    @Test
    void theLocalModeGivesOptionsByName() {
        Configuration local =
                Configuration.of(Map.of("broadsheet.ingest.http.port", "0"), KafkaSettings.of(Map.of("a", "b")));

        assertThat(local.ingest().http().port()).isZero();
        assertThat(local.kafka().asMap()).isEqualTo(Map.of("a", "b"));
    }

    private static void assertOneLine(Map<String, String> environment, Path file, String names) {
        assertThatThrownBy(() -> Configuration.load(environment, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(names)
                .message()
                .doesNotContain("\n");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("ingest.properties"), text);
    }
}
