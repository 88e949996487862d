package dev.broadsheet.ingest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/**
 * A refusal as RFC 9457 has it, {@code application/problem+json}.
 *
 * @param type {@code urn:broadsheet:problem:} and the refusal's code
 * @param instance path of the request
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
record Problem(String type, String title, int status, String detail, String instance) {

    static final String MEDIA_TYPE = "application/problem+json";
    static final String TYPE_PREFIX = "urn:broadsheet:problem:";

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
        byte[] json = ctx.jsonMapper().toJsonString(problem, Problem.class).getBytes(StandardCharsets.UTF_8);
        ctx.status(refusal.status()).contentType(MEDIA_TYPE).result(json);
    }
}
