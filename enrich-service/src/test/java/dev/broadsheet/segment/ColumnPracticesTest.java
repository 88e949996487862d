package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.FERRY;
import static dev.broadsheet.segment.PageOfBlocks.only;
import static dev.broadsheet.segment.PageOfBlocks.stories;
import static dev.broadsheet.segment.PageOfBlocks.storiesOfLines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns with names, items of news in brief, notices with telephone numbers, and who signs where. */
class ColumnPracticesTest {

    @Test
    void theNameOfAColumnIsTheKickerOfItsComment() {
        Story story = only("汀江夜话", "给晚归的人留一盏灯", "□ 秋实", "镇上的路灯过了十点就灭一半。省下的电费不多，走夜路的人心里却不踏实。", "灯亮着，路就不远。");

        assertThat(story.kicker()).isEqualTo("汀江夜话");
        assertThat(story.headline()).isEqualTo("给晚归的人留一盏灯");
    }

    @Test
    void itemsWithoutHeadlinesUnderOneNameAreOneArticle() {
        List<Story> stories =
                stories("新渡船下水", FERRY, "简明新闻", "▲县图书馆本周起延长开放时间，每晚九点半闭馆，周末照常开放。", "▲第三届少年围棋赛今起报名，年满六岁均可到县体育馆登记。");

        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水", "简明新闻");
    }

    @Test
    void aShortTextWithATelephoneNumberIsAnotherArticle() {
        List<Story> stories = stories("新渡船下水", FERRY, "福记茶行开春酬宾", "明前茶每斤减二十元，买三斤送瓷杯一只。订购热线：0000-1234567");

        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水", "福记茶行开春酬宾");
    }

    @Test
    void aTextThatPraisesWhatItSellsIsAnotherArticle() {
        List<Story> stories = stories("新渡船下水", FERRY, "老布鞋 走新路", "千层底布鞋厂家直销，全场三十九元起，老人凭证再减十元，活动仅三天！");

        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水", "老布鞋 走新路");
    }

    @Test
    void anAuthorIsReadWithWhatHeOrSheDoes() {
        Story story = only("来论", "晚自习该早些放学", "柳明远（县第三中学教师）", "晚自习放到十点，孩子到家已近半夜。睡不够，第二天的课听不进去。", "早放半个钟头，学得未必少。");

        assertThat(story.reporters()).containsExactly("柳明远");
    }

    @Test
    void wordsOfAnImprintInAClauseStayInTheText() {
        Story story = only("旧书摊的约定", FERRY.replace("不必再绕道二十里。", "不必再绕道，"), "每月末的星期六歇一天，", "摊主说，书也要晒太阳。");

        assertThat(story.body().toString()).contains("每月末的星期六歇一天");
    }

    @Test
    void noAdvertisementRunsIntoTheNoticeBelowIt() {
        List<Story> stories = stories(
                "福记家具广场\n盛大开业\n全场六折起\n地址：云汀市渡口路9号\n电话：0000-1234567",
                "招聘启事\n因开设分店需要，现招聘木工8名，送货员3名，待遇面议。\n联系人：江经理 电话：0000-7654321",
                "商铺出租\n渡口路临街店面两间，租金面议。\n联系电话：13900000000",
                "遗失声明\n林一帆遗失渡船驾驶证一本，声明作废。");

        assertThat(stories).extracting(Story::headline).containsExactly(null, "招聘启事", "商铺出租", "遗失声明");
        assertThat(stories.get(1).body()).extracting(BodyBlock::getText).noneMatch(text -> text.contains("139"));
    }

    @Test
    void aNoticeWithoutPunctuationKeepsItsText() {
        List<Story> stories = storiesOfLines(
                "渡會昨日開會",
                "汀江渡會於昨日下午三時在縣商會開第六次常會到會董江子安等七人由主席林伯謙報告上月收支情形次議添置渡船一艘議決通過至五時散會",
                "遺失聲明",
                "本人於五月二日在南門遺失私章一枚文曰江則敬印除登報聲明作廢外特此聲明",
                "江則敬啟");

        assertThat(stories).extracting(Story::headline).containsExactly("渡會昨日開會", "遺失聲明");
        assertThat(stories.get(1).body())
                .extracting(BodyBlock::getText)
                .first()
                .asString()
                .startsWith("本人於五月二日");
    }
}
