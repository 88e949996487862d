package dev.broadsheet.ingest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;

/**
 * A refusal as RFC 9457 has it, {@code application/problem+json}.
 *
 * @param type {@code urn:broadsheet:problem:} and the refusal's code; {@code about:blank} where only HTTP is at fault
 * @param instance path of the request
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
record Problem(String type, String title, int status, String detail, String instance) {

    static final String MEDIA_TYPE = "application/problem+json";
    static final String TYPE_PREFIX = "urn:broadsheet:problem:";

    private static final ObjectMapper JSON = new ObjectMapper();

    static void write(Context ctx, Refusal refusal, String detail, long retryAfterSeconds) {
        if (refusal.mayPass()) {
            ctx.header("Retry-After", Long.toString(retryAfterSeconds));
        }
        if (refusal == Refusal.UNAUTHORIZED) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"broadsheet\"");
        }
        Problem problem =
                new Problem(TYPE_PREFIX + refusal.code(), refusal.title(), refusal.status(), detail, ctx.path());
        // As bytes: Javalin would add a charset, which this media type does not have.
        ctx.status(refusal.status()).contentType(MEDIA_TYPE).result(problem.json());
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written.", e);
        }
    }
}
