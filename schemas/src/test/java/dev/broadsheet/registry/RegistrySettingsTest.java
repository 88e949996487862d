package dev.broadsheet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

    @Test
    void severalAddressesAreReadAsTextOrList() {
        List<URI> both = List.of(URI.create("http://one:8081"), URI.create("https://two"));
        assertThat(RegistrySettings.of(Map.of("schema.registry.url", " http://one:8081/ , https://two,"))
                        .urls())
                .isEqualTo(both);
        assertThat(RegistrySettings.of(Map.of("schema.registry.url", List.of("http://one:8081", "https://two")))
                        .urls())
                .isEqualTo(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8081", "ftp://one", "http://", "http://one?x=1", "http://a b"})
    void anAddressThatIsNoneIsShown(String url) {
        assertThatThrownBy(() -> RegistrySettings.of(Map.of("schema.registry.url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(url);
    }

    @Test
    void anAddressThatIsNoneIsShownWithoutItsPassword() {
        assertThatThrownBy(() -> RegistrySettings.of(Map.of("schema.registry.url", "htp://user:hush@one")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("one")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , "})
    void noAddressIsMissed(String url) {
        assertThatThrownBy(() -> RegistrySettings.of(Map.of("schema.registry.url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Missing schema.registry.url");
    }

    @Test
    void aMockStandsAlone() {
        assertThat(RegistrySettings.of(Map.of("schema.registry.url", "mock://tests"))
                        .mockScope())
                .isEqualTo("tests");
        assertThatThrownBy(() -> RegistrySettings.of(Map.of("schema.registry.url", "mock://tests,http://one")))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void timesAreMilliseconds() {
        RegistrySettings settings = RegistrySettings.of(Map.of(
                "schema.registry.url", "http://one",
                "http.connect.timeout.ms", 1_500,
                "schema.registry.http.read.timeout.ms", "2500",
                "latest.cache.ttl.sec", "60"));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(settings.latestCacheTtl()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatIsSaidOfTheRegistryWinsOverWhatIsSaidOfAll() {
        assertThat(RegistrySettings.of(Map.of(
                                "schema.registry.url",
                                "http://one",
                                "max.retries",
                                "1",
                                "schema.registry.max.retries",
                                "2"))
                        .maxRetries())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "max.retries,many",
        "max.retries,-1",
        "http.read.timeout.ms,1.5",
        "retries.wait.ms,99999999999",
        "http.read.timeout.ms,0"
    })
    void aNumberThatIsNoneIsShown(String setting, String value) {
        assertThatThrownBy(() -> RegistrySettings.of(Map.of("schema.registry.url", "http://one", setting, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(value);
    }
}
