package dev.broadsheet.deadletter;

import dev.broadsheet.id.ArticleId;
import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.topic.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serializer;

/** Writes the dead letters of one stage. Thread-safe as far as its serializer is. */
public final class DeadLetterWriter {

    private static final int MAX_STACK_TRACE = 8_000;
    private static final int MAX_CAUSE = 1_000;

    private final String application;
    private final String stage;
    private final String pipelineVersion;
    private final String topic;
    private final Serializer<DeadLetter> serializer;

    /**
     * @param application prefix of the stream's application ids
     * @param stage segment, classify or enrich
     * @param pipelineVersion version of the program
     * @param topic name of the dead-letter topic
     */
    public DeadLetterWriter(
            String application, String stage, String pipelineVersion, String topic, Serializer<DeadLetter> serializer) {
        this.application = application;
        this.stage = stage;
        this.pipelineVersion = pipelineVersion;
        this.topic = topic;
        this.serializer = serializer;
    }

    /**
     * The record that failed.
     *
     * @param topic null where the record does not come from a topic
     * @param key null where the record has none
     * @param value null where the record has none
     * @param redrives how often it had been sent back before
     */
    public record Origin(String topic, int partition, long offset, byte[] key, byte[] value, int redrives) {

        /** Topic, partition and offset, for people. */
        public String place() {
            return topic + "-" + partition + "-" + offset;
        }
    }

    /** A dead letter, ready to be sent. */
    public record Letter(String key, byte[] value) {}

    /**
     * Writes a dead letter.
     *
     * @param id page or article id where it is known better than from the origin's key; null otherwise
     */
    public Letter write(Origin origin, String id, Throwable failure, Instant failedAt) {
        String subject = id == null ? readId(origin.key()) : id;
        DeadLetter.Builder letter = DeadLetter.newBuilder()
                .setStage(stage)
                .setCause(cause(failure))
                .setException(failure.getClass().getName())
                .setStackTrace(stackTrace(failure))
                .setTopic(String.valueOf(origin.topic()))
                .setPartition(origin.partition())
                .setOffset(origin.offset())
                .setKey(wrap(origin.key()))
                .setValue(wrap(origin.value()))
                .setPageId(subject == null ? null : pageOf(subject))
                .setArticleId(isArticle(subject) ? subject : null)
                .setFailedAt(failedAt)
                .setPipelineVersion(pipelineVersion)
                .setRedrives(origin.redrives())
                .setApplication(application);
        byte[] value = serializer.serialize(topic, letter.build());
        if (value.length > Topics.MAX_DEAD_LETTER_BYTES) {
            // A dead letter that cannot be sent would stop the stream; the original is still where it came from.
            letter.setValue(null)
                    .setCause(cause(failure) + " (original of " + origin.value().length + " bytes left out)");
            value = serializer.serialize(topic, letter.build());
        }
        return new Letter(subject == null ? origin.place() : subject, value);
    }

    private static String cause(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        Throwable deeper = failure.getCause();
        if (deeper != null && deeper.getMessage() != null && !message.contains(deeper.getMessage())) {
            message += ": " + deeper.getMessage();
        }
        return message.substring(0, Math.min(MAX_CAUSE, message.length()));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.getBuffer()
                .substring(0, Math.min(MAX_STACK_TRACE, trace.getBuffer().length()));
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    /** The id that a key says, or null where it says none. */
    private static String readId(byte[] key) {
        String text = key == null ? null : new String(key, StandardCharsets.UTF_8);
        return text != null && (isPage(text) || isArticle(text)) ? text : null;
    }

    private static String pageOf(String id) {
        return isArticle(id) ? ArticleId.parse(id).page().toString() : id;
    }

    private static boolean isPage(String text) {
        try {
            PageId.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isArticle(String text) {
        if (text == null) {
            return false;
        }
        try {
            ArticleId.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
