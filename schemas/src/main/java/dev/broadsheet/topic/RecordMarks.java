package dev.broadsheet.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
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

    /** When the door received the page that a record is made of, in milliseconds since 1970. */
    public static final String RECEIVED_AT = "broadsheet.received.at";

    private RecordMarks() {}

    /** Writes a mark, in place of an earlier one of that name. */
    public static void set(Headers headers, String mark, String value) {
        headers.remove(mark).add(mark, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The stage from which on a replay has the record worked on; empty for what is live. */
    public static Optional<String> replayedFrom(Headers headers) {
        return get(headers, REPLAYED_FROM);
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

    private static Optional<String> get(Headers headers, String mark) {
        return Optional.ofNullable(headers.lastHeader(mark))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
