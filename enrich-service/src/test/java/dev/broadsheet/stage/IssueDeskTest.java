package dev.broadsheet.stage;

import static dev.broadsheet.stage.Scans.BRIDGE;
import static dev.broadsheet.stage.Scans.BRIDGE_GOES_ON;
import static dev.broadsheet.stage.Scans.CLINIC;
import static dev.broadsheet.stage.Scans.FRUIT;
import static dev.broadsheet.stage.Scans.ISSUE;
import static dev.broadsheet.stage.Scans.head;
import static dev.broadsheet.stage.Scans.page;
import static dev.broadsheet.stage.Scans.story;
import static dev.broadsheet.stage.Scans.tail;
import static dev.broadsheet.stage.Scans.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.SegmentedPage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IssueDeskTest {

    private final Desk desk = new Desk();

    @Test
    void aPageScannedAgainKeepsItsArticleIds() {
        desk.receive(page("1", 1, story(BRIDGE), story(FRUIT)));

        IssueDesk.Decision decision =
                desk.receive(page("1", 2, story(CLINIC), story(FRUIT.replace("蜜柚", "密柚")), story(BRIDGE)));

        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/1", ISSUE + "1/2", ISSUE + "1/3");
        assertThat(desk.text("1/1")).isEqualTo(BRIDGE);
        assertThat(desk.text("1/2")).contains("密柚");
        assertThat(desk.text("1/3")).isEqualTo(CLINIC);
        assertThat(decision.tombstones()).isEmpty();
    }

    @Test
    void anArticleThatIsGoneGetsATombstoneAndItsNumberIsNeverGivenToAnother() {
        desk.receive(page("1", 1, story(BRIDGE), story(FRUIT)));

        assertThat(desk.receive(page("1", 2, story(BRIDGE))).tombstones()).containsExactly(ISSUE + "1/2");
        desk.receive(page("1", 3, story(BRIDGE), story(CLINIC)));

        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/1", ISSUE + "1/3");
    }

    @Test
    void whatTheDeskForgetsOfAPageScannedOverAndOverItsNumberIsNeverGivenAgain() {
        int scans = PageRegister.REMEMBERED + 20;
        Random words = new Random(1);
        for (int scan = 1; scan <= scans; scan++) {
            desk.receive(page("1", scan, story(unlike(words))));
            assertThat(desk.table).containsOnlyKeys(ISSUE + "1/" + scan);
        }

        assertThat(desk.memory.get(ISSUE + "1").getArticles()).hasSize(PageRegister.REMEMBERED + 1);
    }

    /** A text that shares nothing with another of its kind. */
    private static String unlike(Random words) {
        return words.ints(60, 0x4E00, 0x9000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void aDuplicateAnOlderRevisionAndASecondScanThatReadsTheSameChangeNothing() {
        desk.receive(page("1", 5, story(BRIDGE)));

        assertThat(desk.receive(page("1", 5, story(FRUIT)))).isEqualTo(IssueDesk.Decision.NOTHING);
        assertThat(desk.receive(page("1", 4, story(FRUIT)))).isEqualTo(IssueDesk.Decision.NOTHING);
        IssueDesk.Decision again = desk.receive(page("1", 6, story(BRIDGE)));
        assertThat(again.upserts()).isEmpty();
        assertThat(again.tombstones()).isEmpty();
    }

    @Test
    void aNewerPipelineLooksAtTheSameRevisionAgain() {
        desk.receive(page("1", 5, story(BRIDGE)));

        IssueDesk.Decision decision = desk.receive(SegmentedPage.newBuilder(page("1", 5, story(BRIDGE)))
                .setPipelineVersion("2.0.0")
                .build());

        assertThat(decision.upserts()).extracting(Article::getId).containsExactly(ISSUE + "1/1");
        assertThat(decision.tombstones()).isEmpty();
    }

    @Test
    void aWithdrawnPageLosesItsArticlesAndReturnsUnderTheSameIds() {
        desk.receive(page("1", 1, story(BRIDGE), story(FRUIT)));

        desk.receive(withdrawn("1", 2));
        assertThat(desk.table).isEmpty();
        assertThat(desk.receive(page("1", 1, story(BRIDGE)))).isEqualTo(IssueDesk.Decision.NOTHING);

        desk.receive(page("1", 3, story(CLINIC), story(FRUIT)));
        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/2", ISSUE + "1/3");
    }

    @Test
    void aHeadIsPublishedAtOnceAndCompletedWhenTheOtherPageComes() {
        desk.receive(page("1", 1, head(BRIDGE, "2")));
        assertThat(desk.text("1/1")).startsWith(BRIDGE);

        desk.receive(page("2", 1, story(FRUIT), tail(BRIDGE_GOES_ON, "1")));

        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/1", ISSUE + "2/1");
        assertThat(desk.text("1/1")).isEqualTo(BRIDGE + BRIDGE_GOES_ON);
    }

    @Test
    void aContinuationThatCameFirstGivesUpItsOwnId() {
        desk.receive(page("2", 1, tail(BRIDGE_GOES_ON, "1")));
        assertThat(desk.table).containsOnlyKeys(ISSUE + "2/1");

        IssueDesk.Decision decision = desk.receive(page("1", 1, head(BRIDGE, "2")));

        assertThat(decision.tombstones()).containsExactly(ISSUE + "2/1");
        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/1");
    }

    @Test
    void theTwoComeApartWhenEitherPageIsWithdrawnOrScannedWithoutIt() {
        desk.receive(page("1", 1, head(BRIDGE, "2")));
        desk.receive(page("2", 1, tail(BRIDGE_GOES_ON, "1")));

        desk.receive(withdrawn("2", 2));
        assertThat(desk.text("1/1")).contains("下转");
        desk.receive(page("2", 3, tail(BRIDGE_GOES_ON, "1")));
        assertThat(desk.text("1/1")).isEqualTo(BRIDGE + BRIDGE_GOES_ON);

        desk.receive(page("1", 2, story(FRUIT)));
        assertThat(desk.text("2/1")).contains(BRIDGE_GOES_ON);
        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/2", ISSUE + "2/1");
    }

    @Test
    void aReplayedContinuationSendsItsWholeStoryOnAgain() {
        desk.receive(page("1", 1, head(BRIDGE, "2"), story(FRUIT)));
        desk.receive(page("2", 1, tail(BRIDGE_GOES_ON, "1")));

        IssueDesk.Decision decision = desk.receive(SegmentedPage.newBuilder(page("2", 1, tail(BRIDGE_GOES_ON, "1")))
                .setReplayed(true)
                .build());

        assertThat(decision.upserts()).extracting(Article::getId).containsExactly(ISSUE + "1/1");
    }
}
