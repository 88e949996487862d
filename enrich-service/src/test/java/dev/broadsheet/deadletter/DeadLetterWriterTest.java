package dev.broadsheet.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.deadletter.DeadLetterWriter.Origin;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class DeadLetterWriterTest {

    private static final Instant NOW = Instant.parse("2024-07-21T08:00:00Z");
    private static final String TOPIC = Topics.DEAD_LETTERS.name();

    private final Serde<DeadLetter> serde =
            AvroSerdes.serde(DeadLetter.class, Map.of("schema.registry.url", "mock://dead-letter-writer"));
    private final DeadLetterWriter writer = new DeadLetterWriter("green", "enrich", "1.0.0", TOPIC, serde.serializer());

    @Test
    void itSaysWhatFailedWhereAndWhyWithTheOriginalBytes() {
        byte[] original = {1, 2, 3};

        DeadLetter letter = write("minhai-daily/2024-07-21/1/7", original, new IllegalStateException("no such day"));

        assertThat(letter.getStage()).isEqualTo("enrich");
        assertThat(letter.getCause()).isEqualTo("no such day");
        assertThat(letter.getException()).isEqualTo("java.lang.IllegalStateException");
        assertThat(letter.getStackTrace()).contains("DeadLetterWriterTest").hasSizeLessThanOrEqualTo(8_000);
        assertThat(letter.getTopic()).isEqualTo("broadsheet.articles.classified");
        assertThat(letter.getPartition()).isEqualTo(3);
        assertThat(letter.getOffset()).isEqualTo(41);
        assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(original));
        assertThat(letter.getArticleId()).isEqualTo("minhai-daily/2024-07-21/1/7");
        assertThat(letter.getPageId()).isEqualTo("minhai-daily/2024-07-21/1");
        assertThat(letter.getFailedAt()).isEqualTo(NOW);
        assertThat(letter.getPipelineVersion()).isEqualTo("1.0.0");
        assertThat(letter.getRedrives()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsNoIdIsReplacedByThePlace() {
        DeadLetterWriter.Letter letter =
                writer.write(origin("%%%", new byte[0]), null, new RuntimeException("odd"), NOW);

        assertThat(letter.key()).isEqualTo("broadsheet.articles.classified-3-41");
    }

    @Test
    void anOriginalTooLargeForTheTopicIsLeftOutAndTheLetterSaysSo() {
        DeadLetter letter = write(
                "minhai-daily/2024-07-21/1", new byte[Topics.MAX_DEAD_LETTER_BYTES], new RuntimeException("too large"));

        assertThat(letter.getValue()).isNull();
        assertThat(letter.getCause()).contains("too large").contains(Topics.MAX_DEAD_LETTER_BYTES + " bytes left out");
    }

    @Test
    void aCauseWithoutMessageIsNamed() {
        assertThat(write("minhai-daily/2024-07-21/1", null, new StackOverflowError())
                        .getCause())
                .isEqualTo("StackOverflowError");
    }

    private DeadLetter write(String key, byte[] value, Throwable failure) {
        byte[] written = writer.write(origin(key, value), null, failure, NOW).value();
        return serde.deserializer().deserialize(TOPIC, written);
    }

    private static Origin origin(String key, byte[] value) {
        return new Origin("broadsheet.articles.classified", 3, 41, key.getBytes(StandardCharsets.UTF_8), value, 2);
    }
}
