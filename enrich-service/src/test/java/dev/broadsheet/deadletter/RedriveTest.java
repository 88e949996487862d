package dev.broadsheet.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RedriveTest {

    private static final String PAGE = "minhai-daily/2024-07-21/1";
    private static final byte[] ORIGINAL = {1, 2, 3};
    private static final byte[] SCAN = {4, 5, 6};

    private final Redrive redrive = new Redrive(Map.of(PAGE, List.of(SCAN)));

    @Test
    void aPageGoesBackAsItIsButNeverIntoTheArchiveWhereItCouldReplaceANewerScan() {
        ProducerRecord<byte[], byte[]> sent =
                only(letter("segment", Topics.PAGES.name(), PAGE).build());

        assertThat(sent.topic()).isEqualTo(Topics.PAGES_REPLAY.name());
        assertThat(sent.value()).isEqualTo(ORIGINAL);
        assertThat(RecordMarks.redrives(sent.headers())).isEqualTo(1);
    }

    @Test
    void whatFailedAtTheIssueDeskIsMadeAnewFromThePageNotFromAnInternalTopic() {
        ProducerRecord<byte[], byte[]> sent =
                only(letter("segment", "broadsheet-segment-pages-by-issue-repartition", PAGE)
                        .setRedrives(4)
                        .build());

        assertThat(sent.topic()).isEqualTo(Topics.PAGES_REPLAY.name());
        assertThat(sent.key()).isEqualTo(PAGE.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.value()).isEqualTo(SCAN);
        assertThat(RecordMarks.redrives(sent.headers())).isEqualTo(5);
    }

    @Test
    void anArticleIsMadeAnewFromItsPage() {
        assertThat(only(letter("enrich", Topics.CLASSIFIED.name(), PAGE).build())
                        .value())
                .isEqualTo(SCAN);
    }

    @Test
    void anArticleWhosePageIsNotInTheArchiveGoesBackToItsStage() {
        String lost = "minhai-daily/2024-07-21/2";
        assertThat(only(letter("classify", Topics.SEGMENTED.name(), lost).build())
                        .topic())
                .isEqualTo(Topics.SEGMENTED.name());
        assertThat(only(letter("enrich", Topics.CLASSIFIED.name(), null).build())
                        .topic())
                .isEqualTo(Topics.CLASSIFIED.name());
    }

    @Test
    void whatFailedInOneOfTwoStreamsGoesBackToThatOneAlone() {
        String lost = "minhai-daily/2024-07-21/2";
        ProducerRecord<byte[], byte[]> page = only(letter("segment", Topics.PAGES.name(), PAGE)
                .setApplication("green")
                .build());
        ProducerRecord<byte[], byte[]> article = only(letter("enrich", "green.classified", lost)
                .setApplication("green")
                .build());

        assertThat(List.of(page, article)).allSatisfy(sent -> {
            assertThat(RecordMarks.isFor("green", sent.headers())).isTrue();
            assertThat(RecordMarks.isFor("broadsheet", sent.headers())).isFalse();
        });
        assertThat(article.topic()).isEqualTo("green.classified");
        assertThat(RecordMarks.isFor(
                        "broadsheet",
                        only(letter("segment", Topics.PAGES.name(), PAGE).build())
                                .headers()))
                .as("a letter from before streams were noted is for all")
                .isTrue();
    }

    @Test
    void whereNothingIsLeftToSendTheOperatorIsToldWhatToDo() {
        DeadLetter lost = letter("segment", "broadsheet-segment-repartition", "minhai-daily/2024-07-21/2")
                .build();
        assertThatThrownBy(() -> only(lost)).hasMessageContaining("hand it in again");

        DeadLetter tooLarge = letter("segment", Topics.PAGES.name(), PAGE)
                .setKey(null)
                .setValue(null)
                .build();
        assertThatThrownBy(() -> only(tooLarge)).hasMessageContaining("hand the page in again");

        DeadLetter withoutText =
                letter("enrich", Topics.CLASSIFIED.name(), null).setValue(null).build();
        assertThatThrownBy(() -> only(withoutText))
                .as("it would be the tombstone of the article")
                .hasMessageContaining("hand the page in again");
    }

    private ProducerRecord<byte[], byte[]> only(DeadLetter letter) {
        List<ProducerRecord<byte[], byte[]>> records = redrive.records(new FiledLetter(17, letter, true));
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static DeadLetter.Builder letter(String stage, String topic, String page) {
        return DeadLetter.newBuilder()
                .setStage(stage)
                .setCause("no such day")
                .setTopic(topic)
                .setPartition(0)
                .setOffset(41)
                .setKey(ByteBuffer.wrap("key".getBytes(StandardCharsets.UTF_8)))
                .setValue(ByteBuffer.wrap(ORIGINAL))
                .setPageId(page)
                .setFailedAt(Instant.EPOCH)
                .setPipelineVersion("1.0.0");
    }
}
