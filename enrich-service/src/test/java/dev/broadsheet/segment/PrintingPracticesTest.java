package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.FERRY;
import static dev.broadsheet.segment.PageOfBlocks.only;
import static dev.broadsheet.segment.PageOfBlocks.stories;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How newspapers open, sign and head their stories, other than in the plainest way. */
class PrintingPracticesTest {

    private static final String SCHOOL = "本报讯（记者 秦晓岚）秋季开学前，县第三小学的新教学楼交付使用，二十四间教室装上了护眼灯，操场也重新铺过。";

    @Test
    void aStoryMayOpenWithThePapersOwnName() {
        List<Story> stories = stories("新渡船下水", FERRY, SCHOOL.replace("本报讯", "闽海日报讯"));

        assertThat(stories).hasSize(2);
        assertThat(stories.get(1).reporters()).containsExactly("秦晓岚");
    }

    @Test
    void theLineAboveAnOpeningIsNoneItself() {
        Story story = only("今天又上岸\n" + FERRY);

        assertThat(story.headline()).isEqualTo("今天又上岸");
    }

    @Test
    void whoSpokeIsTheKickerThoughItIsReadAfterTheHeadline() {
        Story story = only("把渡口修到群众心坎上", "柳明远在临川县调研时强调", FERRY);

        assertThat(story.kicker()).isEqualTo("柳明远在临川县调研时强调");
        assertThat(story.headline()).isEqualTo("把渡口修到群众心坎上");
    }

    @Test
    void theSignatureOfAHouseIsPartOfItsNotice() {
        Story story = only("停水通知", "因管道检修，3月6日8时至18时，汀江路以南将停水，请市民提前储水。", "临川县自来水公司", "2024年3月4日");

        assertThat(story.body()).extracting(BodyBlock::getText).endsWith("临川县自来水公司", "2024年3月4日");
        assertThat(story.reporters()).isEmpty();
    }

    @Test
    void heavyBracketsAroundAHeadlineAreNoPartOfIt() {
        assertThat(only("【新渡船下水】", FERRY).headline()).isEqualTo("新渡船下水");
        assertThat(only("【临川】渡口添新船", FERRY).headline()).isEqualTo("【临川】渡口添新船");
    }

    @Test
    void theNameOfAColumnIsTheKickerHoweverLargeItIsSet() {
        Story story = only("## 汀江时评", "#### 给晚归的人留一盏灯", "镇上的路灯过了十点就灭一半。省下的电费不多，走夜路的人心里却不踏实。");

        assertThat(story.kicker()).isEqualTo("汀江时评");
        assertThat(story.headline()).isEqualTo("给晚归的人留一盏灯");
    }

    @Test
    void aSloganBesideTheHeadlineDoesNotTakeItAlong() {
        Story story = only("关注汛情 我们在现场", "临川渡口船工守了一夜", "船开了灯亮着 人都回来了", FERRY);

        assertThat(story.headline()).isEqualTo("船开了灯亮着 人都回来了");
    }

    @Test
    void wordsOfASloganAreTheHeadlineWhereWhoSaysThemStandsOverThem() {
        Story story = only("江一鸣在临川县调研时强调", "凝心聚力抓落实 奋力开创乡村振兴新局面", FERRY);

        assertThat(story.kicker()).isEqualTo("江一鸣在临川县调研时强调");
        assertThat(story.headline()).isEqualTo("凝心聚力抓落实 奋力开创乡村振兴新局面");
    }

    @Test
    void wordsOfASloganAreTheHeadlineOverTheLineThatSaysWhatItIsAbout() {
        Story story = only("砥砺奋进谱新篇", "——汀江渡口改造工程综述", FERRY);

        assertThat(story.headline()).isEqualTo("砥砺奋进谱新篇");
        assertThat(story.subheadline()).isEqualTo("汀江渡口改造工程综述");
    }

    @Test
    void wordsThatASloganBeginsWithAreTheHeadlineOfATextThatHasNoOther() {
        List<Story> stories = stories("新渡船下水", FERRY, "众志成城 共筑防汛屏障", FERRY.replace("3月5日", "3月6日"));

        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水", "众志成城 共筑防汛屏障");
    }

    @Test
    void whoTookPartInWhatTheHeadlineTellsIsTheSubheadline() {
        Story story = only("临川县举行新渡船下水仪式", "江一鸣讲话 温如玉主持", FERRY);

        assertThat(story.headline()).isEqualTo("临川县举行新渡船下水仪式");
        assertThat(story.subheadline()).isEqualTo("江一鸣讲话 温如玉主持");
    }

    @Test
    void aReaderIsToldWhyALineIsTheHeadlineAndNotTheOther() {
        Story story = only("临川县渡口换了新船", "每天早晚各开六班", FERRY);

        assertThat(story.reasons()).anySatisfy(reason -> assertThat(reason)
                .containsPattern("headline in line \\d.* rather than .*headline in line \\d.*, by \\d+\\.\\d: "));
    }

    @Test
    void twoLinesOfWhatSomebodySaidAreOneHeadlineThoughNoBlankLinePartsThemFromTheKicker() {
        Story story = only("江一鸣在临川县调研时强调\n压紧压实防汛责任\n守护两岸居民平安", FERRY);

        assertThat(story.kicker()).isEqualTo("江一鸣在临川县调研时强调");
        assertThat(story.headline()).isEqualTo("压紧压实防汛责任 守护两岸居民平安");
    }

    @Test
    void anIntertitleMayHaveAComma() {
        Story story = only(
                "新渡船下水",
                FERRY,
                "渡口的老船工说，从前过江要看天色，遇上大雾，两岸的人只好隔江喊话。",
                "雾散了，船来了",
                "如今船上装了雷达，雾天也能照常开船，学生上学再不用请假，一到放学时间，码头上便站满了来接孩子的老人，说笑声隔着江面也听得见，卖糖水的");

        assertThat(story.body())
                .filteredOn(block -> block.getType() == BlockType.intertitle)
                .extracting(BodyBlock::getText)
                .containsExactly("雾散了，船来了");
    }

    @Test
    void aPictureStorySignedBelowKeepsItsName() {
        List<Story> stories = stories(
                "新渡船下水", FERRY, "送灯船 祈平安", "昨日，一年一度的送灯船在汀江渡口举行，上千名乡亲沿江相送。", "本报记者 秦晓岚 摄影报道", "渡口管理处介绍，新船可载六十人，票价不变。");

        assertThat(stories.get(1).reporters()).containsExactly("秦晓岚");
        assertThat(stories.get(1).photographers()).containsExactly("秦晓岚");
    }

    @Test
    void theTitleOfANoticeIsNoKickerOfTheHeadlineBelow() {
        List<Story> stories =
                stories("因管道检修，3月6日8时至18时，汀江路以南将停水，请市民提前储水。", "临川县自来水公司", "2024年3月4日", "关于城南片区停水的通告", "新渡船下水", FERRY);

        assertThat(stories).extracting(Story::headline).containsExactly("关于城南片区停水的通告", "新渡船下水");
    }

    @Test
    void aCutQuotationIsPutTogetherAcrossAPictureStory() {
        List<Story> stories = stories(
                "渡口添了新船",
                "本报讯（记者 江一帆）“从前过江要绕二十里，孩子上学天不亮就得出门，压力不",
                "春到汀江",
                "3月5日，汀江两岸的油菜花开了，游人在花田里拍照。",
                "（记者 秦晓岚 摄）",
                "小。”住在江北的林阿婆说，如今十分钟就到了对岸。");

        assertThat(stories).extracting(Story::headline).containsExactlyInAnyOrder("渡口添了新船", "春到汀江");
        assertThat(stories.get(0).body().get(0).getText()).contains("压力不小。”住在江北");
    }

    @Test
    void whoDoesWhatWhereIsTheCaptionOfAPictureBesideTheHeadline() {
        Story story = only("老船工在渡口检修缆绳", "新渡船下水", FERRY, "老船工在船头检修缆绳，忙到天黑才收工。");

        assertThat(story.headline()).isEqualTo("新渡船下水");
        assertThat(story.captions()).containsExactly("老船工在渡口检修缆绳");
    }

    @Test
    void aLastParagraphThatTheScanCopiedIntoTheNextStoryIsNoCaptionOfIt() {
        String last = "目前，渡口的候船亭已全部修好，两岸居民坐得稳、走得近。";
        String dance = "本报讯（秦晓岚）昨晚，县文化馆的舞蹈队在北门广场排练新节目，三十名队员跳了两个小时，围观的人把广场站满了。";

        String more = "馆长说，节目下月上台，服装由队员自己缝，灯光请县剧团帮忙，排练要排到月底为止，月底以后每晚还要在广场上加演一场，请大家来看，来提意见，谁愿意上台也可以报名。";

        List<Story> stories = stories("新渡船下水", FERRY, last, "舞蹈队排练新节目", dance, more + last);

        assertThat(stories).extracting(Story::captions).containsExactly(List.of(), List.of());
        assertThat(stories.get(0).body()).hasSize(2);
    }

    @Test
    void thePhotographerIsReadAfterWordsWithoutAFullStop() {
        Story story = only("新渡船下水", "渡口向乘客演示救生衣 柳明远 摄", FERRY);

        assertThat(story.captions()).hasSize(1);
        assertThat(story.photographers()).containsExactly("柳明远");
    }

    @Test
    void theMarkOfAHeadingStandsBeforeTheFirstOfItsLines() {
        Story story = only("### 本土影片《汀江渡》\n入围乡村影像周\n\n" + FERRY);

        assertThat(story.headline()).isEqualTo("本土影片《汀江渡》 入围乡村影像周");
    }

    @Test
    void aHouseMaySignOnTheLineOfTheDate() {
        Story story = only("停水通知", "因管道检修，3月6日8时至18时，汀江路以南将停水，请市民提前储水。", "临川县自来水公司 2024年3月4日");

        assertThat(story.body()).extracting(BodyBlock::getText).endsWith("临川县自来水公司2024年3月4日");
    }

    @Test
    void aHeadlineThatQuotesIsNoSlogan() {
        Story story = only("县人大常委会第二十四次会议", "聚焦“一江两岸” 审议专项报告", FERRY);

        assertThat(story.headline()).isEqualTo("聚焦“一江两岸” 审议专项报告");
    }

    @Test
    void whoSpokeIsTheKickerWhateverItsLevelInTheSource() {
        Story story = only("## 林一帆在调研渡口建设时要求", "把便民的事办到群众心坎上", FERRY);

        assertThat(story.kicker()).isEqualTo("林一帆在调研渡口建设时要求");
        assertThat(story.headline()).isEqualTo("把便民的事办到群众心坎上");
    }

    @Test
    void theNameOfASeriesOverAnEditorsNoteIsABanner() {
        Story story = only("# 汀江渡口行", "## 编者按", "百里汀江，渡口相望。本报记者沿江采访，记下摆渡人的故事，敬请关注。");

        assertThat(story.headline()).isEqualTo("编者按");
        assertThat(story.kicker()).isNull();
    }

    @Test
    void thePhotographerUnderOneSentenceBelongsToTheCaption() {
        Story story = only("市民在渡口排队上船。", "本报记者 秦晓岚 摄", "新渡船下水", FERRY);

        assertThat(story.captions()).contains("市民在渡口排队上船。");
        assertThat(story.photographers()).containsExactly("秦晓岚");
    }

    @Test
    void aContentsLineMayBeginWithItsPage() {
        List<Story> stories = stories("新渡船下水", FERRY, "今日导读", "2版 城区新添三座公园", "4版 临川籍选手夺冠");

        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水");
    }

    @Test
    void aSubheadlineReadBeforeItsHeadlineIsStillTheSubheadline() {
        Story story = only("——汀江渡口换船记", "新渡船下水", FERRY);

        assertThat(story.headline()).isEqualTo("新渡船下水");
        assertThat(story.subheadline()).isEqualTo("汀江渡口换船记");
    }

    @Test
    void theFigureThatALineBreakTearsOffBelongsToTheHeadline() {
        Story story = only("渡口客流比上年增长\n13.2%", FERRY);

        assertThat(story.headline()).contains("增长").contains("13.2%");
        assertThat(story.subheadline()).isNull();
    }

    @Test
    void aCommentatorOfTheHouseIsNoSubheadline() {
        Story story = only("社论", "渡口要通民心也要畅", "■ 本报评论员", "渡口虽小，系着两岸人家的日子。船新了，路近了，更要把班次排得合人心意。");

        assertThat(story.kicker()).isEqualTo("社论");
        assertThat(story.subheadline()).isNull();
    }

    @Test
    void aKickerThatBeginsWithTheWordOurPaperOpensNoStory() {
        List<Story> stories = stories("本报报道引起关注\n旧渡口路灯昨晚全亮\n" + FERRY);

        assertThat(stories).hasSize(1);
        assertThat(stories.get(0).kicker()).isEqualTo("本报报道引起关注");
    }

    @Test
    void fourPhrasesOfThreeCharactersAreTheSloganOfACampaign() {
        Story story = only("## 转作风 优环境 办实事 促发展", "### 渡口添船 两岸人家少等一刻钟", FERRY);

        assertThat(story.headline()).isEqualTo("渡口添船 两岸人家少等一刻钟");
        assertThat(story.kicker()).isNull();
    }

    @Test
    void whatATourOfReportersIsCalledIsABanner() {
        Story story = only("走渡口 看变化", "老船工上了新渡船", FERRY);

        assertThat(story.headline()).isEqualTo("老船工上了新渡船");
        assertThat(story.kicker()).isNull();
    }

    @Test
    void whatASeriesOnAPlaceIsCalledIsABanner() {
        Story story = only("一渡一景看云汀", "老船工上了新渡船", FERRY);

        assertThat(story.headline()).isEqualTo("老船工上了新渡船");
        assertThat(story.kicker()).isNull();
    }

    @Test
    void theNameOfASectionIsNoHeadlineThoughItBeMarkedAsOne() {
        List<Story> stories = stories("# 文体新闻", "林晓帆在终点向观众挥手。", "## 新渡船下水", FERRY);

        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水");
    }

    @Test
    void oneSentenceOverTheFirstHeadlineIsTheCaptionOfItsPicture() {
        Story story = only("云汀日报 2024年3月12日", "新渡船驶过汀江。", "新渡船下水", FERRY);

        assertThat(story.captions()).containsExactly("新渡船驶过汀江。");
    }

    @Test
    void theNameOfAColumnReadBelowTheHeadlineIsNoPartOfIt() {
        List<Story> stories = stories(
                FERRY, "新渡船下水", "镇上的路灯过了十点就灭一半。省下的电费不多，走夜路的人心里却不踏实。不如把灯留到末班渡船靠岸。", "给晚归的人留一盏灯", "——说说镇上的路灯", "云江夜话");

        assertThat(stories).extracting(Story::headline).containsExactly("新渡船下水", "给晚归的人留一盏灯");
        assertThat(stories.get(1).subheadline()).isEqualTo("说说镇上的路灯");
    }

    @Test
    void aPictureOfWhichNoWordsAreKnownHasNoCaption() {
        Story story = only("![题图_03](page_03.png)", "## 新渡船下水", FERRY, "![image](page_04.png)");

        assertThat(story.captions()).isEmpty();
    }

    @Test
    void aHeadingBesideAHeadlineIsPartOfItWhereTheTextSpeaksOfIt() {
        List<Story> stories = stories(SCHOOL, "县第三小学新教学楼交付使用", "秋季开学气象新", "汀江渡口新渡船下水", FERRY);

        assertThat(stories).extracting(Story::headline).containsExactly("秋季开学气象新", "汀江渡口新渡船下水");
        assertThat(stories.get(0).kicker()).isEqualTo("县第三小学新教学楼交付使用");
    }

    @Test
    void theSubheadlineBelowAHeadlineMayHaveNoDash() {
        Story story = only("## 一条“板凳渡”的新生\n\n渡口管理处：新船每日往返24班，学生凭证免票乘坐\n\n" + FERRY);

        assertThat(story.headline()).isEqualTo("一条“板凳渡”的新生");
        assertThat(story.subheadline()).isEqualTo("渡口管理处：新船每日往返24班，学生凭证免票乘坐");
    }
}
