package dev.broadsheet.ingest;

import dev.broadsheet.id.PageId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody said about a page, as text, before it is believed: path and headers of a request, fields of a form, a
 * sidecar file, a file's name. Each field is null where nobody said. {@link #orElse} lays one source over another,
 * {@link #submission(byte[])} checks the result; so every door checks alike.
 *
 * @param publication slug of the newspaper
 * @param publicationName the newspaper's name as a reader knows it
 * @param date issue date, ISO 8601 ({@code 2024-07-21}) or {@code undated}
 * @param page page label
 * @param mediaType media type without parameters
 * @param charset IANA name of the bytes' encoding
 * @param revision a whole number that orders the scans of a page
 * @param sourceUri file name or URL
 * @param attributes whatever else was said; never null
 */
public record PageMetadata(
        String publication,
        String publicationName,
        String date,
        String page,
        String mediaType,
        String charset,
        String revision,
        String sourceUri,
        Map<String, String> attributes) {

    /** The publication of a page whose newspaper nobody named. */
    static final String UNKNOWN_PUBLICATION = "unknown";

    /** Nobody said anything. */
    public static final PageMetadata NONE = new PageMetadata(null, null, null, null, null, null, null, null, Map.of());

    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_ATTRIBUTES = 50;

    /** Strict: 2024-02-30 is a mistake of the sender, not the first of March. */
    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public PageMetadata {
        attributes = Map.copyOf(attributes);
    }

    /** What this source says, and where it says nothing, what the other one does. */
    public PageMetadata orElse(PageMetadata other) {
        Map<String, String> both = new LinkedHashMap<>(other.attributes);
        both.putAll(attributes);
        return new PageMetadata(
                first(publication, other.publication),
                first(publicationName, other.publicationName),
                first(date, other.date),
                first(page, other.page),
                first(mediaType, other.mediaType),
                first(charset, other.charset),
                first(revision, other.revision),
                first(sourceUri, other.sourceUri),
                both);
    }

    PageMetadata withPublication(String slug) {
        return new PageMetadata(slug, publicationName, date, page, mediaType, charset, revision, sourceUri, attributes);
    }

    PageMetadata withMediaType(String type) {
        return new PageMetadata(
                publication, publicationName, date, page, type, charset, revision, sourceUri, attributes);
    }

    PageMetadata withCharset(String name) {
        return new PageMetadata(
                publication, publicationName, date, page, mediaType, name, revision, sourceUri, attributes);
    }

    PageMetadata withSourceUri(String uri) {
        return new PageMetadata(
                publication, publicationName, date, page, mediaType, charset, revision, uri, attributes);
    }

    /**
     * The same page under its source's name, because without a date "page 1" is the page of every issue. A page label
     * that was said stays as an attribute.
     */
    PageMetadata undated(String sourceLabel) {
        Map<String, String> kept = new LinkedHashMap<>(attributes);
        if (page != null) {
            kept.putIfAbsent("page", page);
        }
        return new PageMetadata(
                publication,
                publicationName,
                PageId.UNDATED,
                sourceLabel,
                mediaType,
                charset,
                revision,
                sourceUri,
                kept);
    }

    /**
     * Checks what was said and joins it with the page's bytes.
     *
     * @throws PageRefusedException when something that was said cannot be, or the bytes are no page
     */
    public PageSubmission submission(byte[] content) {
        PageId id = pageId();
        MediaTypes.requireKnown(mediaType);
        requireShort("publicationName", publicationName);
        requireShort("sourceUri", sourceUri);
        requireFewAttributes();
        String encoding = PageContent.check(content, charset);
        return new PageSubmission(
                id, publicationName, mediaType, encoding, content, sourceUri, revisionNumber(), false, attributes);
    }

    /** Checks what was said of a page that is taken back. */
    PageSubmission withdrawal() {
        return PageSubmission.withdrawal(pageId(), revisionNumber());
    }

    /** The id's own rules decide; asked part by part, they say which part is wrong. */
    private PageId pageId() {
        String slug = publication == null ? UNKNOWN_PUBLICATION : publication;
        LocalDate day = issueDate();
        if (page == null) {
            throw new PageRefusedException(
                    Refusal.BAD_PAGE,
                    "Nobody said which page this is; give a page label, e.g. 1, or a file name for an undated page.");
        }
        idOf(Refusal.BAD_PUBLICATION, slug, null, "1");
        idOf(Refusal.BAD_DATE, slug, day, "1");
        return idOf(Refusal.BAD_PAGE, slug, day, page);
    }

    private static PageId idOf(Refusal refusal, String publication, LocalDate day, String page) {
        try {
            return new PageId(publication, day, page);
        } catch (IllegalArgumentException e) {
            throw new PageRefusedException(refusal, e.getMessage(), e);
        }
    }

    private LocalDate issueDate() {
        if (date == null || date.equals(PageId.UNDATED)) {
            return null;
        }
        try {
            return LocalDate.parse(date, ISO_DAY);
        } catch (DateTimeParseException e) {
            throw new PageRefusedException(
                    Refusal.BAD_DATE,
                    "\"" + shorten(date) + "\" is not a day; write it as 2024-07-21, or undated where it is unknown.",
                    e);
        }
    }

    private Long revisionNumber() {
        if (revision == null) {
            return null;
        }
        try {
            long number = Long.parseLong(revision);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one refusal below
        }
        throw new PageRefusedException(
                Refusal.BAD_REVISION,
                "\"" + shorten(revision) + "\" is not a revision: a whole number from 0 up, the higher the newer.");
    }

    private void requireFewAttributes() {
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new PageRefusedException(
                    Refusal.BAD_METADATA, "A page has at most " + MOST_ATTRIBUTES + " attributes; send fewer.");
        }
        attributes.forEach((name, value) -> {
            requireShort("an attribute's name", name);
            requireShort("attribute " + shorten(name), value);
        });
    }

    private static void requireShort(String what, String value) {
        if (value != null && value.length() > LONGEST_TEXT) {
            throw new PageRefusedException(
                    Refusal.BAD_METADATA,
                    what + " has " + value.length() + " characters; at most " + LONGEST_TEXT + " are kept.");
        }
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }

    /** What a refusal quotes of what was sent: enough to recognise it, never a page. */
    static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
