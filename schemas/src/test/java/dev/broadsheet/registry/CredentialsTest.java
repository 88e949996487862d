package dev.broadsheet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final String URL = "schema.registry.url";
    /** Base64 of scanner:p@ss. */
    private static final String BASIC = "Basic c2Nhbm5lcjpwQHNz";

    @Test
    void withoutAnySettingAClientIsAnonymous() {
        assertThat(headers(Map.of(URL, "http://one:8081"))).isEmpty();
    }

    @Test
    void theAddressMayHoldUserAndPassword() {
        assertThat(headers(Map.of(URL, "http://scanner:p%40ss@one:8081"))).containsEntry("Authorization", BASIC);
    }

    @Test
    void eachAddressHasItsOwn() {
        RegistrySettings settings = RegistrySettings.of(Map.of(URL, "http://scanner:p%40ss@one:8081,http://two:8081"));
        assertThat(settings.credentials().get(URI.create("http://one:8081")).headers())
                .isNotEmpty();
        assertThat(settings.credentials().get(URI.create("http://two:8081")).headers())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic.auth.", "schema.registry.basic.auth."})
    void userInfoIsReadWithAndWithoutPrefix(String prefix) {
        assertThat(headers(Map.of(
                        URL,
                        "http://one:8081",
                        prefix + "credentials.source",
                        "USER_INFO",
                        prefix + "user.info",
                        "scanner:p@ss")))
                .containsEntry("Authorization", BASIC);
    }

    @Test
    void theBrokersUserCanServeTheRegistry() {
        String jaas =
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"scanner\" password=\"p@ss\";";
        for (Object given : new Object[] {jaas, new Password(jaas)}) {
            assertThat(headers(Map.of(
                            URL,
                            "http://one:8081",
                            "basic.auth.credentials.source",
                            "SASL_INHERIT",
                            "sasl.jaas.config",
                            given)))
                    .containsEntry("Authorization", BASIC);
        }
    }

    @Test
    void aTokenIsSentAsBearer() {
        assertThat(headers(Map.of(
                        URL,
                        "http://one:8081",
                        "bearer.auth.credentials.source",
                        "STATIC_TOKEN",
                        "bearer.auth.token",
                        "abc",
                        "bearer.auth.logical.cluster",
                        "lsrc-1")))
                .containsEntry("Authorization", "Bearer abc")
                .containsEntry("target-sr-cluster", "lsrc-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER_INFO", "SASL_INHERIT", "KEYCHAIN"})
    void aSourceThatHoldsNothingIsRefusedAtOnce(String source) {
        assertThatThrownBy(() -> headers(Map.of(URL, "http://one:8081", "basic.auth.credentials.source", source)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(source);
    }

    @Test
    void aSourceOfTokensThatIsNotSupportedSaysWhatIs() {
        assertThatThrownBy(
                        () -> headers(Map.of(URL, "http://one:8081", "bearer.auth.credentials.source", "OAUTHBEARER")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("STATIC_TOKEN")
                .hasMessageContaining("confluent");
    }

    @Test
    void passwordAndTokenTogetherAreRefused() {
        assertThatThrownBy(() -> headers(Map.of(
                        URL,
                        "http://one:8081",
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "basic.auth.user.info",
                        "a:b",
                        "bearer.auth.credentials.source",
                        "STATIC_TOKEN",
                        "bearer.auth.token",
                        "abc")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("choose one");
    }

    @Test
    void nothingSecretIsPrinted() {
        RegistrySettings settings = RegistrySettings.of(
                Map.of(URL, "http://scanner:hush@one:8081", "bearer.auth.token", "hush", "sasl.jaas.config", "hush"));
        assertThat(settings.toString()).doesNotContain("hush");
        assertThat(settings.credentials().values().toString()).doesNotContain("hush");
    }

    private static Map<String, String> headers(Map<String, ?> config) {
        RegistrySettings settings = RegistrySettings.of(config);
        return settings.credentials().get(settings.urls().get(0)).headers();
    }
}
