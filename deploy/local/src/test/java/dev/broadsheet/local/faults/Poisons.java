package dev.broadsheet.local.faults;

import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.topic.KafkaTopic;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Records that no good sender sends, and what a dead letter must say of each. */
final class Poisons {

    private static final String PAPER = "poison-daily/2024-07-21/";

    /** As much as a record of the topic can hold, beside its key and the batch around it. */
    private static final int LARGEST = Topics.MAX_RECORD_BYTES - (1 << 10);

    private final Newsroom newsroom;
    private final Map<String, String> causes = new TreeMap<>();

    private Poisons(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** @return part of the cause to be expected, by the record's key */
    static Map<String, String> sendAll(Newsroom newsroom) {
        Poisons poisons = new Poisons(newsroom);
        poisons.sendRecords();
        poisons.sendPages();
        return poisons.causes;
    }

    private void sendRecords() {
        bytes(Topics.PAGES, PAPER + "magic", new byte[] {42, 1, 2, 3, 4, 5}, "starts with byte 42");
        bytes(Topics.PAGES, PAPER + "schema", new byte[] {0, 0x7f, 0, 0, 1, 5}, Integer.toString((0x7f << 24) + 1));
        bytes(Topics.PAGES, PAPER + "short", new byte[] {0, 0}, "has 2 bytes");
        bytes(Topics.PAGES, PAPER + "noise", noise(5_000), "starts with byte 129");
        bytes(Topics.PAGES, PAPER + "value", null, "no value");
        bytes(Topics.PAGES, PAPER + "largest", noise(LARGEST), "starts with byte 129");
        bytes(Topics.PAGES_REPLAY, null, new byte[] {0, 0, 0, 0, 1, 9}, "no key");
        bytes(Topics.SEGMENTED, PAPER + "classify/1", new byte[] {7}, "has 1 bytes");
        bytes(Topics.CLASSIFIED, PAPER + "enrich/2", new byte[] {7}, "has 1 bytes");
    }

    private void sendPages() {
        byte[] wide = "云汀大桥昨日合龙".getBytes(StandardCharsets.UTF_16);
        page("cut", "text/plain", Arrays.copyOf(wide, wide.length - 1), "cut off");
        page("picture", "text/plain", noise(5_000), "no text");
        page("blank", "text/plain", utf8("\n".repeat(1_000_000)), "1000000 lines");
        page("heavy", "text/plain", noise(3 * Topics.MAX_CONTENT_BYTES), 3 * Topics.MAX_CONTENT_BYTES + " bytes");
        page(
                "stories",
                "text/plain",
                utf8("春耕开始\n本报讯 （记者 林小满）云汀市举行春耕大会。\n\n".repeat(6_000)),
                "articles, more than a page can have");
    }

    /** A page that takes a thousand times longer than most and is fine otherwise: nested as deep as can be, and long. */
    static RawPage slowPage() {
        return RawPage.newBuilder(PressRun.page("poison-daily", LocalDate.of(2024, 7, 20), 1, ""))
                .setMediaType("text/markdown")
                .setContent(ByteBuffer.wrap(utf8(">".repeat(100_000) + " 云汀大桥昨日合龙\n\n" + ideographs(200_000))))
                .build();
    }

    /** The key under which the cause of a dead letter is expected. */
    static String nameOf(DeadLetter letter) {
        return letter.getKey() == null
                ? "null"
                : StandardCharsets.UTF_8.decode(letter.getKey().duplicate()).toString();
    }

    private void bytes(KafkaTopic<?> topic, String key, byte[] value, String cause) {
        causes.put(String.valueOf(key), cause);
        newsroom.sendBytes(topic, key, value);
    }

    private void page(String label, String mediaType, byte[] content, String cause) {
        causes.put(PAPER + label, cause);
        newsroom.send(List.of(RawPage.newBuilder(PressRun.page("poison-daily", LocalDate.of(2024, 7, 21), 1, ""))
                .setPageId(PAPER + label)
                .setPage(label)
                .setMediaType(mediaType)
                .setContent(ByteBuffer.wrap(content))
                .build()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String ideographs(int count) {
        return new Random(1)
                .ints(count, 0x4E00, 0x9000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Random bytes that begin neither as a record nor as text; they do not shrink when compressed. */
    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(2).nextBytes(noise);
        noise[0] = (byte) 0x81;
        return noise;
    }
}
