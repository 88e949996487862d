package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.storiesOfLines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What parts the stories of a page whose source sets no blank lines. */
class PagesWithoutBlankLinesTest {

    @Test
    void aHeadlineRightOverAShortLeadIsNoPartOfIt() {
        List<Story> stories = storiesOfLines(
                "东坡渡口换新船",
                "昨日上午，东坡渡口的新船试航，每船可载六十人。",
                "船老大周阿水说，从前的木船只坐二十人。",
                "柚子开园采摘",
                "受晴好天气影响，坪头镇的柚子比往年早熟十天。",
                "果农黄阿菊说，收购价每公斤三元二角。");

        assertThat(stories).extracting(Story::headline).containsExactly("东坡渡口换新船", "柚子开园采摘");
    }

    @Test
    void theLastHeadlineOfAPageFollowsItsBodyLikeTheOthers() {
        List<Story> stories = storiesOfLines(
                "本报讯（记者 秦晓岚）县图",
                "书馆自本月起，将闭馆时间延后",
                "至二十二时，头一周的读者已超",
                "过二千人次。",
                "县图书馆夜间开放",
                "本报讯（通讯员 周阿水）坪",
                "头镇四千亩柚子比往年提前十天",
                "上市，收购价每公斤三元二角。",
                "坪头柚子提前上市");

        assertThat(stories).extracting(Story::headline).containsExactly("县图书馆夜间开放", "坪头柚子提前上市");
    }

    @Test
    void halvesOfSentencesFindEachOtherAcrossTheLinesOfAnotherStory() {
        List<Story> stories = storiesOfLines(
                "坪头大桥合龙",
                "本报讯(记者 秦晓岚)昨日下午三时,坪头大桥正式合龙。大桥全长三百二十米,双向四车道,总投",
                "县文化馆周末开放",
                "本报讯(记者 江一帆)县文化馆自本月起周末开放,头一周接待读者两千多人次,其中中学",
                "资二亿元,由县城建公司承建。",
                "生占了七成,他们希望平日的晚上也能开放。");

        assertThat(stories)
                .extracting(story -> story.body().get(0))
                .extracting(BodyBlock::getText)
                .satisfiesExactly(bridge -> assertThat(bridge).contains("总投资二亿元"), hall -> assertThat(hall)
                        .contains("其中中学生占了七成"));
    }
}
