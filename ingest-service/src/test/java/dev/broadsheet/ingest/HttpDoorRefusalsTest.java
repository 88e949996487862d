package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the door does not take, and how it says so. */
class HttpDoorRefusalsTest extends HttpDoorCalls {

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

    private HttpResponse<String> putAs(String token, String path) throws Exception {
        return send(request(path)
                .PUT(BodyPublishers.ofString("x"))
                .header("Content-Type", "text/plain")
                .header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> putBytes(BodyPublisher body) throws Exception {
        return send(request(PAGE).PUT(body).header("Content-Type", "text/plain"));
    }
}
