package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Page;
import dev.broadsheet.page.PageReaders;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.Dateline;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {

    private static final String BRIDGE = "本报讯（记者 江一帆 通讯员 柳 明）3月5日，临川县首座步行桥正式通行，桥长三百六十米，市民步行过江只要六分钟。";

    @Test
    void anEmptyPageHasNoArticles() {
        assertThat(segment("").stories()).isEmpty();
        assertThat(segment("\n \n\f\n").stories()).isEmpty();
    }

    @Test
    void oneParagraphIsOneArticle() {
        assertThat(segment(BRIDGE).stories()).singleElement().satisfies(story -> {
            assertThat(story.headline()).isNull();
            assertThat(story.reporters()).containsExactly("江一帆", "柳明");
        });
    }

    @Test
    void aPageThatIsAllAdvertisementKeepsItsWords() {
        Segmentation page = segment("春茶上市\n\n福记茶行\n\n水门街十二号");

        assertThat(page.stories()).hasSize(1);
        assertThat(page.stories().get(0).headline()).isEqualTo("春茶上市");
    }

    @Test
    void kickerHeadlineAndSubheadlineAreToldApart() {
        Story story = segment("临川交通再添新景\n\n步行桥通行 过江六分钟\n——江心洲从此不用等渡船\n\n" + BRIDGE)
                .stories()
                .get(0);

        assertThat(story.kicker()).isEqualTo("临川交通再添新景");
        assertThat(story.headline()).isEqualTo("步行桥通行 过江六分钟");
        assertThat(story.subheadline()).isEqualTo("江心洲从此不用等渡船");
    }

    @ParameterizedTest
    @ValueSource(strings = {"（上接第一版）", "紧接一版\n"})
    void aJumpIsReadInFiguresAndStaysInTheText(String from) {
        Story story = segment("步行桥通行\n\n" + from + BRIDGE.substring(18) + "（下转第十二版）")
                .stories()
                .get(0);

        assertThat(story.continuedFrom()).isEqualTo("1");
        assertThat(story.continuedTo()).isEqualTo("12");
        assertThat(story.body().get(0).getText()).startsWith(from.strip()).endsWith("（下转第十二版）");
    }

    @Test
    void aDatelineIsOfTheYearBeforeWhenItsDayIsStillToCome() {
        assertThat(filed("据新华社北京12月30日电 水利部有关负责人介绍了明年的打算。").dateline()).isEqualTo(new Dateline("北京", "2023-12-30"));
    }

    @Test
    void anAgencyIsReadThoughTheWordBeforeItOrTheDateIsMisread() {
        assertThat(filed("”新华社北京7月20日电 水利部有关负责人介绍了明年的打算。").dateline().getPlace())
                .isEqualTo("北京");
        assertThat(filed("据新华社北京7月2，日电 水利部有关负责人介绍了明年的打算。").agency()).isEqualTo("新华社");
        assertThat(filed("据新华社北京7月2，日电 水利部有关负责人介绍了明年的打算。").dateline().getDate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "综合新华社电 台风今晨登陆。, 新华社, ''",
        "据新华社、中新社报道 台风今晨登陆。, 新华社, ''",
        "新华社里约热内卢7月13日体育专电（记者江一）决赛今晨结束。, 新华社, 里约热内卢 2024-07-13",
        "据新华社香港十三日电 决赛今晨结束。, 新华社, 香港 2024-07-13",
        "据新华社北京、上海7月13日电 决赛今晨结束。, 新华社, 北京、上海 2024-07-13",
        "台风今晨登陆，沿海停工停课。（据新华社）, 新华社, ''",
        "台风今晨登陆，沿海停工停课。（综合新华社、中新社电）, 新华社, ''",
        "新华社快讯：台风今晨登陆。, , ''"
    })
    void anAgencyIsReadHoweverThePaperNamesIt(String text, String agency, String dateline) {
        Story story = filed(text);
        Dateline filed = story.dateline();

        assertThat(story.agency()).isEqualTo(agency);
        assertThat(filed == null ? "" : filed.getPlace() + " " + filed.getDate())
                .isEqualTo(dateline);
    }

    @Test
    void withoutAnIssueDateTheYearOfADatelineStaysOpen() {
        Page page = page("据新华社北京7月20日电 水利部有关负责人介绍了明年的打算。", null);

        assertThat(new Segmenter().segment(page).stories().get(0).dateline()).isEqualTo(new Dateline("北京", "--07-20"));
    }

    @Test
    void theDateThatThePagePrintsServesWhereTheSenderGaveNone() {
        Page page = page("云汀日报 2024年7月21日 星期日 第3版\n\n据新华社北京7月20日电 水利部有关负责人介绍了明年的打算。", null);
        Segmentation segmentation = new Segmenter().segment(page);

        assertThat(segmentation.sheets().get(0).publication()).isEqualTo("云汀日报");
        assertThat(segmentation.sheets().get(0).issueDate()).isEqualTo(LocalDate.of(2024, 7, 21));
        assertThat(segmentation.sheets().get(0).label()).isEqualTo("3");
        assertThat(segmentation.stories().get(0).dateline()).isEqualTo(new Dateline("北京", "2024-07-20"));
    }

    @Test
    void aDateOfTheRepublicIsUnderstood() {
        Segmentation page = new Segmenter().segment(page("雲汀公報 中華民國二十六年三月八日 星期一 第二版\n\n【本報訊】縣立小學昨日行開學禮，到者三百餘人。", null));

        assertThat(page.sheets().get(0).issueDate()).isEqualTo(LocalDate.of(1937, 3, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "云汀晚报 2024年3月12日 B3",
                "云汀日报 2024-03-12 A3",
                "03 社会 | 云汀日报 | 2024年3月12日",
                "Yunting Daily 云汀日报 Tue. Mar 12 2024 A3",
                "雲汀民報 中華民國廿三年五月七日 夏曆三月廿四日 第四張"
            })
    void thePagesHeaderIsNoStorysKicker(String header) {
        Segmentation page = segment(header + "\n\n东门大桥通车\n\n本报讯（记者 许大同）昨日，东门大桥正式通车。");

        assertThat(page.furniture()).extracting(Line::text).containsExactly(header);
        assertThat(page.stories()).singleElement().satisfies(story -> {
            assertThat(story.kicker()).isNull();
            assertThat(story.headline()).isEqualTo("东门大桥通车");
        });
    }

    @Test
    void theSendersDateAndPageNumberCountMoreThanThePrintedOnes() {
        Page page = new PageReaders()
                .read(
                        "云汀日报 2024年3月17日 第8版\n\n东门大桥通车\n\n本报讯 昨日，东门大桥正式通车。".getBytes(StandardCharsets.UTF_8),
                        "text/plain",
                        StandardCharsets.UTF_8,
                        null,
                        LocalDate.of(2024, 3, 12),
                        "3");

        assertThat(new Segmenter().segment(page).sheets())
                .containsExactly(new Sheet(1, "云汀日报", LocalDate.of(2024, 3, 12), "3"));
    }

    @Test
    void eachOfTwoPagesInOneFileHasItsOwnDate() {
        Segmentation page = new Segmenter()
                .segment(page(
                        "云汀日报 2024年3月12日 第1版\n\n东门大桥完工\n\n据新华社北京3月12日电 东门大桥完工。\n\n"
                                + "云汀日报 2023年3月13日 第1版\n\n东门大桥试验\n\n据新华社北京3月12日电 东门大桥开始荷载试验。",
                        null));

        assertThat(page.sheets()).extracting(Sheet::firstLine).containsExactly(1, 7);
        assertThat(page.stories())
                .extracting(story -> story.dateline().getDate())
                .containsExactly("2024-03-12", "2023-03-12");
    }

    @Test
    void aHeaderPrintedTwiceMakesNoSecondPage() {
        Segmentation page = segment("云汀日报 2024年3月12日 第1版\n\n步行桥通行\n\n" + BRIDGE + "\n\n云汀日报 2024年3月12日 第1版");

        assertThat(page.sheets()).hasSize(1);
    }

    @Test
    void theContentsOfAnIssueOnItsFrontMakeNoSecondPage() {
        Segmentation page = segment("云汀日报 2024年3月12日 第1版\n\n步行桥通行\n\n" + BRIDGE + "\n\n第2版 综合\n第3版 城乡\n第4版 副刊");

        assertThat(page.sheets()).hasSize(1);
    }

    @Test
    void twoPagesInOneFileDoNotRunIntoEachOther() {
        Segmentation page = segment("步行桥通行\n\n" + BRIDGE + "\n\f春耕开始\n\n本报讯 云汀市各县春耕陆续开始，农机手们忙着检修机具。");

        assertThat(page.stories()).extracting(Story::headline).containsExactly("步行桥通行", "春耕开始");
    }

    @Test
    void aSentenceThatGoesOnBelowAnotherStoryIsJoined() {
        Segmentation page = segment(
                "步行桥通行\n\n本报讯 临川县首座步行桥通行，县里将在桥头建设市民广\n\n校门口的黄灯亮了\n\n" + "本报讯 城区六所学校门口增设警示灯，行人过街更安心。\n\n场和停车场，方便游客。");

        assertThat(page.stories().get(0).body()).singleElement().satisfies(paragraph -> assertThat(paragraph.getText())
                .contains("建设市民广场和停车场"));
        assertThat(page.stories().get(0).reasons())
                .contains("sentence broken off in line 3 joined to line 9: 在桥头建设市民广 | 场和停车场，方便");
    }

    @Test
    void aLinePrintedTwiceIsFlaggedAndStays() {
        String tail = "市民可凭身份证免费领取春茶博览会门票，每人限领两张，领完为止，请相互转告并提前安排出行时间。";
        Story story = segment("春茶博览会开幕\n\n本报讯 博览会明日开幕。" + tail + "\n\n" + tail)
                .stories()
                .get(0);

        assertThat(story.suspectedNoise()).singleElement().satisfies(noise -> {
            assertThat(noise.getKind()).isEqualTo("doubled");
            assertThat(noise.getText()).isEqualTo(tail);
        });
        assertThat(story.body()).hasSize(2);
    }

    @Test
    void intertitlesPartAStoryWithoutEndingIt() {
        Story story = segment("红树林修复记\n\n本报讯（记者 温如玉）红树林面积三年扩大三倍，候鸟增加到两万只。\n\n"
                        + "一、退塘还湿\n\n沿湾四个村庄退出虾塘八百余口，渔民转产转业。\n\n二、种苗上岸\n\n研究院在湾边建起苗圃，成活率提高一倍。")
                .stories()
                .get(0);

        assertThat(story.body())
                .filteredOn(block -> block.getType() == BlockType.intertitle)
                .extracting(block -> block.getText())
                .containsExactly("一、退塘还湿", "二、种苗上岸");
    }

    @Test
    void aReaderLearnsWhyALineIsWhatItIs() {
        Explanation explanation = new Segmenter().explain(page("步行桥通行\n\n" + BRIDGE, null));

        assertThat(explanation.lines())
                .extracting(Explanation.ExplainedLine::role)
                .containsExactly("headline", null, "body");
        assertThat(explanation.lines().get(2).cues()).contains("begins with 本报讯");
        assertThat(explanation.direction()).isEqualTo("before");
    }

    @Test
    void aReaderLearnsWhatAHeadingIsMadeOf() {
        Explanation explanation = new Segmenter().explain(page("步行桥通行\n\n" + BRIDGE, null));

        assertThat(explanation.lines().get(0).weighed()).anySatisfy(said -> assertThat(said)
                .matches("as a heading -?\\d+\\.\\d: .*")
                .contains("a story begins right below its block +")
                .doesNotContain("head."));
        assertThat(explanation.lines().get(2).weighed())
                .as("a line beyond doubt")
                .isEmpty();
    }

    @Test
    void aHeadlineNamesTheWordsItSharesAndWhatElseItMightHaveBeen() {
        Segmentation page = segment("江心洲步行桥通行\n\n" + BRIDGE + "\n\n新书上架\n\n本报讯（记者 江一帆）县图书馆昨日新添图书三百册，新书已经上架。");

        assertThat(page.stories().get(1).reasons())
                .anyMatch(reason -> reason.startsWith("headline printed before its body; both say 新书")
                        && reason.matches(".*; the text repeats \\d+ % of it, the text above 0 %"))
                .anyMatch(reason -> reason.matches(
                        "second best: “新书上架” .+; the plan of the page then scores -?\\d+\\.\\d instead of \\d+\\.\\d"));
    }

    @Test
    void aStoryWithoutAHeadlineSaysWhatBecameOfTheHeadingsBesideIt() {
        Story alone = segment(BRIDGE).stories().get(0);
        Story second = segment("步行桥通行\n\n" + BRIDGE + "\n\n本报讯（记者 江一帆）县图书馆昨日新添图书三百册，已经上架。")
                .stories()
                .get(1);

        assertThat(alone.reasons()).contains("no headline: no line next to the text was read as a heading");
        assertThat(second.headline()).isNull();
        assertThat(second.reasons()).anyMatch(reason -> reason.startsWith("no headline: "));
    }

    @Test
    void continuationsThatRunIntoEachOtherArePartedByWhatTheySpeakOf() {
        Segmentation page = segment(String.join(
                "\n\n",
                "步行桥让江心洲热闹起来",
                "（上接第一版）步行桥通行以后，江心洲的茶馆多了，游客走过步行桥就能喝上一碗江心洲的茶。",
                "县供水公司改造老旧水管",
                "（上接第一版）县供水公司说，老旧水管漏水多，改造以后水压更稳，供水公司还换了新水表。",
                "桥通了，茶也香了",
                "江心洲的茶馆老板说，步行桥上每天有游客来，茶馆比去年多卖了一倍的茶。",
                "供水公司提醒，水管改造期间部分楼栋停水，水压恢复前不要开水表阀门。"));

        assertThat(page.stories()).hasSize(2);
        assertThat(page.stories().get(0).body().toString()).contains("茶馆老板").doesNotContain("阀门");
        assertThat(page.stories().get(1).body().toString()).contains("阀门").doesNotContain("茶馆老板");
    }

    @Test
    void aRulePartsStoriesThatNothingElseParts() {
        Segmentation page = segment("# 桥下的渡船\n\n老艄公摇了四十年的船。\n\n---\n\n## 新书上架\n\n县图书馆昨日新添图书三百册。");

        assertThat(page.stories()).extracting(Story::headline).containsExactly("桥下的渡船", "新书上架");
    }

    @Test
    void aBannerBetweenAHeadlineAndItsBodyIsTheBannerWhole() {
        Segmentation page = segment(String.join(
                "\n",
                "临川首座步行桥主体",
                "合龙通车",
                "深化拓展“实干在前”行动",
                "鼓足干劲 争创一流",
                "临川首座步行桥昨日合龙通车，桥长三百六十米，从此市民步行过江只要六分钟，江心洲的居民不用再等渡船，桥上还设有观景台。",
                "（记者 江一帆 摄）"));

        assertThat(page.furniture()).extracting(line -> line.text()).containsExactly("深化拓展“实干在前”行动", "鼓足干劲 争创一流");
        assertThat(page.stories()).singleElement().satisfies(story -> {
            assertThat(story.headline()).isEqualTo("临川首座步行桥主体 合龙通车");
            assertThat(story.kicker()).isNull();
            assertThat(story.subheadline()).isNull();
        });
    }

    @Test
    void aClauseThatBeginsWithItsTimeIsNoRestOfTheLineAbove() {
        Segmentation page = segment(String.join(
                "\n",
                "本报讯（记者 江一帆）临川县首",
                "座步行桥正式通行，桥长三百六十米，",
                "市民步行过江从此只要六分钟，不用再",
                "去渡口排队等候，江心洲上的居民说往",
                "后送孩子上学方便多了。",
                "县农技站专家下田教“看苗”",
                "3月2日至4日，县农技站的三位专家",
                "走进沿江各个村庄的田头，教农户们怎",
                "样从叶片的颜色看出秧苗缺什么肥料，",
                "怎样防治春季多发的病虫害，农户们说",
                "看苗的本事学到了手。"));

        assertThat(page.stories()).extracting(Story::headline).contains("县农技站专家下田教“看苗”");
        assertThat(page.stories())
                .flatExtracting(Story::body)
                .extracting(block -> block.getText())
                .anyMatch(text -> text.startsWith("3月2日至4日，"));
    }

    @Test
    void aNoticeIsHeadedByWhatStandsOverItsFirstNumber() {
        Segmentation page = segment(String.join(
                "\n",
                "本报讯（记者 江一帆）临川县首",
                "座步行桥正式通行，桥长三百六十米，",
                "市民步行过江从此只要六分钟，不用再",
                "去渡口排队等候。",
                "广告",
                "云汀市水利技工学校春季招生启事",
                "一、招生专业：水工建筑、测量、机电",
                "安装。二、报名时间：即日起至四月三",
                "十日。三、学费：每学期六百元整。"));

        assertThat(page.stories())
                .filteredOn(story -> "云汀市水利技工学校春季招生启事".equals(story.headline()))
                .hasSize(1);
    }

    @Test
    void anEditorsNoteBelowAHeadlineLeavesTheHeadlineToItsBody() {
        Segmentation page = segment(String.join(
                "\n\n",
                "# 一座小岛的十年",
                "本报记者 江一帆",
                "## 编者按",
                "本报今起开设“看乡村”栏目，讲述云汀各县村庄的新事，敬请垂注。",
                "十年前，江心洲上只有二十户人家，进城要等半天渡船，年轻人都走了。",
                "步行桥通了以后，岛上开出茶馆和民宿，走了的年轻人又回到小岛。"));

        assertThat(page.stories()).extracting(Story::headline).containsExactly("编者按", "一座小岛的十年");
        assertThat(page.stories().get(1).body()).hasSize(2);
        assertThat(page.stories().get(1).reporters()).containsExactly("江一帆");
    }

    @Test
    void whomToTurnToBelongsToTheNotice() {
        Segmentation page = segment(String.join(
                "\n\n", "拍卖公告", "受委托，本公司定于3月25日公开拍卖南门街店面五年租赁权，\n有意竞买者请于前一日办理报名手续。", "咨询电话：0000-7654321 张先生"));

        assertThat(page.furniture()).isEmpty();
        assertThat(page.stories()).hasSize(1);
    }

    @Test
    void newsInBriefUnderASectionsNameAreStoriesOfTheirOwn() {
        Segmentation page = segment(String.join(
                "\n\n", "体坛快讯", "龙舟队周日下水", "临川县龙舟队将于周日在汀江下水试训，共有三十名桨手报到。", "少年棋手开始报名", "第三届少年围棋赛今起报名，年满六岁均可到县体育馆登记。"));

        assertThat(page.stories()).extracting(Story::headline).containsExactly("龙舟队周日下水", "少年棋手开始报名");
    }

    private static Story filed(String text) {
        return segment(text).stories().get(0);
    }

    private static Segmentation segment(String text) {
        return new Segmenter().segment(page(text, LocalDate.of(2024, 7, 21)));
    }

    private static Page page(String text, LocalDate issueDate) {
        return new PageReaders()
                .read(
                        text.getBytes(StandardCharsets.UTF_8),
                        "text/plain",
                        StandardCharsets.UTF_8,
                        null,
                        issueDate,
                        null);
    }
}
