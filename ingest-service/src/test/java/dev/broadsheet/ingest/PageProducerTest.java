package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PageProducerTest {

    private static final PageId ID = new PageId("yunting-daily", LocalDate.of(2024, 5, 16), "1");

    private static final Revisions NOTHING_STANDS = new Revisions(() -> Long.MIN_VALUE);

    private final FakeKafka kafka = new FakeKafka();
    private final PageProducer producer = kafka.pageProducer();

    @Test
    void aReceiptSaysWhereThePageIs() {
        Receipt receipt = producer.submit(page("云汀日报", null));

        assertThat(receipt.pageId()).isEqualTo("yunting-daily/2024-05-16/1");
        assertThat(receipt.topic()).isEqualTo(Topics.PAGES.name());
        assertThat(receipt.offset()).isZero();
        assertThat(receipt.sha256()).isEqualTo(Sha256.hex("云汀日报".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theRecordIsKeyedByPageIdAndHoldsTheBytesUnchanged() {
        producer.submit(page("云汀日报", null));

        RawPage raw = kafka.onlyPage();
        assertThat(kafka.producer.history().get(0).key()).isEqualTo("yunting-daily/2024-05-16/1");
        assertThat(raw.getContent().array()).isEqualTo("云汀日报".getBytes(StandardCharsets.UTF_8));
        assertThat(raw.getReceivedAt()).isEqualTo(FakeKafka.NOW);
        assertThat(raw.getWithdrawn()).isFalse();
    }

    @Test
    void theRecordIsMarkedWithTheTimeOfReceiptSoThatItsWayCanBeTimed() {
        producer.submit(page("云汀日报", null));

        assertThat(RecordMarks.receivedAt(kafka.producer.history().get(0).headers()))
                .contains(FakeKafka.NOW.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void twoScansInOneMillisecondAreStillTheOlderAndTheNewerOne() {
        long first = producer.submit(page("甲", null)).revision();
        long second = producer.submit(page("乙", null)).revision();

        assertThat(first).isEqualTo(FakeKafka.NOW.toEpochMilli());
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void aClockSetBackBeforeARestartDoesNotMakeTheNewerScanTheOlderOne() {
        long tomorrow = FakeKafka.NOW.plus(1, ChronoUnit.DAYS).toEpochMilli();
        kafka.lastReceipt = tomorrow;

        assertThat(producer.submit(page("甲", null)).revision()).isEqualTo(tomorrow + 1);
        assertThat(producer.submit(page("乙", null)).revision()).isEqualTo(tomorrow + 2);
    }

    @Test
    void noRevisionIsGivenBeforeItIsKnownWhatStandsInTheTopic() {
        kafka.lastReceipt = FakeKafka.NOW.plusSeconds(1).toEpochMilli();
        kafka.goAway();
        assertRefused(Refusal.UNAVAILABLE);

        kafka.comeBack();
        assertThat(producer.submit(page("甲", null)).revision()).isGreaterThan(kafka.lastReceipt);
    }

    @Test
    void aPageWithAStatedRevisionTellsTheNextProcessTheTimeAllTheSame() {
        kafka.lastReceipt = FakeKafka.NOW.plusSeconds(1).toEpochMilli();
        producer.submit(page("甲", 7L));

        assertThat(RecordMarks.receivedAt(kafka.producer.history().get(0).headers()))
                .contains(FakeKafka.NOW.plusSeconds(1).plusMillis(1));
    }

    @Test
    void aStatedRevisionIsKept() {
        assertThat(producer.submit(page("甲", 7L)).revision()).isEqualTo(7);
    }

    @Test
    void aWithdrawnPageIsAnEmptyNewRevision() {
        long before = producer.submit(page("甲", null)).revision();
        Receipt receipt = producer.submit(PageSubmission.withdrawal(ID, null));

        RawPage raw = kafka.pages().get(1);
        assertThat(raw.getWithdrawn()).isTrue();
        assertThat(raw.getContent().remaining()).isZero();
        assertThat(receipt.revision()).isGreaterThan(before);
    }

    @Test
    void aPageIsNotAcceptedBeforeTheBrokerAcknowledgedIt() {
        MockProducer<String, RawPage> slow =
                new MockProducer<>(false, null, new StringSerializer(), (t, v) -> new byte[0]);
        PageProducer waiting = new PageProducer(() -> slow, null, NOTHING_STANDS, Clock.systemUTC());

        CompletableFuture<Receipt> receipt = waiting.send(page("甲", null));

        assertThat(receipt).isNotDone();
        slow.completeNext();
        assertThat(receipt).isCompleted();
    }

    @Test
    void whenKafkaIsAwayTheSenderIsToldToComeBack() {
        kafka.goAway();
        assertRefused(Refusal.UNAVAILABLE);

        kafka.comeBack();
        assertThat(producer.submit(page("甲", null)).offset()).isZero();
    }

    @Test
    void aRecordThatTheTopicNeverTakesIsThePagesFault() {
        kafka.producer.sendException = new RecordTooLargeException("too large");
        assertRefused(Refusal.TOO_LARGE);
    }

    @Test
    void aProducerThatCannotRecoverIsReplaced() {
        FakeKafka fresh = new FakeKafka();
        var producers = List.of(kafka.producer, fresh.producer).iterator();
        PageProducer replacing = new PageProducer(producers::next, null, NOTHING_STANDS, Clock.systemUTC());
        kafka.producer.sendException = new AuthorizationException("revoked");

        assertThatThrownBy(() -> replacing.submit(page("甲", null))).isInstanceOf(PageRefusedException.class);
        replacing.submit(page("甲", null));

        assertThat(fresh.pages()).hasSize(1);
    }

    @Test
    void aBrokerThatIsAwayIsReportedNotThrown() {
        CheckResult check = producer.check();

        assertThat(check.ok()).isFalse();
        assertThat(check.detail()).contains("no broker here");
    }

    @Test
    void durabilityCannotBeConfiguredAway() {
        assertThatThrownBy(() -> connect(Map.of("acks", "1"))).hasMessageContaining("acks is reserved");
        assertThatThrownBy(() -> connect(Map.of("enable.idempotence", "false"))).hasMessageContaining("reserved");
        assertThat(new ProducerSettings(
                                Map.of("bootstrap.servers", "localhost:1", "schema.registry.url", "mock://ingest"))
                        .asMap())
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true");
    }

    @Test
    void settingsThatCannotWorkAreSaidAtOnce() {
        assertThatThrownBy(() -> connect(Map.of())).hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
        assertThatThrownBy(() -> connect(Map.of(
                        "bootstrap.servers", "localhost:1", "schema.registry.url", "mock://x", "linger.ms", "soon")))
                .hasMessageContaining("linger.ms");
    }

    private static PageProducer connect(Map<String, String> settings) {
        return PageProducer.connect(KafkaSettings.of(settings));
    }

    private void assertRefused(Refusal refusal) {
        assertThatThrownBy(() -> producer.submit(page("甲", null)))
                .isInstanceOfSatisfying(
                        PageRefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private static PageSubmission page(String text, Long revision) {
        return new PageSubmission(
                ID,
                "云汀日报",
                "text/plain",
                null,
                text.getBytes(StandardCharsets.UTF_8),
                "p1.txt",
                revision,
                false,
                Map.of());
    }
}
