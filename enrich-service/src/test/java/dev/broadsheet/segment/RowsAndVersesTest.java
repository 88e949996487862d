package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.FERRY;
import static dev.broadsheet.segment.PageOfBlocks.only;
import static dev.broadsheet.segment.PageOfBlocks.stories;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an editor finds in the body where the page prints a list, a table or a poem. */
class RowsAndVersesTest {

    @Test
    void theFiguresOfATableDoNotTouchThoseOfTheNextRow() {
        List<String> body = body("江鲜批发价\n\n品名 本周 上周 涨跌\n鲈鱼 28.50 27.00 1.50\n河虾 61.20 64.80 -3.60\n（汀江水产市场提供）");

        assertThat(body).containsExactly("品名 本周 上周 涨跌", "鲈鱼 28.50 27.00 1.50", "河虾 61.20 64.80 -3.60", "（汀江水产市场提供）");
    }

    @Test
    void theHoursAndPlacesOfANoticeStandOneBelowTheOther() {
        List<String> body = body("停航通知\n\n停航时间：6:00—9:00\n停航渡口：东渡、石门\n停航时间：13:00—15:00\n停航渡口：北溪");

        assertThat(body).containsExactly("停航时间：6:00—9:00", "停航渡口：东渡、石门", "停航时间：13:00—15:00", "停航渡口：北溪");
    }

    @Test
    void whoIsHonouredKeepsTheBlankBeforeWhereHeWorks() {
        List<String> body = body("2024年汀江好人名单\n\n本届名单经乡镇推荐、公众投票产生，现予公布。\n陈阿福 石门渡口船工\n林晚舟 县第三小学教师\n柳玉珍 北溪乡卫生院护士");

        assertThat(body).endsWith("陈阿福 石门渡口船工", "林晚舟 县第三小学教师", "柳玉珍 北溪乡卫生院护士");
    }

    @Test
    void aSentenceThatCarriesFiguresOverItsLineEndsIsNoTable() {
        Story story = only(
                "渡口一年运客百万",
                "本报讯（记者 江一帆）临\n川县渡口全年开船 8200\n班次，运送乘客 1030000\n人次，船工共有 77 名，其\n中 12 名是女船工，船票一\n直是 2 元。渡口管理处说，\n明年还要添 3 艘新船，早晚\n各加 6 班。");

        assertThat(story.body()).hasSize(1);
        assertThat(story.body().get(0).getText()).contains("运送乘客1030000人次");
    }

    @Test
    void aTableOfAModelOfVisionKeepsItsRows() {
        List<Story> stories =
                stories("# 渡口时刻表", "| 渡口 | 首班 |\n|---|---|\n| 东渡 | 6:00 |\n| 石门 | 6:20 |", "# 新渡船下水", FERRY);

        assertThat(stories.get(0).body())
                .extracting(BodyBlock::getText)
                .containsExactly("| 渡口 | 首班 |", "|---|---|", "| 东渡 | 6:00 |", "| 石门 | 6:20 |");
    }

    @Test
    void aTableInHtmlLosesItsTagsAndNotItsRows() {
        List<String> body = body(
                "# 停航公告",
                "<table border=\"1\"><tr><td>渡口</td><td>时间</td></tr><tr><td>东渡</td><td>6:00<br>9:00</td></tr></table>",
                "临川县渡口管理处<br>2024年3月12日");

        assertThat(body).containsExactly("| 渡口 | 时间 |", "| 东渡 | 6:00 9:00 |", "临川县渡口管理处", "2024年3月12日");
    }

    @Test
    void theItemsOfAListStayApart() {
        assertThat(body("# 龙舟赛名次", "- 冠军：石门村\n- 亚军：北溪村\n- 季军：东渡村")).containsExactly("冠军：石门村", "亚军：北溪村", "季军：东渡村");
    }

    @Test
    void aModernPoemKeepsItsVersesAndStanzas() {
        List<String> body = body("夜渡\n□ 林晚舟\n\n灯在对岸\n船在水中央\n没有人说话\n\n只有桨声\n一下一下\n数着回家的路");

        assertThat(body).containsExactly("灯在对岸\n船在水中央\n没有人说话", "只有桨声\n一下一下\n数着回家的路");
    }

    @Test
    void aPoemDoesNotSwallowTheEssayBelowIt() {
        List<Story> stories = stories(
                "夜渡\n□ 林晚舟\n\n灯在对岸\n船在水中央\n没有人说话\n只有桨声",
                "祖母的竹篮\n□ 何淑敏",
                "竹篮挂在梁上，落了一层灰。小时候，祖母提着它过江赶集，回来时，里面总有一块麦芽糖，用荷叶包着。");

        assertThat(stories).extracting(Story::headline).containsExactly("夜渡", "祖母的竹篮");
        assertThat(stories).extracting(Story::reporters).containsExactly(List.of("林晚舟"), List.of("何淑敏"));
    }

    @Test
    void regulatedVerseIsKnownByItsForm() {
        Story story = only("渡口即事\n□ 沈玉兰\n\n十里烟波一棹轻，\n渡头灯火伴潮生。\n归人不问风和雨，\n只向青山浅处行。\n\n近来常在渡口独坐，看船来船往，忽有所感，因成一绝，聊寄远方故人。");

        assertThat(story.body())
                .extracting(BodyBlock::getText)
                .containsExactly("十里烟波一棹轻，\n渡头灯火伴潮生。\n归人不问风和雨，\n只向青山浅处行。", "近来常在渡口独坐，看船来船往，忽有所感，因成一绝，聊寄远方故人。");
    }

    @Test
    void aVerseMayHaveAPauseInsideAndBeLong() {
        List<String> body = body(
                "在老街\n□ 林晚舟", "骑楼下的灯笼，一盏一盏点亮了黄昏\n石板路还记得我们的脚步\n卖麦芽糖的铃声，从巷口响到巷尾\n没有人回头", "那口老井还在原来的地方\n井台上的绳痕，又深了几分");

        assertThat(body)
                .containsExactly("骑楼下的灯笼，一盏一盏点亮了黄昏\n石板路还记得我们的脚步\n卖麦芽糖的铃声，从巷口响到巷尾\n没有人回头", "那口老井还在原来的地方\n井台上的绳痕，又深了几分");
    }

    @Test
    void anEssayInNarrowColumnsIsNoPoemThoughItsAuthorStandsAboveIt() {
        List<String> body = body("老街\n□ 林晚舟", "骑楼下的灯笼，一盏一盏地点\n亮了黄昏，卖麦芽糖的铃声响\n过，巷口巷尾都有人应，只有\n那口老井不声不响");

        assertThat(body).singleElement().asString().startsWith("骑楼下的灯笼，一盏一盏地点亮了黄昏");
    }

    @Test
    void theProgrammeUnderALetterIsNoPoemOfItsReader() {
        List<Story> stories = stories(
                "盼渡口修亭",
                "编辑同志：\n北岸渡口的候船亭漏雨已有半年，盼有关部门早日修好。\n临川县读者 林晚舟",
                "县剧院本周演出\n5月17日 19:30 芗剧《渡船谣》\n5月18日 19:30 音乐会《江上》\n5月19日 15:00 儿童剧《纸船》\n票价：60元 120元");

        assertThat(stories).extracting(Story::headline).containsExactly("盼渡口修亭", "县剧院本周演出");
    }

    @Test
    void thePoemsUnderOneHeadlineKeepTheirTitles() {
        Story first = only("汀江（外一首）\n◎柳晓岚", "江水从山里来\n带着茶叶的香气\n我在岸边站了很久，很久", "旧船票", "抽屉里那张船票\n褪了颜色");
        Story two = only("诗二首", "温如玉", "石巷", "雨水洗亮了青石\n洗不去门楣上的字", "渔火", "一点，两点\n替晚归的人\n认路");

        assertThat(titles(first)).containsExactly("旧船票");
        assertThat(first.reporters()).containsExactly("柳晓岚");
        assertThat(two.headline()).isEqualTo("诗二首");
        assertThat(titles(two)).containsExactly("石巷", "渔火");
        assertThat(two.reporters()).containsExactly("温如玉");
    }

    @Test
    void aPoemBelowTheBareNameOfItsPoetEndsWhereTheNextTitleStandsOverAName() {
        List<Story> stories = stories(
                "稻草人\n柳晓岚",
                "站在田里，站成一种姿势\n麻雀来了又走\n它不说话\n只替父亲守着秋天",
                "与一册旧书重逢\n温如玉",
                "整理阁楼时，翻出一册四十年前的连环画，封面已经不见，第一页上写着父亲的名字，字迹模糊。");

        assertThat(stories).extracting(Story::headline).containsExactly("稻草人", "与一册旧书重逢");
        assertThat(stories).extracting(Story::reporters).containsExactly(List.of("柳晓岚"), List.of("温如玉"));
        assertThat(stories.get(0).body()).hasSize(1);
    }

    private static List<String> titles(Story story) {
        return story.body().stream()
                .filter(block -> block.getType() == BlockType.intertitle)
                .map(BodyBlock::getText)
                .toList();
    }

    private static List<String> body(String... blocks) {
        return only(blocks).body().stream().map(BodyBlock::getText).toList();
    }
}
