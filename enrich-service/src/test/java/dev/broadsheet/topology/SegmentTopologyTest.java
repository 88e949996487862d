package dev.broadsheet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SegmentTopologyTest {

    private static final String PAGE = "minhai-daily/2024-07-21/3";
    private static final String TEXT = "云汀大桥主桥合龙\n本报讯 （记者 林小满）昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通。\n";

    private static final String OTHER_TEXT = "临川县举行秋季农产品展销会，三十家合作社参展。\n";
    private static final String FERRY = "临川渡口恢复通航\n本报讯 （记者 沈一舟）临川渡口经过三个月的维修，昨日上午恢复通航，每日往返十二班。\n";

    private final Bench bench = new Bench(Stage.SEGMENT);

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aPageBecomesArticlesUnderIdsOfItsOwn() {
        bench.page(Bench.page(PAGE, 1, TEXT));

        List<KeyValue<String, Article>> articles = articles();
        assertThat(articles).isNotEmpty();
        assertThat(articles).allSatisfy(article -> {
            assertThat(article.key).startsWith(PAGE + "/").isEqualTo(article.value.getId());
            assertThat(article.value.getPageRevision()).isEqualTo(1);
        });
    }

    @Test
    void aPageDeliveredTwiceChangesNothing() {
        bench.page(Bench.page(PAGE, 1, TEXT));
        articles();

        bench.page(Bench.page(PAGE, 1, TEXT));
        bench.page(Bench.page(PAGE, 2, TEXT));

        assertThat(articles()).isEmpty();
    }

    @Test
    void aPageSentBackForAnotherStreamThatRunsBesideThisOneIsNoneOfItsBusiness() {
        bench.replayFor("green", Bench.page(PAGE, 1, TEXT));
        assertThat(articles()).isEmpty();

        bench.replayFor(Bench.APPLICATION, Bench.page(PAGE, 1, TEXT));
        assertThat(articles()).isNotEmpty();
    }

    @Test
    void anOlderRevisionThatArrivesLateChangesNothing() {
        bench.page(Bench.page(PAGE, 2, TEXT));
        articles();

        bench.page(Bench.page(PAGE, 1, OTHER_TEXT));

        assertThat(articles()).isEmpty();
    }

    @Test
    void theNewestRevisionStaysTheLastOneInTheArchive() {
        RawPage newest = Bench.page(PAGE, 2, TEXT);
        RawPage late = Bench.page(PAGE, 1, OTHER_TEXT);

        bench.page(newest);
        bench.page(late);
        assertThat(bench.repeated()).containsExactly(0L);

        bench.page(newest); // the copy
        bench.replay(newest);
        bench.replay(late);
        assertThat(bench.repeated()).hasSize(1);

        bench.page(late);
        assertThat(bench.repeated())
                .as("the first may be compacted away by now")
                .containsExactly(0L, 2L);
    }

    @Test
    void aReplayTellsTheDeskWhereAPageLiesOfWhichItHasNoNote() {
        RawPage newest = Bench.page(PAGE, 2, TEXT);
        RawPage late = Bench.page(PAGE, 1, OTHER_TEXT);

        bench.replay(newest);
        bench.page(late);
        assertThat(bench.repeated()).as("a state of before there were notes").isEmpty();

        bench.replay(newest, new RecordMarks.Place(0, 7));
        bench.replay(newest, new RecordMarks.Place(0, 3));
        bench.page(late);
        assertThat(bench.repeated()).as("the last record of that revision").containsExactly(7L);
        assertThat(bench.records(Topics.SEGMENTED.name()))
                .allSatisfy(article ->
                        assertThat(RecordMarks.archivedAt(article.headers())).isEmpty());
    }

    @Test
    void aWithdrawnPageLosesItsArticlesAndCanComeBack() {
        bench.page(Bench.page(PAGE, 1, TEXT));
        List<String> ids = articles().stream().map(article -> article.key).toList();

        bench.page(
                RawPage.newBuilder(Bench.page(PAGE, 2, "")).setWithdrawn(true).build());
        assertThat(articles())
                .allSatisfy(article -> assertThat(article.value).isNull())
                .extracting(article -> article.key)
                .containsExactlyInAnyOrderElementsOf(ids);

        bench.page(Bench.page(PAGE, 3, TEXT));
        assertThat(articles())
                .allSatisfy(article -> assertThat(article.value).isNotNull())
                .extracting(article -> article.key)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void allThatAPageBringsAboutIsOneChangeAndItsEndComesLast() {
        bench.page(Bench.page(PAGE, 1, TEXT + "\n" + FERRY));
        List<TestRecord<String, Article>> first = bench.records(Topics.SEGMENTED.name());
        bench.page(Bench.page(PAGE, 2, TEXT));
        List<TestRecord<String, Article>> second = bench.records(Topics.SEGMENTED.name());
        bench.page(Bench.page(PAGE, 3, TEXT));

        assertThat(first).extracting(TestRecord::key).containsExactly(PAGE + "/1", PAGE + "/2", PAGE);
        assertThat(second).extracting(TestRecord::key).containsExactly(PAGE + "/2", PAGE);
        assertThat(second).extracting(TestRecord::value).containsOnlyNulls();
        assertThat(changes(first)).singleElement().asString().startsWith(PAGE + "@1#");
        assertThat(changes(second)).singleElement().asString().startsWith(PAGE + "@2#");
        assertThat(bench.records(Topics.SEGMENTED.name()))
                .as("where nothing changes, nothing ends")
                .isEmpty();
    }

    @Test
    void aChangeByTheSameRevisionIsAnotherChange() {
        bench.page(Bench.page(PAGE, 1, TEXT));
        Set<String> first = changes(bench.records(Topics.SEGMENTED.name()));
        bench.replay(Bench.page(PAGE, 1, TEXT));

        assertThat(changes(bench.records(Topics.SEGMENTED.name()))).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    private static Set<String> changes(List<TestRecord<String, Article>> records) {
        return records.stream()
                .map(record -> RecordMarks.change(record.headers()).orElse("none"))
                .collect(Collectors.toSet());
    }

    @Test
    void aReplayedPageIsSentOnAgainSoThatLaterStagesLookAtIt() {
        bench.page(Bench.page(PAGE, 1, TEXT));
        List<KeyValue<String, Article>> before = articles();

        bench.replay(Bench.page(PAGE, 1, TEXT));

        assertThat(articles()).isEqualTo(before);
    }

    @Test
    void undatedPagesDoNotMeet() {
        bench.page(Bench.page("unknown/undated/scan-7.txt", 1, TEXT));
        bench.page(Bench.page("unknown/undated/scan-8.txt", 1, TEXT));

        assertThat(articles()).extracting(article -> article.value.getPage()).contains("scan-7.txt", "scan-8.txt");
    }

    @Test
    void aRecordWithoutKeyBecomesADeadLetterAndTheStreamGoesOn() {
        byte[] value = bench.encode(Topics.PAGES.name(), RawPage.class, Bench.page(PAGE, 1, TEXT));
        bench.send(Topics.PAGES.name(), null, value);
        bench.page(Bench.page(PAGE, 1, TEXT));

        DeadLetter letter = onlyDeadLetter();
        assertThat(letter.getKey()).isNull();
        assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(value));
        assertThat(letter.getCause()).contains("no key");
        assertThat(articles()).isNotEmpty();
    }

    @Test
    void aRecordWithoutValueBecomesADeadLetterThatSaysHowToWithdraw() {
        bench.send(Topics.PAGES.name(), Bench.utf8(PAGE), null);

        DeadLetter letter = onlyDeadLetter();
        assertThat(letter.getCause()).contains("withdrawn");
        assertThat(letter.getPageId()).isEqualTo(PAGE);
        assertThat(letter.getStage()).isEqualTo("segment");
        assertThat(letter.getTopic()).isEqualTo(Topics.PAGES.name());
    }

    @Test
    void bytesThatAreNoRecordBecomeADeadLetterWithTheOriginal() {
        byte[] noise = {17, 4, 2, 0, 99, -3};
        bench.send(Topics.PAGES.name(), Bench.utf8(PAGE), noise);

        DeadLetter letter = onlyDeadLetter();
        assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(noise));
        assertThat(letter.getException()).isNotNull();
    }

    @Test
    void aSchemaIdThatTheRegistryDoesNotKnowBecomesADeadLetter() {
        bench.send(Topics.PAGES.name(), Bench.utf8(PAGE), new byte[] {0, 0, 0, 77, 1, 2, 2});

        assertThat(onlyDeadLetter().getCause()).contains(Integer.toString((77 << 8) + 1));
    }

    @Test
    void aPageUnderAnotherPagesKeyBecomesADeadLetter() {
        bench.send(Topics.PAGES.name(), "minhai-daily/2024-07-21/4", RawPage.class, Bench.page(PAGE, 1, TEXT));

        assertThat(onlyDeadLetter().getCause())
                .contains("minhai-daily/2024-07-21/4")
                .contains(PAGE);
    }

    @Test
    void aCharsetThatNobodyKnowsBecomesADeadLetter() {
        bench.page(RawPage.newBuilder(Bench.page(PAGE, 1, TEXT))
                .setCharset("x-martian")
                .build());

        assertThat(onlyDeadLetter().getCause()).contains("x-martian");
    }

    @Test
    void anOperatorSeesHowMuchWentInAndOut() {
        bench.page(Bench.page(PAGE, 1, TEXT));
        bench.send(Topics.PAGES.name(), Bench.utf8(PAGE), null);

        assertThat(count("received", "read-and-segment")).isEqualTo(2);
        assertThat(count("dead.lettered", "read-and-segment")).isEqualTo(1);
        assertThat(count("produced", "issue-desk")).isEqualTo(articles().size());
        assertThat(bench.meters()
                        .get("broadsheet.stage.latency")
                        .tag("step", "issue-desk")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private double count(String meter, String step) {
        return bench.meters()
                .get("broadsheet.stage." + meter)
                .tag("stage", "segment")
                .tag("step", step)
                .counter()
                .count();
    }

    private DeadLetter onlyDeadLetter() {
        List<DeadLetter> letters = bench.deadLetters();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private List<KeyValue<String, Article>> articles() {
        return bench.articles(Topics.SEGMENTED.name());
    }
}
