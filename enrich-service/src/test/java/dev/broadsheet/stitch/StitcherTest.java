package dev.broadsheet.stitch;

import static dev.broadsheet.stitch.Stories.BRIDGE_HEAD;
import static dev.broadsheet.stitch.Stories.BRIDGE_TAIL;
import static dev.broadsheet.stitch.Stories.CLINIC_HEAD;
import static dev.broadsheet.stitch.Stories.CLINIC_TAIL;
import static dev.broadsheet.stitch.Stories.FRUIT_HEAD;
import static dev.broadsheet.stitch.Stories.FRUIT_TAIL;
import static dev.broadsheet.stitch.Stories.half;
import static dev.broadsheet.stitch.Stories.head;
import static dev.broadsheet.stitch.Stories.middle;
import static dev.broadsheet.stitch.Stories.tail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StitcherTest {

    private static final String P = "minhai-daily/2024-07-21/";

    @Test
    void aStoryThatGoesOnInsideIsOneArticleUnderTheIdOfItsHead() {
        Map<String, Article> published =
                stitch(head("1", 2, "云汀大桥主桥合龙", BRIDGE_HEAD, "2"), tail("2", 5, null, BRIDGE_TAIL, "1"));

        assertThat(published).containsOnlyKeys(P + "1/2");
        Article joined = published.get(P + "1/2");
        assertThat(joined.getHeadline()).isEqualTo("云汀大桥主桥合龙");
        assertThat(joined.getBody())
                .as("the sentence that was cut is whole again, without the jump lines")
                .extracting(BodyBlock::getText)
                .containsExactly(BRIDGE_HEAD + BRIDGE_TAIL);
        assertThat(joined.getParts()).extracting(Part::getPageId).containsExactly(P + "1", P + "2");
        assertThat(joined.getContinuedTo()).isNull();
        assertThat(joined.getQuality().getReasons())
                .as("nothing printed is lost")
                .contains("jump line cut: （下转第2版）", "jump line cut: （上接第1版）");
    }

    @Test
    void aParagraphThatWasFinishedStaysAParagraph() {
        Article joined = stitch(head("1", 1, "云汀大桥主桥合龙", "云汀大桥昨日合龙。", "2"), tail("2", 1, null, "云汀大桥预计明年通车。", "1"))
                .get(P + "1/1");

        assertThat(joined.getBody()).extracting(BodyBlock::getText).containsExactly("云汀大桥昨日合龙。", "云汀大桥预计明年通车。");
    }

    @Test
    void severalStoriesThatJumpToTheSamePageFindTheirOwnContinuations() {
        Map<String, Article> published = stitch(
                head("1", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "2"),
                head("1", 2, "蜜柚迎来采摘季", FRUIT_HEAD, "2"),
                head("1", 3, "乡村医生进城轮训", CLINIC_HEAD, "2"),
                tail("2", 1, null, CLINIC_TAIL, "1"),
                tail("2", 2, null, BRIDGE_TAIL, "1"),
                tail("2", 3, null, FRUIT_TAIL, "1"));

        assertThat(published).containsOnlyKeys(P + "1/1", P + "1/2", P + "1/3");
        assertThat(text(published.get(P + "1/1"))).isEqualTo(BRIDGE_HEAD + BRIDGE_TAIL);
        assertThat(text(published.get(P + "1/2"))).isEqualTo(FRUIT_HEAD + FRUIT_TAIL);
        assertThat(text(published.get(P + "1/3"))).isEqualTo(CLINIC_HEAD + CLINIC_TAIL);
    }

    @Test
    void pageNumbersOverruleAllLikeness() {
        Map<String, Article> published = stitch(
                head("1", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "3"),
                head("1", 2, "蜜柚迎来采摘季", FRUIT_HEAD, "2"),
                tail("2", 1, null, BRIDGE_TAIL, "4"));

        assertThat(published).containsOnlyKeys(P + "1/1", P + "1/2", P + "2/1");
        assertThat(published.get(P + "1/1").getContinuedTo()).isEqualTo("3");
    }

    @Test
    void aHeadlineRepeatedOverTheContinuationDecidesAndIsNotPrintedTwice() {
        Map<String, Article> published = stitch(
                head("1", 1, "云汀大桥主桥合龙", "昨日上午，一项重点工程传来喜讯。", "2"),
                head("1", 2, "蜜柚迎来采摘季", "连日来，石门镇一派丰收景象。", "2"),
                tail("2", 1, "蜜柚迎来采摘季", "各村抢抓晴好天气。", "1"));

        assertThat(published).containsOnlyKeys(P + "1/1", P + "1/2");
        assertThat(text(published.get(P + "1/2"))).isEqualTo("连日来，石门镇一派丰收景象。\n各村抢抓晴好天气。");
        assertThat(published.get(P + "1/2").getQuality().getReasons())
                .contains("headline repeated over the continuation: 蜜柚迎来采摘季");
        assertThat(published.get(P + "1/1").getContinuedTo()).isEqualTo("2");
    }

    @Test
    void aHeadlineOfTheContinuationsOwnStaysInTheText() {
        Article joined = stitch(
                        head("1", 1, "云汀大桥主桥合龙", BRIDGE_HEAD + "拉完成。", "2"), tail("2", 1, "大桥通车后怎么走", BRIDGE_TAIL, "1"))
                .get(P + "1/1");

        assertThat(joined.getBody()).contains(new BodyBlock(BlockType.intertitle, "大桥通车后怎么走"));
    }

    @Test
    void aStoryOverThreePagesIsOneArticle() {
        Map<String, Article> published = stitch(
                head("1", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "2"),
                middle("2", 4, "拉精度达到设计要求。云汀大桥", "1", "3"),
                tail("3", 7, null, "预计明年五月通车。", "2"));

        assertThat(published).containsOnlyKeys(P + "1/1");
        assertThat(text(published.get(P + "1/1"))).isEqualTo(BRIDGE_HEAD + "拉精度达到设计要求。云汀大桥预计明年五月通车。");
        assertThat(published.get(P + "1/1").getParts()).hasSize(3);
    }

    @Test
    void theThirdPartMayNameThePageOnWhichTheStoryBegan() {
        assertThat(stitch(
                        head("1", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "2"),
                        middle("2", 4, "拉精度达到设计要求。云汀大桥", "1", "3"),
                        tail("3", 7, null, "预计明年五月通车。", "1")))
                .containsOnlyKeys(P + "1/1");
    }

    @Test
    void aHeadWhosePageNeverComesIsPublishedAsFarAsItGoes() {
        Map<String, Article> published = stitch(head("1", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "2"));

        assertThat(published.get(P + "1/1").getContinuedTo()).isEqualTo("2");
        assertThat(text(published.get(P + "1/1"))).contains("（下转第2版）");
    }

    @Test
    void theLatterPartsOfAStoryAreJoinedWhileItsFirstPageIsMissing() {
        Map<String, Article> published =
                stitch(middle("2", 4, "拉精度达到设计要求。云汀大桥", "1", "3"), tail("3", 7, null, "预计明年五月通车。", "2"));

        assertThat(published).containsOnlyKeys(P + "2/4");
        assertThat(published.get(P + "2/4").getContinuedFrom()).isEqualTo("1");
    }

    @Test
    void whereTheWordingCannotTellNothingIsJoinedAndTheArticlesSaySo() {
        Map<String, Article> published = stitch(
                head("1", 1, "简讯一则", "昨日，有关工作稳步推进。", "2"),
                head("1", 2, "要闻一束", "近日，各项任务有序开展。", "2"),
                tail("2", 1, null, "下一步，将继续努力。", "1"));

        assertThat(published).hasSize(3);
        assertThat(published.get(P + "1/1").getQuality().getReasons())
                .containsExactly("not joined: cannot tell whether it goes on in " + P + "2/1");
        assertThat(published.get(P + "2/1").getQuality().getReasons())
                .containsExactly("not joined: cannot tell whether it continues " + P + "1/1 or " + P + "1/2");
    }

    @Test
    void aJumpLineUnderTheHeadlineOfAnotherStoryDoesNotJoinTheTwo() {
        assertThat(stitch(
                        head("1", 1, "云汀大桥主桥合龙", BRIDGE_HEAD + "拉完成。", "2"),
                        tail("2", 1, "少年足球队夺冠", "决赛中，实验小学三比一取胜，队长打进两球。", "1")))
                .hasSize(2);
    }

    @Test
    void sectionsAreKeptApart() {
        assertThat(stitch(head("A01", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "2"), tail("B02", 1, null, BRIDGE_TAIL, "1")))
                .hasSize(2);
        assertThat(stitch(head("A01", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "2"), tail("A02", 1, null, BRIDGE_TAIL, "1")))
                .hasSize(1);
        assertThat(stitch(head("A01", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "B2"), tail("B02", 1, null, BRIDGE_TAIL, "A01")))
                .hasSize(1);
    }

    @Test
    void jumpLinesThatLeadInACircleJoinNothingAndLoseNothing() {
        Map<String, Article> published = stitch(
                half("1", 1, null, List.of("（上接第2版）甲乙丙丁（下转第2版）"), "2", "2"),
                half("2", 1, null, List.of("（上接第1版）甲乙丙丁（下转第1版）"), "1", "1"));

        assertThat(published).containsOnlyKeys(P + "1/1", P + "2/1");
        assertThat(published.get(P + "1/1").getQuality().getReasons())
                .singleElement()
                .asString()
                .contains("circle");
    }

    @Test
    void aFloodOfJumpLinesJoinsNothingAndLosesNothing() {
        List<Article> halves = new ArrayList<>();
        for (int number = 1; number <= 200; number++) {
            halves.add(head("1", number, null, "云汀第" + number + "则消息", "2"));
            halves.add(tail("2", number, null, "云汀第" + number + "则消息", "1"));
        }

        assertThat(Stitcher.stitch(halves)).hasSize(400);
    }

    @Property(tries = 60)
    void theOrderInWhichHalvesAreKnownDoesNotMatter(@ForAll("someOrder") List<Article> halves) {
        assertThat(Stitcher.stitch(halves)).isEqualTo(Stitcher.stitch(all()));
    }

    @Property(tries = 60)
    void whateverIsMissingNoLetterIsLostAndNoArticleAppearsTwice(@ForAll("someHalves") Set<Integer> chosen) {
        List<Article> halves = chosen.stream().map(all()::get).toList();

        Map<String, Article> published = Stitcher.stitch(halves);

        String printed = published.values().stream().map(StitcherTest::text).collect(Collectors.joining());
        for (Article half : halves) {
            String body = half.getBody().get(0).getText().replaceAll("（[^）]*）", "");
            assertThat(printed.replaceAll("（[^）]*）", "")).containsOnlyOnce(body);
        }
        assertThat(published.values().stream().flatMap(article -> article.getParts().stream()))
                .hasSize(halves.size());
    }

    @Provide
    Arbitrary<List<Article>> someOrder() {
        return Arbitraries.shuffle(all());
    }

    @Provide
    Arbitrary<Set<Integer>> someHalves() {
        return Arbitraries.integers().between(0, all().size() - 1).set().ofMinSize(1);
    }

    private static List<Article> all() {
        return List.of(
                head("1", 1, "云汀大桥主桥合龙", BRIDGE_HEAD, "2"),
                head("1", 2, "蜜柚迎来采摘季", FRUIT_HEAD, "2"),
                head("1", 3, "乡村医生进城轮训", CLINIC_HEAD, "3"),
                middle("2", 2, BRIDGE_TAIL.substring(0, 30), "1", "4"),
                tail("2", 3, null, FRUIT_TAIL, "1"),
                tail("3", 1, null, CLINIC_TAIL, "1"),
                tail("4", 9, null, BRIDGE_TAIL.substring(30), "2"));
    }

    private static Map<String, Article> stitch(Article... halves) {
        return Stitcher.stitch(Arrays.asList(halves));
    }

    private static String text(Article article) {
        return article.getBody().stream().map(BodyBlock::getText).collect(Collectors.joining("\n"));
    }
}
