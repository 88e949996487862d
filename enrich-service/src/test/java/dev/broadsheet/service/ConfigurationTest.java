package dev.broadsheet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final Map<String, String> LEAST =
            Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "SCHEMA_REGISTRY_URL", "http://registry:8081");

    @Test
    void twoAddressesAreEnoughToStart() {
        Configuration configuration = Configuration.load(LEAST);

        assertThat(configuration.stages()).containsExactly(Stage.SEGMENT, Stage.CLASSIFY, Stage.ENRICH);
        assertThat(configuration.enrich().http().port()).isEqualTo(8081);
        assertThat(configuration.kafka().get("bootstrap.servers")).isEqualTo("kafka:9092");
    }

    @Test
    void stagesCanRunApart() {
        assertThat(load("BROADSHEET_ENRICH_STAGES", "enrich,segment").stages())
                .containsExactly(Stage.SEGMENT, Stage.ENRICH);
        assertThatThrownBy(() -> load("BROADSHEET_ENRICH_STAGES", "stitch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stitch")
                .hasMessageContaining("segment, classify and enrich");
    }

    @Test
    void aMisspeltVariableIsAnErrorThatNamesTheRightOnes() {
        assertThatThrownBy(() -> load("BROADSHEET_ENRICH_HTTP_PROT", "9000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BROADSHEET_ENRICH_HTTP_PROT")
                .hasMessageContaining("BROADSHEET_ENRICH_HTTP_PORT");
    }

    @Test
    void aValueThatCannotBeIsAnErrorOfOneLine() {
        assertThatThrownBy(() -> load("BROADSHEET_ENRICH_HTTP_PORT", "eighty"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("eighty")
                .doesNotContain("\n");
        assertThatThrownBy(() -> load("BROADSHEET_ENRICH_THREADS", "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "367"})
    void aReprintWindowThatCannotBeIsAnErrorThatNamesItsBounds(String days) {
        assertThatThrownBy(() -> load("BROADSHEET_ENRICH_REPRINT_DAYS", days))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BROADSHEET_ENRICH_REPRINT_DAYS")
                .hasMessageContaining(days)
                .hasMessageContaining("0 to 366");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KAFKA_BOOTSTRAP_SERVERS", "SCHEMA_REGISTRY_URL"})
    void aMissingAddressIsAnErrorThatNamesItsVariable(String missing) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.remove(missing);

        assertThatThrownBy(() -> Configuration.load(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KAFKA_APPLICATION_ID", "KAFKA_PROCESSING_GUARANTEE", "KAFKA_STATE_DIR"})
    void whatCorrectnessRestsOnCannotBeChangedFromOutside(String reserved) {
        assertThatThrownBy(() -> load(reserved, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        reserved.substring(6).toLowerCase(java.util.Locale.ROOT).replace('_', '.'));
    }

    @Test
    void everythingElseOfKafkaPassesThrough() {
        Properties settings = streams(load("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"));

        assertThat(settings).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(settings).containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, "broadsheet-segment");
        assertThat(settings).containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, "exactly_once_v2");
        new StreamsConfig(settings); // throws when a setting is not one
    }

    private static Configuration load(String variable, String value) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put(variable, value);
        return Configuration.load(environment);
    }

    private static Properties streams(Configuration configuration) {
        Pipeline pipeline = new Pipeline(
                "broadsheet",
                "1.0.0",
                Pipeline.TopicNames.CONTRACT,
                configuration.kafka().asMap(),
                (partition, offset, marks) -> false,
                ReprintWindow.DEFAULT,
                new SimpleMeterRegistry());
        return StreamsSettings.of(Stage.SEGMENT, configuration, pipeline);
    }
}
