package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.FERRY;
import static dev.broadsheet.segment.PageOfBlocks.only;
import static dev.broadsheet.segment.PageOfBlocks.stories;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who wrote a story and who took its pictures, where the page says it in other than the plainest way. */
class CreditPracticesTest {

    private static final String COMMENT = "渡口虽小，系着两岸人家的日子。渡口的船新了，路近了，更要把班次排得合人心意，民心才会通畅。";

    private static final String SCHOOL = "本报讯（记者 秦晓岚）秋季开学前，县第三小学的新教学楼交付使用，二十四间教室装上了护眼灯，操场也重新铺过。";

    @Test
    void itemsUnderOneHeadlineMayEachBeSigned() {
        Story story = only("一周微评", "渡口的灯亮了，走夜路的人心里也亮了。 （何 春）", "菜场的秤准了，“一两也不少。”（秦晓岚）");

        assertThat(story.reporters()).containsExactly("何春", "秦晓岚");
    }

    @Test
    void aStoryThatNamesItsReporterAsItOpensIsNotSignedAgain() {
        Story story = only("新渡船下水", FERRY + "（秦晓岚）");

        assertThat(story.reporters()).containsExactly("江一帆");
    }

    @Test
    void aNameOfWhichOneBracketIsMisreadStillSignsTheText() {
        assertThat(only("渡口要通民心也要畅", COMMENT, "（秦晓岚，").reporters()).containsExactly("秦晓岚");
        assertThat(only("渡口要通民心也要畅", COMMENT, "众秦晓岚）").reporters()).containsExactly("秦晓岚");
    }

    @Test
    void aPictureStoryKeepsItsNameThoughItsCreditIsMisread() {
        Story story = only("新渡船下水", FERRY.substring(FERRY.indexOf('）') + 1) + " 秦晓岚 摄影报书");

        assertThat(story.photographers()).containsExactly("秦晓岚");
    }

    @Test
    void aStoryWhoseFirstWordsAreMisreadIsNoByline() {
        List<Story> stories = stories("渡口要通民心也要畅", COMMENT, "新渡船下水", FERRY.replace("本报讯", "本报来"));

        assertThat(stories).extracting(Story::reporters).containsExactly(List.of(), List.of("江一帆"));
    }

    @Test
    void aHouseThatGaveAPictureIsNoPhotographer() {
        Story story = only("新渡船下水", FERRY, "渡口老照片。 （馆方供图）");

        assertThat(story.captions()).hasSize(1);
        assertThat(story.photographers()).isEmpty();
    }

    @Test
    void aSpacedNameUnderACommentIsItsAuthorThoughNoSurnameBeginsIt() {
        List<Story> stories = stories("渡口要通民心也要畅", COMMENT, "听 涛", "新渡船下水", FERRY);

        assertThat(stories).extracting(Story::headline).containsExactly("渡口要通民心也要畅", "新渡船下水");
        assertThat(stories.get(0).reporters()).containsExactly("听涛");
    }

    @Test
    void theNameOfAPlaceUnderATextIsNoAuthor() {
        Story story = stories("渡口要通民心也要畅", COMMENT, "石桥镇", FERRY).get(0);

        assertThat(story.reporters()).isEmpty();
    }

    @Test
    void aBylineAboveAStoryThatNamesItsOwnReporterSignsTheStoryAbove() {
        List<Story> stories = stories("渡口要通民心也要畅", COMMENT, "本报记者 秦晓岚", FERRY, "新渡船下水");

        assertThat(stories).extracting(Story::reporters).containsExactly(List.of("秦晓岚"), List.of("江一帆"));
    }

    @Test
    void aBylineBetweenAHeadlineBelowItsBodyAndTheNextHeadlineSignsTheStoryAbove() {
        List<Story> stories = stories(FERRY, "临川渡口新渡船下水", COMMENT, "渡口通了民心也要畅", "何春", "【汀江时评】", SCHOOL, "县第三小学新教学楼交付");

        assertThat(stories.get(1).reporters()).containsExactly("何春");
        assertThat(stories.get(2).reporters()).containsExactly("秦晓岚");
    }

    @Test
    void aPortraitAtTheEndOfATextIsTheCaptionOfItsPicture() {
        Story story =
                stories("新渡船下水", FERRY, "老船工和他的渡船。", "县第三小学新教学楼交付", SCHOOL).get(0);

        assertThat(story.captions()).containsExactly("老船工和他的渡船。");
    }

    @Test
    void aCreditedSentenceDoesNotEndTheTextThatBreaksOffAboveIt() {
        Story story =
                only("新渡船下水", "本报讯（记者 江一帆）3月5日，临川县汀江渡口的新渡船下水，两岸居民往来不必再绕道二十", "老人提着菜篮等船。 何春 摄", "里，每天早晚各开六班，票价一元。");

        assertThat(story.captions()).containsExactly("老人提着菜篮等船。 何春 摄");
        assertThat(story.photographers()).containsExactly("何春");
        assertThat(story.body())
                .singleElement()
                .extracting(BodyBlock::getText)
                .asString()
                .contains("二十里");
    }

    @Test
    void whatAnAuthorIsClosesTheTextAndHeadsNothing() {
        List<Story> stories = stories("老屋的灶台", COMMENT, "（作者系云汀市作家协会会员）", "新渡船下水", FERRY);

        assertThat(stories.get(0).body()).extracting(BodyBlock::getText).containsExactly(COMMENT, "（作者系云汀市作家协会会员）");
        assertThat(stories.get(1).kicker()).isNull();
    }

    @Test
    void theSourceOfAReprintIsNoSubheadline() {
        Story story = only("新渡船下水", "来源：闽海日报", FERRY.replace("本报讯", ""));

        assertThat(story.headline()).isEqualTo("新渡船下水");
        assertThat(story.subheadline()).isNull();
    }

    @Test
    void theDatedWordsToAPictureAreAStoryOfTheirOwn() {
        List<Story> stories = stories(
                "新渡船下水", FERRY, "3月4日，船工在临川渡口给渡船刷漆。渡口每年春天都要修船，一连十天，赶在涨水之前下水。 何春 摄", "给渡船“换新装”", "县第三小学新教学楼交付", SCHOOL);

        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水", "给渡船“换新装”", "县第三小学新教学楼交付");
        assertThat(stories.get(1).photographers()).containsExactly("何春");
    }

    @Test
    void aLetterIsSignedByItsReaderThoughAnEditorsNoteFollowsAndAReplyAfterThat() {
        List<Story> stories = stories(
                "渡口的候船亭能否修一修",
                "编辑同志：\n北岸渡口的候船亭漏雨已有半年，老人和孩子等船时无处躲避，盼有关部门早日修好。\n读者 温如玉",
                "编者按：温如玉读者的来信说的是小事，却关乎两岸居民。本报已将来信转给县交通局，并将继续关注。",
                "县交通局答复",
                "温如玉读者：\n您反映的候船亭已于5月18日修好，亭顶换了新瓦，感谢您的监督。\n临川县交通局\n2024年5月19日");

        assertThat(stories).extracting(Story::headline).containsExactly("渡口的候船亭能否修一修", null, "县交通局答复");
        assertThat(stories).extracting(Story::reporters).containsExactly(List.of("温如玉"), List.of(), List.of());
    }

    @Test
    void anAuthorBareUnderTheTitleIsNoSecondLineOfIt() {
        List<Story> stories = stories("候船亭\n温如玉", COMMENT, "渡口谣\n柳晓岚", "一江春水绕孤村，\n细雨斜风半掩门。\n莫道渡头人去早，\n船头犹有旧灯痕。");

        assertThat(stories).extracting(Story::headline).containsExactly("候船亭", "渡口谣");
        assertThat(stories).extracting(Story::reporters).containsExactly(List.of("温如玉"), List.of("柳晓岚"));
    }
}
