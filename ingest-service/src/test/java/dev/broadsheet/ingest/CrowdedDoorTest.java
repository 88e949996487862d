package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.config.KafkaSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens at the HTTP door while the broker takes its time. */
class CrowdedDoorTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeKafka kafka = new FakeKafka(false);
    private final IngestService service = new IngestService(
                    Configuration.of(
                                    Map.of(
                                            "broadsheet.ingest.http.port",
                                            "0",
                                            "broadsheet.ingest.http.max-in-flight",
                                            "2"),
                                    KafkaSettings.of(Map.of()))
                            .ingest(),
                    kafka.pageProducer())
            .start();

    @AfterEach
    void stop() {
        while (kafka.producer.completeNext()) {
            // everything is acknowledged in the end
        }
        service.close();
    }

    @Test
    void aSenderTooManyIsToldToComeBackAndThenFindsRoom() throws Exception {
        CompletableFuture<HttpResponse<String>> first = put(1);
        CompletableFuture<HttpResponse<String>> second = put(2);
        await().until(() -> kafka.pages().size() == 2);

        HttpResponse<String> third = put(3).get(10, TimeUnit.SECONDS);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
        assertThat(third.body()).contains("urn:broadsheet:problem:too-many-in-flight");
        assertThat(first).isNotDone();

        kafka.producer.completeNext();
        kafka.producer.completeNext();
        assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
        assertThat(second.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
        CompletableFuture<HttpResponse<String>> again = put(3);
        await().until(() -> kafka.pages().size() == 3);
        kafka.producer.completeNext();
        assertThat(again.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
    }

    @Test
    void whenTheServiceStopsPagesUnderWayFinishAndNewOnesAreTurnedAway() throws Exception {
        CompletableFuture<HttpResponse<String>> underWay = put(1);
        await().until(() -> kafka.pages().size() == 1);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
        await().until(() -> put(2).get(10, TimeUnit.SECONDS).statusCode() == 503);
        assertThat(stopped).isNotDone();
        while (kafka.producer.completeNext()) {
            // the broker acknowledges at last
        }

        assertThat(underWay.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
        stopped.get(10, TimeUnit.SECONDS);
        assertThat(kafka.producer.closed()).isTrue();
    }

    private CompletableFuture<HttpResponse<String>> put(int page) {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + "/v1/pages/yunting-daily/2024-05-16/" + page);
        return client.sendAsync(
                HttpRequest.newBuilder(uri)
                        .PUT(BodyPublishers.ofString("本报讯"))
                        .header("Content-Type", "text/plain")
                        .build(),
                BodyHandlers.ofString());
    }
}
