package dev.broadsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {

    private static final JsonNode COMPOSE = DeploymentFiles.document("docker-compose.yml");
    private static final JsonNode SERVICES = COMPOSE.path("services");

    /** Those keys of the Compose Specification that the file uses, and the kind of their values. */
    private static final Map<String, String> SERVICE_KEYS = Map.ofEntries(
            Map.entry("image", "STRING"),
            Map.entry("build", "OBJECT"),
            Map.entry("command", "ARRAY"),
            Map.entry("depends_on", "OBJECT ARRAY"),
            Map.entry("environment", "OBJECT"),
            Map.entry("healthcheck", "OBJECT"),
            Map.entry("mem_limit", "STRING"),
            Map.entry("ports", "ARRAY"),
            Map.entry("profiles", "ARRAY"),
            Map.entry("restart", "STRING"),
            Map.entry("stop_grace_period", "STRING"),
            Map.entry("volumes", "ARRAY"));

    static Stream<String> services() {
        List<String> names = new ArrayList<>();
        SERVICES.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    @Test
    void ingestReadsEveryVariableThatIsSet() {
        var settings = ServiceSettings.ingest(environment("ingest"));
        assertThat(settings.kafka().get("bootstrap.servers")).isEqualTo("kafka:19092");
        assertThat(settings.ingest().http().host())
                .as("reachable from other containers")
                .isEqualTo("0.0.0.0");
        assertThat(settings.ingest().folder().path()).contains(mountTarget("ingest", "inbox"));
    }

    @Test
    void enrichReadsEveryVariableThatIsSet() {
        var settings = ServiceSettings.enrich(environment("enrich"));
        assertThat(settings.enrich().http().host())
                .as("reachable from other containers")
                .isEqualTo("0.0.0.0");
        assertThat(settings.enrich().stateDir()).isEqualTo(mountTarget("enrich", "enrich-state"));
        assertThat(settings.enrich().createTopics())
                .as("somebody must create the topics")
                .isTrue();
    }

    @Test
    void aVariableThatNobodyReadsWouldBeNoticed() {
        Map<String, String> environment = environment("enrich");
        environment.put("KAFKA_BOOTSTRAP_SERVER", "kafka:19092");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceSettings.enrich(environment))
                .withMessageContaining("KAFKA_BOOTSTRAP_SERVER");
    }

    @Test
    void portsAreThoseOnWhichTheServicesListen() {
        int ingest =
                ServiceSettings.ingest(environment("ingest")).ingest().http().port();
        int enrich =
                ServiceSettings.enrich(environment("enrich")).enrich().http().port();
        assertThat(containerPorts("ingest")).containsExactly(ingest);
        assertThat(containerPorts("enrich")).containsExactly(enrich);
        assertThat(healthCommand("ingest")).containsExactly("CMD", "healthcheck", Integer.toString(ingest), "/ready");
        assertThat(healthCommand("enrich")).containsExactly("CMD", "healthcheck", Integer.toString(enrich), "/ready");
    }

    @Test
    void kafkaIsReachedWhereItSaysItIs() {
        Map<String, String> kafka = environment("kafka");
        String internal = "kafka:19092";
        assertThat(kafka.get("KAFKA_ADVERTISED_LISTENERS").split(",")).contains("INTERNAL://" + internal);
        assertThat(kafka.get("KAFKA_LISTENERS").split(",")).contains("INTERNAL://:19092", "EXTERNAL://:9092");
        assertThat(kafka.get("KAFKA_CONTROLLER_QUORUM_VOTERS")).isEqualTo(kafka.get("KAFKA_NODE_ID") + "@kafka:9093");
        assertThat(environment("ingest")).containsEntry("KAFKA_BOOTSTRAP_SERVERS", internal);
        assertThat(environment("enrich")).containsEntry("KAFKA_BOOTSTRAP_SERVERS", internal);
        assertThat(environment("schema-registry"))
                .containsEntry("SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS", "PLAINTEXT://" + internal);
        assertThat(containerPorts("kafka")).containsExactly(9092);
    }

    @Test
    void theRegistryIsReachedWhereItListens() {
        int listens = URI.create(environment("schema-registry").get("SCHEMA_REGISTRY_LISTENERS"))
                .getPort();
        for (String service : List.of("ingest", "enrich")) {
            URI asked = URI.create(environment(service).get("SCHEMA_REGISTRY_URL"));
            assertThat(asked.getHost()).isEqualTo("schema-registry");
            assertThat(asked.getPort()).isEqualTo(listens);
        }
        assertThat(containerPorts("schema-registry")).containsExactly(listens);
        assertThat(healthCommand("schema-registry")).contains("http://localhost:" + listens + "/subjects");
    }

    @Test
    void imagesAreTheVersionsThatThisBuildKnows() {
        String pom = DeploymentFiles.text("pom.xml");
        assertThat(image("kafka")).isEqualTo("apache/kafka:" + version(pom, "kafka.version"));
        assertThat(image("schema-registry"))
                .isEqualTo("confluentinc/cp-schema-registry:" + version(pom, "confluent.version"));
    }

    @Test
    void topicsAreThereBeforeTheFirstPageComes() {
        assertThat(SERVICES.at("/ingest/depends_on/enrich/condition").asText()).isEqualTo("service_healthy");
        assertThat(environment("kafka")).containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    }

    @Test
    void aServiceThatIsToldToStopHasTheTimeItTakes() {
        assertThat(seconds("ingest"))
                .isGreaterThan(ServiceSettings.ingest(environment("ingest"))
                        .ingest()
                        .shutdownTimeout()
                        .toSeconds());
        assertThat(seconds("enrich"))
                .isGreaterThan(ServiceSettings.enrich(environment("enrich"))
                        .enrich()
                        .shutdownTimeout()
                        .toSeconds());
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceHasTheShapeOfTheComposeSpecification(String service) {
        SERVICES.path(service).properties().forEach(entry -> assertThat(SERVICE_KEYS.get(entry.getKey()))
                .as("%s.%s", service, entry.getKey())
                .isNotNull()
                .contains(entry.getValue().getNodeType().name()));
        SERVICES.path(service).path("environment").forEach(value -> assertThat(value.isTextual())
                .as("%s: a value without quotes, such as true or 1, is no text in every version of Compose", value)
                .isTrue());
        SERVICES.path(service).path("healthcheck").fieldNames().forEachRemaining(key -> assertThat(key)
                .isIn("test", "interval", "timeout", "retries", "start_period"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatAServiceRefersToIsThere(String service) {
        Set<String> named = new TreeSet<>();
        COMPOSE.path("volumes").fieldNames().forEachRemaining(named::add);
        SERVICES.path(service).path("volumes").forEach(mount -> {
            String source = mount.asText().split(":")[0];
            boolean there = source.startsWith("./")
                    ? Files.exists(DeploymentFiles.ROOT.resolve(source))
                    : named.contains(source);
            assertThat(there).as("%s mounts %s", service, source).isTrue();
        });
        JsonNode dependsOn = SERVICES.path(service).path("depends_on");
        dependsOn.fieldNames().forEachRemaining(other -> assertThat(
                        SERVICES.path(other).has("healthcheck"))
                .isTrue());
        if (SERVICES.path(service).has("build")) {
            JsonNode build = SERVICES.path(service).path("build");
            assertThat(DeploymentFiles.text(build.path("dockerfile").asText()))
                    .contains(" AS " + build.path("target").asText() + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void nothingIsPublishedBeyondThisMachine(String service) {
        SERVICES.path(service).path("ports").forEach(port -> assertThat(port.asText())
                .startsWith("127.0.0.1:"));
    }

    @Test
    void noTwoServicesWantOnePortOfThisMachine() {
        List<String> ports = new ArrayList<>();
        SERVICES.forEach(service ->
                service.path("ports").forEach(port -> ports.add(port.asText().split(":")[1])));
        assertThat(ports).doesNotHaveDuplicates();
    }

    private static Map<String, String> environment(String service) {
        return DeploymentFiles.scalars(SERVICES.path(service).path("environment"));
    }

    private static List<Integer> containerPorts(String service) {
        List<Integer> ports = new ArrayList<>();
        SERVICES.path(service)
                .path("ports")
                .forEach(port -> ports.add(Integer.parseInt(port.asText().split(":")[2])));
        return ports;
    }

    private static List<String> healthCommand(String service) {
        List<String> command = new ArrayList<>();
        SERVICES.path(service).path("healthcheck").path("test").forEach(word -> command.add(word.asText()));
        return command;
    }

    private static String mountTarget(String service, String volume) {
        for (JsonNode mount : SERVICES.path(service).path("volumes")) {
            if (mount.asText().startsWith(volume + ":")) {
                return mount.asText().split(":")[1];
            }
        }
        throw new AssertionError(service + " does not mount " + volume);
    }

    private static String image(String service) {
        return SERVICES.path(service).path("image").asText();
    }

    private static long seconds(String service) {
        String period = SERVICES.path(service).path("stop_grace_period").asText();
        assertThat(period).matches("\\d+s");
        return Long.parseLong(period.substring(0, period.length() - 1));
    }

    private static String version(String pom, String property) {
        return pom.substring(
                pom.indexOf("<" + property + ">") + property.length() + 2, pom.indexOf("</" + property + ">"));
    }
}
