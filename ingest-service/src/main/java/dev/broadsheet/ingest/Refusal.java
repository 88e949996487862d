package dev.broadsheet.ingest;

/**
 * Why a page was not taken. One list for every door (HTTP, hot folder, command line), so that a reason has the same name
 * in a problem document, in a reason file and in the metrics.
 */
public enum Refusal {
    EMPTY_PAGE(400, "empty-page", "The page is empty"),
    BAD_PUBLICATION(400, "bad-publication", "The publication is not a slug"),
    BAD_DATE(400, "bad-date", "The issue date is not a day"),
    BAD_PAGE(400, "bad-page", "The page label cannot be used"),
    BAD_REVISION(400, "bad-revision", "The revision is not a number"),
    BAD_CHARSET(400, "bad-charset", "The charset is not known"),
    UNREADABLE_CHARSET(400, "unreadable-charset", "The page cannot be read in its declared charset"),
    BAD_METADATA(400, "bad-metadata", "What is said about the page cannot be understood"),
    UNAUTHORIZED(401, "unauthorized", "A valid bearer token is needed"),
    FORBIDDEN(403, "forbidden", "The token does not allow this publication"),
    NOT_FOUND(404, "not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The method is not allowed here"),
    INCOMPLETE(400, "incomplete", "The request ended before the page did"),
    TOO_LARGE(413, "too-large", "The page is too large"),
    UNKNOWN_MEDIA_TYPE(415, "unknown-media-type", "The media type is not known"),
    BINARY(415, "binary", "The page is not text"),
    TOO_MANY_IN_FLIGHT(429, "too-many-in-flight", "Too many pages are on their way"),
    INTERNAL(500, "internal", "The service failed"),
    UNAVAILABLE(503, "unavailable", "The page could not be stored now");

    private final int status;
    private final String code;
    private final String title;

    Refusal(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** HTTP status that says the same. */
    public int status() {
        return status;
    }

    /** Stable name for machines, e.g. {@code empty-page}. */
    public String code() {
        return code;
    }

    /** One short sentence for people, the same for every page refused for this reason. */
    public String title() {
        return title;
    }

    /**
     * Whether the same page may be taken later, unchanged. True for what ails the service, false for what ails the page:
     * a file in the hot folder waits for the one and is rejected for the other.
     */
    public boolean mayPass() {
        return this == TOO_MANY_IN_FLIGHT || this == INTERNAL || this == UNAVAILABLE;
    }
}
