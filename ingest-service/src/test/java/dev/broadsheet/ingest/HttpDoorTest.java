package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.RawPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDoorTest {

    private static final String PAGE = "/v1/pages/yunting-daily/2024-05-16/1";
    private static final int MOST_BYTES = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeKafka kafka = new FakeKafka();
    private IngestService service = start(Map.of());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aPutPageIsInTheTopicWhenTheAnswerComes() throws Exception {
        HttpResponse<String> answer = put(PAGE, "text/plain; charset=UTF-8", "本报讯");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode receipt = JSON.readTree(answer.body());
        assertThat(receipt.path("pageId").asText()).isEqualTo("yunting-daily/2024-05-16/1");
        assertThat(receipt.path("topic").asText()).isEqualTo("broadsheet.pages");
        assertThat(receipt.path("offset").asLong()).isZero();
        RawPage page = kafka.onlyPage();
        assertThat(page.getCharset()).isEqualTo("UTF-8");
        assertThat(page.getSha256()).isEqualTo(receipt.path("sha256").asText());
        assertThat(page.getRevision()).isEqualTo(receipt.path("revision").asLong());
    }

    @Test
    void headersSayMoreOfAPage() throws Exception {
        service.close();
        service = start(Map.of());
        send(request(PAGE)
                .PUT(BodyPublishers.ofString("x"))
                .header("Content-Type", "text/markdown")
                .header("Broadsheet-Publication-Name", "%E4%BA%91%E6%B1%80%E6%97%A5%E6%8A%A5")
                .header("Broadsheet-Revision", "12")
                .header("Broadsheet-Source", "a+b.md")
                .header("Broadsheet-Attribute-Scanner", "3"));

        RawPage page = kafka.onlyPage();
        assertThat(page.getPublicationName()).isEqualTo("云汀日报");
        assertThat(page.getRevision()).isEqualTo(12);
        assertThat(page.getSourceUri()).isEqualTo("a+b.md");
        assertThat(page.getAttributes()).isEqualTo(Map.of("scanner", "3"));
    }

    @Test
    void aPageIsPostedWithItsDescriptionInHeaders() throws Exception {
        HttpResponse<String> answer = send(request("/v1/pages")
                .POST(BodyPublishers.ofString("x"))
                .header("Content-Type", "text/plain")
                .header("Broadsheet-Publication", "yunting-daily")
                .header("Broadsheet-Date", "2024-05-16")
                .header("Broadsheet-Page", "A02"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(kafka.onlyPage().getPageId()).isEqualTo("yunting-daily/2024-05-16/A02");
    }

    @Test
    void aPageIsPostedAsAForm() throws Exception {
        HttpResponse<String> answer = postForm(
                Map.of("publication", "yunting-daily", "date", "2024-05-16", "page", "2", "attribute.desk", "要闻"),
                "头版.md",
                "本报讯");

        assertThat(answer.statusCode()).isEqualTo(202);
        RawPage page = kafka.onlyPage();
        assertThat(page.getPageId()).isEqualTo("yunting-daily/2024-05-16/2");
        assertThat(page.getMediaType()).isEqualTo("text/markdown");
        assertThat(page.getSourceUri()).isEqualTo("头版.md");
        assertThat(page.getAttributes()).isEqualTo(Map.of("desk", "要闻"));
    }

    @Test
    void aFormWithoutADateIsAnUndatedPageUnderItsFileName() throws Exception {
        postForm(Map.of("publication", "yunting-daily"), "头版.txt", "本报讯");
        assertThat(kafka.onlyPage().getPageId()).isEqualTo("yunting-daily/undated/头版.txt");
    }

    @Test
    void anUndatedPageIsPutUnderItsSourcesName() throws Exception {
        assertThat(put("/v1/pages/yunting-daily/undated/%E5%A4%B4%E7%89%88.txt", "text/plain", "x")
                        .statusCode())
                .isEqualTo(202);
        assertThat(kafka.onlyPage().getPageId()).isEqualTo("yunting-daily/undated/头版.txt");
        assertThat(kafka.onlyPage().getIssueDate()).isNull();
    }

    @Test
    void aWithdrawnPageIsANewRevision() throws Exception {
        put(PAGE, "text/plain", "x");
        HttpResponse<String> answer = send(request(PAGE).DELETE());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(kafka.pages()).extracting(RawPage::getWithdrawn).containsExactly(false, true);
        assertThat(kafka.pages().get(1).getRevision())
                .isGreaterThan(kafka.pages().get(0).getRevision());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/pages/yunting-daily/2024-05-16/1, image/png,                  x,     415, unknown-media-type",
        "/v1/pages/yunting-daily/2024-05-16/1, text/plain,                 '',    400, empty-page",
        "/v1/pages/yunting-daily/2024-05-16/1, text/plain,                 '  ',  400, empty-page",
        "/v1/pages/yunting-daily/2024-13-16/1, text/plain,                 x,     400, bad-date",
        "/v1/pages/yunting-daily/yesterday/1,  text/plain,                 x,     400, bad-date",
        "/v1/pages/Yunting/2024-05-16/1,       text/plain,                 x,     400, bad-publication",
        "/v1/pages/y/2024-05-16/%09,           text/plain,                 x,     400, bad-page",
        "/v1/pages/yunting-daily/2024-05-16/1, text/plain;charset=klingon, x,     400, bad-charset",
        "/v1/pages/yunting-daily/2024-05-16/1, text/plain;charset=UTF-16,  x,     400, unreadable-charset",
        "/v1/pages,                            text/plain,                 x,     405, method-not-allowed",
        "/v2/pages,                            text/plain,                 x,     404, not-found",
    })
    void everyRefusalIsAProblemDocument(String path, String type, String body, int status, String code)
            throws Exception {
        assertProblem(put(path, type, body), status, code);
        assertThat(kafka.pages()).isEmpty();
    }

    @Test
    void aRequestThatIsNoHttpIsAProblemDocumentAsWell() throws Exception {
        for (String line : new String[] {
            "PUT /v1/pages/y/2024-05-16/a%2Fb HTTP/1.1", "PUT /v1/pages/y/2024-05-16/%zz HTTP/1.1", "PUT /v1 HTTP/9.9"
        }) {
            assertThat(raw(line + "\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                    .as(line)
                    .contains("application/problem+json")
                    .contains("\"status\":");
        }
        assertThat(raw("PUT /v1 HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPageWithoutMediaTypeIsRefused() throws Exception {
        assertProblem(send(request(PAGE).PUT(BodyPublishers.ofString("x"))), 415, "unknown-media-type");
    }

    @Test
    void aCompressedPageIsRefusedRatherThanStoredAsNoise() throws Exception {
        assertProblem(
                send(request(PAGE)
                        .PUT(BodyPublishers.ofString("x"))
                        .header("Content-Type", "text/plain")
                        .header("Content-Encoding", "gzip")),
                415,
                "unknown-media-type");
    }

    @Test
    void aPageInAnotherCharsetThanDeclaredIsRefused() throws Exception {
        byte[] gb = "本报讯".getBytes(Charset.forName("GB18030"));
        assertProblem(
                send(request(PAGE)
                        .PUT(BodyPublishers.ofByteArray(gb))
                        .header("Content-Type", "text/plain; charset=UTF-8")),
                400,
                "unreadable-charset");
    }

    @Test
    void aPageTooLargeIsRefusedWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        byte[] large = "x".repeat(MOST_BYTES + 1).getBytes(Charset.forName("UTF-8"));
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        assertProblem(putBytes(BodyPublishers.ofByteArray(large)), 413, "too-large");
        assertProblem(putBytes(chunked), 413, "too-large");
        assertProblem(postForm(Map.of(), "a.txt", "x".repeat(MOST_BYTES + 1)), 413, "too-large");
        assertProblem(postForm(Map.of(), "a.txt", "x".repeat(MOST_BYTES + 100_000)), 413, "too-large");
        assertThat(putBytes(BodyPublishers.ofByteArray(large, 0, MOST_BYTES)).statusCode())
                .isEqualTo(202);
    }

    @Test
    void aFormThatIsNotOneIsRefused() throws Exception {
        assertProblem(postForm(Map.of("publicaton", "x"), "a.txt", "x"), 400, "bad-metadata");
        assertProblem(
                send(request("/v1/pages")
                        .POST(BodyPublishers.ofString("nonsense"))
                        .header("Content-Type", "multipart/form-data; boundary=b")),
                400,
                "bad-metadata");
        assertProblem(
                send(request("/v1/pages")
                        .POST(BodyPublishers.ofString("nonsense"))
                        .header("Content-Type", "multipart/form-data")),
                400,
                "bad-metadata");
    }

    @Test
    void whenKafkaIsAwayTheSenderIsToldWhenToComeBack() throws Exception {
        kafka.goAway();
        HttpResponse<String> answer = put(PAGE, "text/plain", "x");

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");

        kafka.comeBack();
        assertThat(put(PAGE, "text/plain", "x").statusCode()).isEqualTo(202);
    }

    @Test
    void withTokensOnlyTheirOwnersMayWrite() throws Exception {
        String archive = BearerTokens.newToken();
        String scanner = BearerTokens.newToken();
        service.close();
        service = start(Map.of(
                "broadsheet.ingest.http.tokens",
                "archive:" + BearerTokens.hash(archive) + ",scanner:" + BearerTokens.hash(scanner) + ":minhai-daily"));

        HttpResponse<String> stranger = put(PAGE, "text/plain", "x");
        assertProblem(stranger, 401, "unauthorized");
        assertThat(stranger.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("Bearer"));
        assertProblem(putAs(scanner, PAGE), 403, "forbidden");
        assertThat(putAs(scanner, "/v1/pages/minhai-daily/2024-05-16/1").statusCode())
                .isEqualTo(202);
        assertThat(putAs(archive, PAGE).statusCode()).isEqualTo(202);
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void theServiceIsAliveWithoutKafkaButNotReady() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);

        HttpResponse<String> ready = get("/ready");
        assertProblem(ready, 503, "unavailable");
        assertThat(ready.body()).contains("no broker here");
    }

    @Test
    void aPortThatIsTakenIsOneClearLine() {
        try (IngestService second = new IngestService(
                Configuration.of(
                                Map.of("broadsheet.ingest.http.port", Integer.toString(service.port())),
                                KafkaSettings.of(Map.of()))
                        .ingest(),
                new FakeKafka().pageProducer())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + service.port());
        }
    }

    @Test
    void metricsTellAcceptedAndRefusedPagesApart() throws Exception {
        put(PAGE, "text/plain", "x");
        put(PAGE, "text/plain", "");

        assertThat(get("/metrics").body())
                .contains("broadsheet_ingest_pages_received_total{door=\"http\"} 2.0")
                .contains("broadsheet_ingest_pages_accepted_total{door=\"http\"} 1.0")
                .contains("broadsheet_ingest_pages_refused_total{door=\"http\",reason=\"empty-page\"} 1.0")
                .contains("broadsheet_ingest_page_seconds_count{door=\"http\"} 2")
                .contains("broadsheet_ingest_http_in_flight 0.0");
    }

    private IngestService start(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("broadsheet.ingest.http.port", "0");
        all.put("broadsheet.ingest.max-page-bytes", Integer.toString(MOST_BYTES));
        return new IngestService(
                        Configuration.of(all, KafkaSettings.of(Map.of())).ingest(), kafka.pageProducer())
                .start();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:broadsheet:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> put(String path, String type, String body) throws Exception {
        return send(request(path).PUT(BodyPublishers.ofString(body)).header("Content-Type", type));
    }

    private HttpResponse<String> putBytes(BodyPublisher body) throws Exception {
        return send(request(PAGE).PUT(body).header("Content-Type", "text/plain"));
    }

    private HttpResponse<String> putAs(String token, String path) throws Exception {
        return send(request(path)
                .PUT(BodyPublishers.ofString("x"))
                .header("Content-Type", "text/plain")
                .header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> postForm(Map<String, String> fields, String fileName, String text) throws Exception {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) ->
                form.append("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        form.append("--b\r\nContent-Disposition: form-data; name=\"content\"; filename=\"" + fileName + "\"\r\n\r\n"
                + text + "\r\n--b--\r\n");
        return send(request("/v1/pages")
                .POST(BodyPublishers.ofString(form.toString()))
                .header("Content-Type", "multipart/form-data; boundary=b"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
