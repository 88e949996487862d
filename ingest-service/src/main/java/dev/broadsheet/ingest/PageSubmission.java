package dev.broadsheet.ingest;

import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.RawPage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A page on its way in, checked: what {@link PageProducer} puts into the pages topic. Built from a file by
 * {@link PageFiles#read(Path)}, from a request by the HTTP door, or from {@link PageMetadata#submission(byte[])}.
 *
 * @param id where it belongs
 * @param publicationName the newspaper's name as a reader knows it; null where nobody said
 * @param mediaType media type without parameters, e.g. {@code text/plain}
 * @param charset IANA name as declared by the sender; null: to be detected by the stream
 * @param content the page's bytes, unchanged; not copied, so the caller leaves them alone. Empty when withdrawn
 * @param sourceUri file name or URL it came from; null where unknown
 * @param revision as stated by the sender; null: the time of receipt
 * @param withdrawn true when the page is taken back
 * @param attributes whatever else was said; carried, never interpreted
 */
public record PageSubmission(
        PageId id,
        String publicationName,
        String mediaType,
        String charset,
        byte[] content,
        String sourceUri,
        Long revision,
        boolean withdrawn,
        Map<String, String> attributes) {

    public PageSubmission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
        attributes = Map.copyOf(attributes);
    }

    /**
     * Takes a page back: its articles vanish from the articles topic until a later revision brings it again.
     *
     * @param revision as stated by the sender; null: the time of receipt
     */
    public static PageSubmission withdrawal(PageId id, Long revision) {
        return new PageSubmission(id, null, "text/plain", null, new byte[0], null, revision, true, Map.of());
    }

    /**
     * The record that goes into the pages topic.
     *
     * @param receivedAt when the page was received
     * @param number its revision, unless the sender stated one
     */
    public RawPage toRawPage(Instant receivedAt, long number) {
        return RawPage.newBuilder()
                .setPageId(id.toString())
                .setPublication(id.publication())
                .setPublicationName(publicationName)
                .setIssueDate(id.issueDate() == null ? null : id.issueDate().toString())
                .setPage(id.page())
                .setMediaType(mediaType)
                .setCharset(charset)
                .setContent(ByteBuffer.wrap(content))
                .setSha256(Sha256.hex(content))
                .setSourceUri(sourceUri)
                .setReceivedAt(receivedAt)
                .setRevision(revision == null ? number : revision)
                .setWithdrawn(withdrawn)
                .setAttributes(attributes)
                .build();
    }
}
