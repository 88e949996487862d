package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.FERRY;
import static dev.broadsheet.segment.PageOfBlocks.only;
import static dev.broadsheet.segment.PageOfBlocks.stories;
import static dev.broadsheet.segment.PageOfBlocks.storiesOfLines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A headline and a few credited words to a picture are a story; a credited sentence beside a story is its caption. */
class PictureStoriesTest {

    private static final String FISHING = "清晨，渔民在石门港码头分拣海鲜。休渔期结束，每天四十多艘渔船满载归来。 何春 摄";

    private static final String SCHOOL = "本报讯（记者 秦晓岚）秋季开学前，县第三小学的新教学楼交付使用，二十四间教室装上了护眼灯，操场也重新铺过。";

    @Test
    void aHeadlineOverTwoCreditedSentencesMakesThemAStory() {
        assertTold(stories("新渡船下水", FERRY, "渔港晨曲", FISHING, "县第三小学新教学楼交付", SCHOOL));
    }

    @Test
    void soItDoesInMarkdownAndWithoutBlankLines() {
        assertTold(stories("# 新渡船下水", FERRY, "# 渔港晨曲", FISHING, "# 县第三小学新教学楼交付", SCHOOL));
        assertTold(storiesOfLines("新渡船下水", FERRY, "渔港晨曲", FISHING, "县第三小学新教学楼交付", SCHOOL));
    }

    @Test
    void soItDoesBelowThem() {
        assertTold(stories(FERRY, "新渡船下水", FISHING, "渔港晨曲", SCHOOL, "县第三小学新教学楼交付"));
    }

    @Test
    void wordsThatSayWhatThePictureShowsInTheirSecondSentenceAreAStoryToo() {
        Story story = stories("新渡船下水", FERRY, "制茶正当时", "谷雨前后，临川县茶园开采。图为茶农在福记茶厂晾青。 温如玉 摄", "县第三小学新教学楼交付", SCHOOL)
                .get(1);

        assertThat(story.headline()).isEqualTo("制茶正当时");
        assertThat(story.photographers()).containsExactly("温如玉");
    }

    @Test
    void aCreditBrokenByItsNarrowColumnIsReadWhole() {
        Story story = storiesOfLines(
                        "稻田里的运动会",
                        "3月5日，东渡村的孩子们在稻",
                        "田里拔河。当天，该村举行首届",
                        "农耕运动会，吸引周边三百多名",
                        "村民参加。本报记者 何春 通",
                        "讯员 温如玉 摄",
                        "县第三小学新教学楼交付",
                        "本报讯（记者 秦晓岚）秋季开",
                        "学前，县第三小学的新教学楼交",
                        "付使用，二十四间教室装上了护",
                        "眼灯，操场也重新铺过。")
                .get(0);

        assertThat(story.headline()).isEqualTo("稻田里的运动会");
        assertThat(story.body())
                .singleElement()
                .extracting(BodyBlock::getText)
                .asString()
                .endsWith("温如玉 摄");
        assertThat(story.photographers()).containsExactly("何春", "温如玉");
    }

    @Test
    void aLineThatEndsBetweenTwoPhotographersDoesNotMakeThemOne() {
        Story story = stories("植树添新绿", "3月12日，石门村村民在汀江岸边植树。\n当天，全村种下两千株柳树。何春\n温如玉 摄", "新渡船下水", FERRY)
                .get(0);

        assertThat(story.photographers()).containsExactly("何春", "温如玉");
    }

    @Test
    void aTextThatIsCreditedBreaksOffNoSentence() {
        List<Story> stories = stories(FISHING, "渔港晨曲", FERRY, "新渡船下水", SCHOOL, "县第三小学新教学楼交付");

        assertThat(stories).extracting(Story::headline).containsExactly("渔港晨曲", "新渡船下水", "县第三小学新教学楼交付");
    }

    @Test
    void thePictureStoryAtTheTopOfAPageWhoseHeadlinesFollowHasItsOwn() {
        List<Story> stories = storiesOfLines(FISHING, "渔港晨曲", FERRY, "新渡船下水", SCHOOL, "县第三小学新教学楼交付");

        assertThat(stories).extracting(Story::headline).containsExactly("渔港晨曲", "新渡船下水", "县第三小学新教学楼交付");
    }

    @Test
    void aPriceInJiaoIsNoCornerThatAPictureShows() {
        List<Story> stories = stories("粮价稳中有升", "全县早稻收购均价为每公斤三元一角，比上月高两分。", "蔬菜供应充足", "东门市场日上市蔬菜九百吨，价格平稳。");

        assertThat(stories).extracting(Story::headline).containsExactly("粮价稳中有升", "蔬菜供应充足");
        assertThat(stories).allSatisfy(story -> assertThat(story.captions()).isEmpty());
    }

    @Test
    void aParagraphOverThePhotographersNameIsNoCaption() {
        Story story = only("春夜", "春夜的雨，下得极轻。我坐在窗前，听檐水一滴一滴落进石缝里。", "母亲从厨房里出来，端着一碗姜汤。她说，趁热喝。", "摄影 何春");

        assertThat(story.captions()).isEmpty();
        assertThat(story.body()).hasSize(2);
    }

    private static void assertTold(List<Story> stories) {
        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水", "渔港晨曲", "县第三小学新教学楼交付");
        assertThat(stories).extracting(Story::photographers).containsExactly(List.of(), List.of("何春"), List.of());
    }
}
