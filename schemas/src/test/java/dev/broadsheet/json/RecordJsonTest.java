package dev.broadsheet.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.RawPage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    private static final Article ARTICLE = Article.newBuilder()
            .setId("minhai-daily/2024-07-21/1/1")
            .setPageId("minhai-daily/2024-07-21/1")
            .setPublication("minhai-daily")
            .setPage("1")
            .setHeadline("云汀市开通首条水上公交")
            .setBody(List.of(new BodyBlock(BlockType.paragraph, "本报讯　昨日上午，首班船驶离码头。")))
            .setPipelineVersion("test")
            .setPageRevision(7)
            .build();

    @Test
    void anArticleHasTheFieldsOfItsSchemaInTheirOrder() {
        ObjectNode json = RecordJson.toJson(ARTICLE);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Article.getClassSchema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
    }

    @Test
    void valuesAreWrittenPlainly() {
        ObjectNode json = RecordJson.toJson(ARTICLE);
        assertThat(json.path("headline").asText()).isEqualTo("云汀市开通首条水上公交");
        assertThat(json.path("kicker").isNull()).isTrue();
        assertThat(json.path("body").toString()).isEqualTo("[{\"type\":\"paragraph\",\"text\":\"本报讯　昨日上午，首班船驶离码头。\"}]");
        assertThat(json.path("pageRevision").isIntegralNumber()).isTrue();
        assertThat(json.path("quality").path("confidence").isDouble()).isTrue();
    }

    @Test
    void bytesAreBase64AndTimesIso() {
        ByteBuffer content = ByteBuffer.wrap("闽".getBytes(StandardCharsets.UTF_8));
        RawPage page = RawPage.newBuilder()
                .setPageId("minhai-daily/undated/a.txt")
                .setPublication("minhai-daily")
                .setPage("a.txt")
                .setMediaType("text/plain")
                .setContent(content)
                .setSha256("")
                .setReceivedAt(Instant.parse("2024-07-21T01:02:03.004Z"))
                .setRevision(1)
                .setAttributes(Map.of("scanner", "2"))
                .build();
        ObjectNode json = RecordJson.toJson(page);
        assertThat(json.path("content").asText()).isEqualTo("6Ze9");
        assertThat(json.path("receivedAt").asText()).isEqualTo("2024-07-21T01:02:03.004Z");
        assertThat(json.path("attributes").toString()).isEqualTo("{\"scanner\":\"2\"}");
        assertThat(page.getContent().remaining())
                .as("reading it leaves the record as it was")
                .isEqualTo(3);
    }
}
