package dev.broadsheet.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Marks that a record bears in its headers. They pass through the whole stream: what is made of a marked record bears its
 * marks, too.
 */
public final class RecordMarks {

    /** Name of the stage, such as {@code segment}, from which on a replay has the record worked on once more. */
    public static final String REPLAYED_FROM = "broadsheet.replayed.from";

    /** How often an operator has sent the record back after it became a dead letter. */
    public static final String REDRIVES = "broadsheet.redrives";

    /**
     * Prefix of the application ids of the one stream that a record is for. Others that read the same topic pass over it: what failed
     * in one of two that run side by side is sent back for that one.
     */
    public static final String FOR = "broadsheet.for";

    /**
     * Where in the topic of pages the record lies of which a replayed page is a copy, such as {@code 3@1742}: partition and offset.
     * Only the page bears it, not what is made of it.
     */
    public static final String ARCHIVED_AT = "broadsheet.archived.at";

    /**
     * When the door received the page that a record is made of, in milliseconds since 1970. No two pages bear the same, and it never
     * goes back, even where the door's clock did.
     */
    public static final String RECEIVED_AT = "broadsheet.received.at";

    /**
     * Of which change the record is a part: all that one page brought about at one time. It names the page and its revision, and a
     * number that tells changes by the same revision apart: {@code minhai-daily/2024-07-21/1@1721548800000#42}. On the way to
     * the published articles, a record without value under the page's id follows the last record of a change.
     */
    public static final String CHANGE = "broadsheet.change";

    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})@(\\d{1,18})");

    private RecordMarks() {}

    /** A place in the topic of pages. */
    public record Place(int partition, long offset) {}

    /** Writes a mark, in place of an earlier one of that name. */
    public static void set(Headers headers, String mark, String value) {
        headers.remove(mark).add(mark, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Marks a part of a change.
     *
     * @param number not given to any other change by the same revision of the page
     */
    public static void setChange(Headers headers, String pageId, long revision, long number) {
        set(headers, CHANGE, pageId + "@" + revision + "#" + number);
    }

    /** The change of which the record is a part; empty where it came alone. */
    public static Optional<String> change(Headers headers) {
        return get(headers, CHANGE);
    }

    /** Whether a record says that all records of a change have come. */
    public static boolean endsChange(Headers headers, byte[] key, byte[] value) {
        return key != null
                && value == null
                && change(headers)
                        .filter(change -> change.startsWith(new String(key, StandardCharsets.UTF_8) + "@"))
                        .isPresent();
    }

    /** The stage from which on a replay has the record worked on; empty for what is live. */
    public static Optional<String> replayedFrom(Headers headers) {
        return get(headers, REPLAYED_FROM);
    }

    /** Whether a record is for a stream; one that does not say is for all. */
    public static boolean isFor(String application, Headers headers) {
        return get(headers, FOR).map(application::equals).orElse(true);
    }

    /** How often the record has been sent back; 0 where it bears no such mark, or one that nobody of us wrote. */
    public static int redrives(Headers headers) {
        return get(headers, REDRIVES)
                .filter(count -> count.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** When the door received the page that the record is made of; empty for what came by another way. */
    public static Optional<Instant> receivedAt(Headers headers) {
        return get(headers, RECEIVED_AT)
                .filter(millis -> millis.matches("\\d{1,15}"))
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    /** Marks a replayed page with where the record lies of which it is a copy. */
    public static void setArchivedAt(Headers headers, Place place) {
        set(headers, ARCHIVED_AT, place.partition() + "@" + place.offset());
    }

    /** Where the record lies of which a replayed page is a copy; empty where it does not say. */
    public static Optional<Place> archivedAt(Headers headers) {
        return get(headers, ARCHIVED_AT)
                .map(PLACE::matcher)
                .filter(Matcher::matches)
                .map(place -> new Place(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2))));
    }

    private static Optional<String> get(Headers headers, String mark) {
        return Optional.ofNullable(headers.lastHeader(mark))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
