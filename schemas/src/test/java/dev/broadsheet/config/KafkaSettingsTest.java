package dev.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "KAFKA_BOOTSTRAP_SERVERS, bootstrap.servers",
        "KAFKA_SASL_JAAS_CONFIG, sasl.jaas.config",
        "KAFKA_SECURITY_PROTOCOL, security.protocol",
        "SCHEMA_REGISTRY_URL, schema.registry.url",
        "SCHEMA_REGISTRY_SSL_TRUSTSTORE_LOCATION, schema.registry.ssl.truststore.location",
        "SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO, basic.auth.user.info",
        "SCHEMA_REGISTRY_AUTO_REGISTER_SCHEMAS, auto.register.schemas"
    })
    void aVariableSetsThePropertyOfItsName(String variable, String property) {
        assertThat(KafkaSettings.fromEnvironment(Map.of(variable, "x")).asMap())
                .containsExactly(Map.entry(property, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "KAFKA_",
                "KAFKAESQUE_NAME",
                "KAFKA_OPTS",
                "KAFKA_HEAP_OPTS",
                "KAFKA_SERVICE_HOST",
                "KAFKA_SERVICE_PORT_CLIENT",
                "KAFKA_PORT",
                "KAFKA_PORT_9092_TCP_ADDR",
                "SCHEMA_REGISTRY_SERVICE_HOST",
                "SCHEMA_REGISTRY_PORT_8081_TCP"
            })
    void whatAStartScriptOrKubernetesSetsIsNoSetting(String variable) {
        assertThat(KafkaSettings.fromEnvironment(Map.of(variable, "tcp://10.0.0.1:9092"))
                        .asMap())
                .isEmpty();
    }

    @Test
    void anEmptyVariableIsNotSet() {
        assertThat(KafkaSettings.fromEnvironment(Map.of("KAFKA_SECURITY_PROTOCOL", " "))
                        .asMap())
                .isEmpty();
    }

    @Test
    void secretsAreNotPrinted() {
        KafkaSettings settings = KafkaSettings.of(Map.of(
                "sasl.jaas.config", "PlainLoginModule required username=\"u\" password=\"hush-1\";",
                "ssl.keystore.password", "hush-2",
                "ssl.keystore.key", "hush-3",
                "basic.auth.user.info", "user:hush-4",
                "bearer.auth.token", "hush-5",
                "schema.registry.url", "http://user:hush-6@one:8081,http://two:8081",
                "sasl.oauthbearer.client.credentials.client.secret", "hush-7",
                "schema.registry.ssl.truststore.password", "hush-8"));
        assertThat(settings.toString())
                .doesNotContain("hush")
                .contains("http://[hidden]@one:8081,http://two:8081", "bearer.auth.token=[hidden]");
    }

    @Test
    void whatHelpsAnOperatorIsPrinted() {
        KafkaSettings settings = KafkaSettings.of(Map.of(
                "bootstrap.servers", "broker:9092",
                "basic.auth.credentials.source", "USER_INFO",
                "sasl.oauthbearer.token.endpoint.url", "https://login.example/token"));
        assertThat(settings.toString()).contains("broker:9092", "USER_INFO", "https://login.example/token");
    }

    @Test
    void aLaterLayerWinsAndADefaultYields() {
        KafkaSettings settings = KafkaSettings.of(Map.of("a", "set"));
        assertThat(settings.with(Map.of("a", "over")).get("a")).isEqualTo("over");
        assertThat(settings.withDefaults(Map.of("a", "under", "b", "under")).asMap())
                .containsOnly(Map.entry("a", "set"), Map.entry("b", "under"));
    }
}
