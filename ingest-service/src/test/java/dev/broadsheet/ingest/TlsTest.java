package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.config.KafkaSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    static Path folder;

    private static Path keyStoreFile;
    private static KeyStore keyStore;

    @BeforeAll
    static void makeCertificate() throws Exception {
        keyStoreFile = folder.resolve("ingest.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "ingest",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStoreFile.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes()))
                .isZero();
        keyStore = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(keyStoreFile)) {
            keyStore.load(stream, PASSWORD.toCharArray());
        }
        pem("cert.pem", "CERTIFICATE", keyStore.getCertificate("ingest").getEncoded());
        pem(
                "key.pem",
                "PRIVATE KEY",
                keyStore.getKey("ingest", PASSWORD.toCharArray()).getEncoded());
    }

    @Test
    void theDoorSpeaksTlsWithAKeyStore() throws Exception {
        assertSpeaksTls(Map.of("keystore", keyStoreFile.toString(), "keystore-password", PASSWORD));
    }

    @Test
    void theDoorSpeaksTlsWithPemFiles() throws Exception {
        assertSpeaksTls(Map.of(
                "certificate", folder.resolve("cert.pem").toString(),
                "key", folder.resolve("key.pem").toString()));
    }

    @Test
    void whatCannotWorkIsSaidAtStartWithoutThePassword() {
        assertUnusable(Map.of("certificate", folder.resolve("cert.pem").toString()), "certificate and its key");
        assertUnusable(Map.of("keystore", "absent.p12", "keystore-password", PASSWORD), "absent.p12");
        assertUnusable(Map.of("keystore", keyStoreFile.toString(), "keystore-password", PASSWORD + "x"), "ingest.p12");
        assertUnusable(
                Map.of(
                        "certificate", folder.resolve("cert.pem").toString(),
                        "key", folder.resolve("cert.pem").toString()),
                "PKCS#8");
    }

    private static void assertUnusable(Map<String, String> tls, String names) {
        assertThatThrownBy(() -> service(tls))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(names)
                .message()
                .doesNotContain(PASSWORD);
    }

    private static void assertSpeaksTls(Map<String, String> tls) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ingest", keyStore.getCertificate("ingest"));
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();

        try (IngestService service = service(tls).start()) {
            URI health = URI.create("https://localhost:" + service.port() + "/health");
            assertThat(client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static IngestService service(Map<String, String> tls) {
        Map<String, String> options = new HashMap<>(Map.of("broadsheet.ingest.http.port", "0"));
        tls.forEach((name, value) -> options.put("broadsheet.ingest.http.tls." + name, value));
        return new IngestService(
                Configuration.of(options, KafkaSettings.of(Map.of())).ingest(), new FakeKafka().pageProducer());
    }

    private static void pem(String file, String type, byte[] bytes) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + type
                        + "-----\n");
    }
}
