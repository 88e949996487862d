package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.RawPage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpDoorTest extends HttpDoorCalls {

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
}
