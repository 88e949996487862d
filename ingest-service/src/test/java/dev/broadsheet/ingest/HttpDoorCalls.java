package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.config.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Calls at the door of a service that begins anew with each test. */
abstract class HttpDoorCalls {

    static final String PAGE = "/v1/pages/yunting-daily/2024-05-16/1";
    static final int MOST_BYTES = 2000;
    static final ObjectMapper JSON = new ObjectMapper();

    final HttpClient client = HttpClient.newHttpClient();
    final FakeKafka kafka = new FakeKafka();
    IngestService service = start(Map.of());

    @AfterEach
    void stop() {
        service.close();
    }

    IngestService start(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("broadsheet.ingest.http.port", "0");
        all.put("broadsheet.ingest.max-page-bytes", Integer.toString(MOST_BYTES));
        return new IngestService(
                        Configuration.of(all, KafkaSettings.of(Map.of())).ingest(), kafka.pageProducer())
                .start();
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:broadsheet:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/");
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> put(String path, String type, String body) throws Exception {
        return send(request(path).PUT(BodyPublishers.ofString(body)).header("Content-Type", type));
    }

    HttpResponse<String> postForm(Map<String, String> fields, String fileName, String text) throws Exception {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) ->
                form.append("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        form.append("--b\r\nContent-Disposition: form-data; name=\"content\"; filename=\"" + fileName + "\"\r\n\r\n"
                + text + "\r\n--b--\r\n");
        return send(request("/v1/pages")
                .POST(BodyPublishers.ofString(form.toString()))
                .header("Content-Type", "multipart/form-data; boundary=b"));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
