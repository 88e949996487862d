package dev.broadsheet.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a replay that was interrupted must know of its beginning, besides its position: kept beside it, as the metadata of a
 * committed offset, and so in the transaction that sends pages.
 *
 * @param of digest of what was asked for
 * @param articles where the articles topic ended when the replay began, by partition
 * @param deadLetters where the dead-letter topic ended then
 */
record Bookmark(String of, Map<Integer, Long> articles, Map<Integer, Long> deadLetters) {

    private static final JsonMapper JSON = new JsonMapper();

    static Bookmark parse(String metadata) {
        try {
            return JSON.readValue(metadata, Bookmark.class);
        } catch (JsonProcessingException e) {
            throw new ReplayException(
                    "the position of this replay was not written by a replay; give it another name", e);
        }
    }

    String metadata() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and a text can always be written", e);
        }
    }

    /** Tells requests apart that take other records. Rate and window may change when a replay resumes. */
    static String digest(ReplayRequest request) {
        try {
            byte[] text = (request.from() + " " + request.filter()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
