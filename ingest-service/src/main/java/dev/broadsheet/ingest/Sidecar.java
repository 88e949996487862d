package dev.broadsheet.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a sidecar: a JSON object beside a page's file that says what the page is.
 *
 * <pre>{@code
 * {"publication": "minhai-daily", "publicationName": "闽海日报", "date": "2024-07-21", "page": "1",
 *  "mediaType": "text/plain", "charset": "GB18030", "revision": 2, "sourceUri": "https://…",
 *  "attributes": {"scanner": "3"}}
 * }</pre>
 *
 * Every field may be left out. A field of another name is refused: a misspelt date would make an undated page.
 */
final class Sidecar {

    /** A sidecar says a few things; a larger file is something else. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Set<String> FIELDS = Set.of(
            "publication",
            "publicationName",
            "date",
            "page",
            "mediaType",
            "charset",
            "revision",
            "sourceUri",
            "attributes");

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(10).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final JsonNode json;

    private Sidecar(String name, JsonNode json) {
        this.name = name;
        this.json = json;
    }

    /**
     * What the sidecar says.
     *
     * @param name its file name, for the refusal
     * @throws PageRefusedException bad-metadata, when it cannot be read
     */
    static PageMetadata read(String name, byte[] bytes) {
        JsonNode json;
        try {
            json = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw refused(name, "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw refused(name, "is not text: " + e.getMessage());
        }
        if (!json.isObject()) {
            throw refused(name, "does not hold one JSON object");
        }
        return new Sidecar(name, json).metadata();
    }

    private PageMetadata metadata() {
        json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw refused(
                        name,
                        "has a field \"" + PageMetadata.shorten(field)
                                + "\" that means nothing here; free fields go into \"attributes\"");
            }
        });
        return new PageMetadata(
                text("publication"),
                text("publicationName"),
                text("date"),
                text("page"),
                text("mediaType"),
                text("charset"),
                text("revision"),
                text("sourceUri"),
                attributes());
    }

    private String text(String field) {
        return value(field, json.path(field));
    }

    private Map<String, String> attributes() {
        JsonNode attributes = json.path("attributes");
        if (attributes.isMissingNode() || attributes.isNull()) {
            return Map.of();
        }
        if (!attributes.isObject()) {
            throw refused(name, "has \"attributes\" that are no object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        attributes.properties().forEach(entry -> {
            String value = value(entry.getKey(), entry.getValue());
            if (value != null) {
                texts.put(entry.getKey(), value);
            }
        });
        return texts;
    }

    private String value(String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw refused(name, "has a field \"" + PageMetadata.shorten(field) + "\" that is neither text nor number");
        }
        return value.asText();
    }

    private static PageRefusedException refused(String name, String what) {
        return new PageRefusedException(
                Refusal.BAD_METADATA, "The sidecar " + name + " " + what + "; correct it and hand the page in again.");
    }
}
