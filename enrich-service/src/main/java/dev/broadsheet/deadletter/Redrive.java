package dev.broadsheet.deadletter;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What is sent, and where, when dead letters are redriven.
 *
 * <p>A page that could not be read goes back as it is, by the replay topic: in the topic of pages it would come after, and
 * in the end replace, a newer scan. Articles, and pages that failed at the issue desk, are made anew from their page in the archive.
 * Their own bytes are of the day they failed; only the desk knows whether a newer scan has replaced or removed the article, and
 * it is asked by sending it the page. Where the archive has no such page, an article goes back to the topic that it came from.
 *
 * <p>All of them are marked for the stream that failed, since another one that runs beside it may have done well.
 */
final class Redrive {

    private static final Set<String> OF_PAGES = Set.of(Topics.PAGES.name(), Topics.PAGES_REPLAY.name());

    private final Map<String, List<byte[]>> archive;

    /** @param archive by page id, the scans of pages that letters are about */
    Redrive(Map<String, List<byte[]>> archive) {
        this.archive = archive;
    }

    /** Looks up in the archive what these letters need of it; reads it through when they need any. */
    static Redrive of(Collection<FiledLetter> letters, KafkaSettings settings) {
        Set<String> wanted = letters.stream()
                .map(FiledLetter::letter)
                .filter(letter -> !isOfPage(letter) && letter.getPageId() != null)
                .map(DeadLetter::getPageId)
                .collect(Collectors.toSet());
        Map<String, List<byte[]>> pages = new HashMap<>();
        if (!wanted.isEmpty()) {
            try (TopicReader<byte[]> reader =
                    new TopicReader<>(Topics.PAGES.name(), settings, new ByteArrayDeserializer())) {
                reader.toEnd(page -> {
                    if (page.value() != null && wanted.contains(page.key())) {
                        pages.computeIfAbsent(page.key(), id -> new ArrayList<>())
                                .add(page.value());
                    }
                });
            }
        }
        return new Redrive(pages);
    }

    /**
     * The records that send one letter back. Of several scans of its page all are sent, and the desk takes the newest.
     *
     * @throws IllegalArgumentException when there is nothing to send; the message says what to do
     */
    List<ProducerRecord<byte[], byte[]>> records(FiledLetter filed) {
        DeadLetter letter = filed.letter();
        if (isOfPage(letter)) {
            return List.of(original(filed, Topics.PAGES_REPLAY.name()));
        }
        List<byte[]> scans = letter.getPageId() == null ? null : archive.get(letter.getPageId());
        if (scans != null) {
            byte[] key = letter.getPageId().getBytes(StandardCharsets.UTF_8);
            return scans.stream()
                    .map(scan -> marked(letter, Topics.PAGES_REPLAY.name(), key, scan))
                    .toList();
        }
        if (letter.getStage().equals("segment")) {
            throw new IllegalArgumentException("dead letter " + filed.number() + ": the archive has no page "
                    + letter.getPageId() + " any longer; hand it in again, then discard the letter");
        }
        return List.of(original(filed, letter.getTopic()));
    }

    private static boolean isOfPage(DeadLetter letter) {
        return OF_PAGES.contains(letter.getTopic());
    }

    private static ProducerRecord<byte[], byte[]> original(FiledLetter filed, String topic) {
        DeadLetter letter = filed.letter();
        // Without value, an article's key would be its tombstone.
        if (letter.getValue() == null && (letter.getKey() == null || !isOfPage(letter))) {
            throw new IllegalArgumentException("dead letter " + filed.number()
                    + " has no original to send back; hand the page in again, then discard it");
        }
        return marked(letter, topic, bytes(letter.getKey()), bytes(letter.getValue()));
    }

    private static ProducerRecord<byte[], byte[]> marked(DeadLetter letter, String topic, byte[] key, byte[] value) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, value);
        RecordMarks.set(record.headers(), RecordMarks.REDRIVES, Integer.toString(letter.getRedrives() + 1));
        if (letter.getApplication() != null) {
            RecordMarks.set(record.headers(), RecordMarks.FOR, letter.getApplication());
        }
        return record;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
