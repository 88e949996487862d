package dev.broadsheet.ingest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/**
 * A page sent as {@code multipart/form-data}: one file, and fields named as in a sidecar ({@code attribute.NAME} for free
 * ones). The body is read under the same bounds as any other before it is parsed, in memory, so that nothing is left on a
 * disk and no sender holds a place by dripping.
 */
final class PageForm {

    /** What fields and boundaries may add to the page. */
    private static final int OVERHEAD = 64 * 1024;

    private static final int MOST_PARTS = 100;
    private static final String ATTRIBUTE = "attribute.";
    private static final List<String> FIELDS =
            List.of("publication", "publicationName", "date", "page", "charset", "revision", "sourceUri");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private MultiPart.Part file;

    private PageForm() {}

    static boolean is(Context ctx) {
        String type = ctx.header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** @throws PageRefusedException bad-metadata, when the form cannot be read or has no or several files */
    static PageRequest read(Context ctx, int mostBytes) throws IOException {
        String boundary = MultiPart.extractBoundary(ctx.header("Content-Type"));
        if (boundary == null || boundary.isEmpty()) {
            throw bad("The form's Content-Type names no boundary");
        }
        byte[] body = PageRequest.body(ctx, mostBytes + OVERHEAD);
        try (MultiPartFormData.Parts parts = parse(boundary, body)) {
            PageForm form = new PageForm();
            parts.forEach(form::add);
            return form.request(mostBytes);
        }
    }

    private static MultiPartFormData.Parts parse(String boundary, byte[] body) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MOST_PARTS);
        parser.setMaxLength(-1);
        parser.setMaxFileSize(-1);
        parser.setMaxMemoryFileSize(-1);
        try {
            // All of the body is here, so this is over when parse returns.
            CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
            parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parts));
            return parts.join();
        } catch (CompletionException | IllegalStateException | IllegalArgumentException e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            throw bad("The form cannot be read (" + cause.getMessage() + ")");
        }
    }

    private void add(MultiPart.Part part) {
        if (part.getFileName() != null) {
            if (file != null) {
                throw bad("A form holds one page; send each page by itself");
            }
            file = part;
            return;
        }
        String name = String.valueOf(part.getName());
        String value = part.getContentAsString(StandardCharsets.UTF_8);
        if (name.startsWith(ATTRIBUTE)) {
            addOnce(attributes, name.substring(ATTRIBUTE.length()), value);
        } else if (FIELDS.contains(name)) {
            addOnce(fields, name, value);
        } else {
            throw bad("The form has a field " + PageMetadata.shorten(name) + " that means nothing here; there are "
                    + String.join(", ", FIELDS) + " and " + ATTRIBUTE + "NAME");
        }
    }

    private static void addOnce(Map<String, String> values, String name, String value) {
        if (values.putIfAbsent(name, value) != null) {
            throw bad("The form has the field " + PageMetadata.shorten(name) + " more than once");
        }
    }

    private PageRequest request(int mostBytes) throws IOException {
        if (file == null) {
            throw bad("The form has no file; send the page as one");
        }
        String name = fileName();
        PageMetadata said = ofFields()
                .orElse(PageRequest.ofContentType(file.getHeaders().get(HttpHeader.CONTENT_TYPE)))
                .orElse(PageMetadata.NONE.withMediaType(MediaTypes.ofFileName(name)));
        // Without a date its name is the label, as for a file in the hot folder.
        PageMetadata known = said.date() == null && name != null ? said.undated(SourceLabel.of(name)) : said;
        try (InputStream content = Content.Source.asInputStream(file.createContentSource())) {
            return new PageRequest(
                    known.orElse(PageMetadata.NONE.withSourceUri(name)), BoundedBytes.read(content, mostBytes));
        }
    }

    /** The file's name; null where it is blank. Some browsers send a whole path. */
    private String fileName() {
        String path = file.getFileName();
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.isBlank() ? null : name;
    }

    private PageMetadata ofFields() {
        return new PageMetadata(
                fields.get("publication"),
                fields.get("publicationName"),
                fields.get("date"),
                fields.get("page"),
                null,
                fields.get("charset"),
                fields.get("revision"),
                fields.get("sourceUri"),
                attributes);
    }

    private static PageRefusedException bad(String what) {
        return new PageRefusedException(Refusal.BAD_METADATA, what + ".");
    }
}
