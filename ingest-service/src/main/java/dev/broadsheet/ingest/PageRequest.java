package dev.broadsheet.ingest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;

/**
 * What a request says of a page and the page itself. A raw body is described by {@code Broadsheet-*} headers, in which
 * anything but ASCII is percent-encoded UTF-8; for a form see {@link PageForm}.
 *
 * @param metadata what was said
 * @param content the page's bytes
 */
record PageRequest(PageMetadata metadata, byte[] content) {

    static final String HEADER_PREFIX = "Broadsheet-";
    private static final String ATTRIBUTE_HEADER = "broadsheet-attribute-";

    /** Reads a request whose body is the page. */
    static PageRequest raw(Context ctx, int mostBytes) throws IOException {
        return new PageRequest(ofHeaders(ctx).orElse(ofContentType(ctx.header("Content-Type"))), body(ctx, mostBytes));
    }

    /** The request's body, read within bounds whether or not its length was announced. */
    static byte[] body(Context ctx, int mostBytes) throws IOException {
        String coding = ctx.header("Content-Encoding");
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            throw new PageRefusedException(
                    Refusal.UNKNOWN_MEDIA_TYPE, "Pages are taken uncompressed; send it without Content-Encoding.");
        }
        if (ctx.req().getContentLengthLong() > mostBytes) {
            throw BoundedBytes.tooLarge(mostBytes);
        }
        try (InputStream body = ctx.req().getInputStream()) {
            return BoundedBytes.read(body, mostBytes);
        }
    }

    /** What the headers say; everything null where there are none. */
    static PageMetadata ofHeaders(Context ctx) {
        Map<String, String> attributes = new LinkedHashMap<>();
        ctx.headerMap().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(ATTRIBUTE_HEADER) && lower.length() > ATTRIBUTE_HEADER.length()) {
                attributes.put(lower.substring(ATTRIBUTE_HEADER.length()), decoded(name, value));
            }
        });
        return new PageMetadata(
                header(ctx, "Publication"),
                header(ctx, "Publication-Name"),
                header(ctx, "Date"),
                header(ctx, "Page"),
                null,
                null,
                header(ctx, "Revision"),
                header(ctx, "Source"),
                attributes);
    }

    private static String header(Context ctx, String name) {
        String value = ctx.header(HEADER_PREFIX + name);
        return value == null ? null : decoded(HEADER_PREFIX + name, value);
    }

    private static String decoded(String name, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad("The header " + name + " is not percent-encoded UTF-8");
        }
    }

    /** The media type and charset of a Content-Type header; null where there is none. */
    static PageMetadata ofContentType(String contentType) {
        if (contentType == null) {
            return PageMetadata.NONE;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        String type = HttpField.getValueParameters(contentType, parameters);
        String charset = parameters.get("charset");
        PageMetadata said = PageMetadata.NONE.withMediaType(type.strip().toLowerCase(Locale.ROOT));
        return charset == null || charset.isBlank() ? said : said.withCharset(charset.strip());
    }

    private static PageRefusedException bad(String what) {
        return new PageRefusedException(Refusal.BAD_METADATA, what + ".");
    }
}
