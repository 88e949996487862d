package dev.broadsheet.registry;

import static dev.broadsheet.registry.ScriptedRegistry.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTlsTest {

    private static final String SSL = "schema.registry.ssl.";

    @TempDir
    static Path folder;

    private static Keys server;
    private static Keys client;
    private static ScriptedRegistry open;
    private static ScriptedRegistry guarded;

    @BeforeAll
    static void start() throws Exception {
        server = Keys.generate(folder, "registry");
        client = Keys.generate(folder, "client");
        open = ScriptedRegistry.overTls(server.serverTrusting(client), false, json(200, "[1]"));
        guarded = ScriptedRegistry.overTls(server.serverTrusting(client), true, json(200, "[1]"));
    }

    @AfterAll
    static void stop() {
        open.close();
        guarded.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void aTrustStoreOpensTheConnection(String type) throws Exception {
        assertThat(ask(open, trusting(type))).isEqualTo(1);
    }

    @Test
    void aPemFileOpensItToo() throws Exception {
        Path pem = Files.writeString(folder.resolve("trust.pem"), server.certificatePem());
        assertThat(ask(open, Map.of(SSL + "truststore.type", "PEM", SSL + "truststore.location", pem.toString())))
                .isEqualTo(1);
    }

    @Test
    void aCertificateInTheConfigurationOpensItToo() throws Exception {
        assertThat(ask(
                        open,
                        Map.of(
                                SSL + "truststore.type",
                                "PEM",
                                SSL + "truststore.certificates",
                                server.certificatePem())))
                .isEqualTo(1);
    }

    @Test
    void aRegistryThatWantsToKnowItsClientGetsTheKeyStoresCertificate() throws Exception {
        Map<String, String> settings = new HashMap<>(trusting("PKCS12"));
        settings.put(SSL + "keystore.type", "PKCS12");
        settings.put(SSL + "keystore.location", client.keyStore().toString());
        settings.put(SSL + "keystore.password", Keys.PASSWORD);
        settings.put(SSL + "key.password", Keys.PASSWORD);
        assertThat(ask(guarded, settings)).isEqualTo(1);
    }

    @Test
    void soItDoesFromPemInTheConfiguration() throws Exception {
        Map<String, String> settings = new HashMap<>(trusting("PKCS12"));
        settings.put(SSL + "keystore.type", "PEM");
        settings.put(SSL + "keystore.certificate.chain", client.certificatePem());
        settings.put(SSL + "keystore.key", client.privateKeyPem());
        assertThat(ask(guarded, settings)).isEqualTo(1);
    }

    @Test
    void aClientWithoutCertificateIsNotLetIn() throws Exception {
        assertThatThrownBy(() -> ask(guarded, trusting("PKCS12"))).isInstanceOf(RegistryException.class);
    }

    @Test
    void aCertificateThatIsNotTrustedIsTheSetupsFaultAndNotTriedAgain() {
        RegistryException failure = catchThrowableOfType(RegistryException.class, () -> ask(open, Map.of()));
        assertThat(failure.fault()).isEqualTo(Fault.SETUP);
    }

    @Test
    void theBrokersTrustIsNotTheRegistrys() {
        Map<String, String> forBrokers =
                Map.of("schema.registry.url", "https://one", "ssl.truststore.location", "/no/such/file");
        assertThat(RegistrySettings.of(forBrokers).tls()).isEmpty();
        assertThat(RegistryTls.context(Map.of())).isNull();
    }

    @Test
    void aStoreThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> ask(open, Map.of(SSL + "truststore.location", "/no/such/store.jks")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("/no/such/store.jks");
    }

    @Test
    void comparingHostNamesCannotBeSwitchedOffInSilence() {
        assertThatThrownBy(() -> ask(open, Map.of(SSL + "endpoint.identification.algorithm", "")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("endpoint.identification.algorithm");
    }

    private static Map<String, String> trusting(String type) throws Exception {
        return Map.of(
                SSL + "truststore.type",
                type,
                SSL + "truststore.location",
                server.trustStore(type).toString(),
                SSL + "truststore.password",
                Keys.PASSWORD);
    }

    private static int ask(ScriptedRegistry registry, Map<String, String> settings) {
        Map<String, String> config = new HashMap<>(settings);
        config.put("schema.registry.url", registry.url());
        config.put("max.retries", "1");
        config.put("retries.wait.ms", "1");
        return SchemaRegistryClient.of(config).versions("s").get(0);
    }
}
