package dev.broadsheet.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GenreClassifierTest {

    private static final String PARAGRAPH = "渔港的灯一盏盏亮起来，老林把缆绳绕过木桩，跳上甲板。三十年来，他每天这个时候出海，风浪里认得每一块礁石，也认得每一只跟着船的海鸥。";

    private final GenreClassifier classifier = new GenreClassifier();

    @Test
    void aReportOpensWithItsSource() {
        assertThat(genre(Print.headline("云汀新港开航")
                        .body("本报讯（记者 林舟）5月6日，云汀新港开航，首班客轮驶往对岸。港口年吞吐能力三百万吨，可停靠万吨轮两艘，"
                                + "今后每周开行四班，旅客凭证件即可登船，航程约一小时四十分钟，票价与高铁相当。船上设有儿童区和书吧，可同时搭载三百人。")))
                .isEqualTo(Genre.NEWS);
    }

    @Test
    void aPictureWithItsOwnHeadlineIsAPhoto() {
        assertThat(genre(Print.headline("稻田画迎客").body("5月5日，游客在临川县看稻田画。今年的画有三十亩，用五种颜色的稻种插成。 林舟 摄影报道")))
                .isEqualTo(Genre.PHOTO);
        assertThat(genre(Print.headline("稻田画迎客")
                        .body("5月5日，游客在临川县看稻田画。今年的画有三十亩，用五种颜色的稻种插成。")
                        .photographers("林舟")))
                .isEqualTo(Genre.PHOTO);
    }

    @Test
    void twoParagraphsOfOneWhoWroteAndPhotographedAreNoPhoto() {
        assertThat(genre(Print.headline("守坝人的夏天")
                        .byline("本报记者 林舟 文/图")
                        .body("连日来，临川县遭遇强降雨，四百余名干部群众昼夜守在堤上。", "水库守坝人老陈已经三天没有合眼。“水位降下来，我才睡得着。”他说。")))
                .isNotEqualTo(Genre.PHOTO);
    }

    @Test
    void aReportWithAPictureStaysNews() {
        assertThat(genre(Print.headline("稻田画迎客")
                        .body("本报讯（林舟 文/图）5月5日，临川县首届稻田画节开幕，当天接待游客八千人次。今年的画有三十亩，用五种颜色的稻种插成，"
                                + "可看到十月底，门票收入归村集体所有，用来修路。村里还办起农具展，教孩子们认五谷，周边三个村的民宿都住满了客人。")
                        .photographers("林舟")))
                .isEqualTo(Genre.NEWS);
    }

    @Test
    void anEditorsNoteIsNamedAboveIt() {
        assertThat(genre(Print.headline("编 者 按").body("即日起，本报推出“海边的人”系列报道，敬请关注。")))
                .isEqualTo(Genre.EDITORS_NOTE);
        assertThat(genre(Print.headline("开栏的话").body("海边的人靠海，也守海。本报今起开设专栏。"))).isEqualTo(Genre.EDITORS_NOTE);
    }

    @Test
    void anEditorialArguesAndUrges() {
        assertThat(genre(Print.headline("把实事办到心坎上")
                        .kicker("本报评论员")
                        .body("民之所忧，我必念之。办实事，不能只看台账，更要看笑脸。唯有沉下身子，才能听见真话。", "让我们以实干开新局。")))
                .isEqualTo(Genre.OPINION);
        assertThat(genre(Print.headline("把实事办到心坎上")
                        .body("办实事，不能只看台账。诚然，台账有用，但岂能以台账代替脚步？", "归根结底，唯有沉下身子，才能听见真话。让我们以实干开新局。")))
                .isEqualTo(Genre.OPINION);
    }

    @Test
    void aSignedAdmonitionIsOpinion() {
        String paragraph = "基层的时间，应该花在田埂上、巷子里。少一张表格，多一次敲门，日子久了，门自己会开。";
        assertThat(genre(Print.headline("别让表格挡住门").byline("□白鸥", "白鸥").body(paragraph, paragraph, paragraph)))
                .isEqualTo(Genre.OPINION);
    }

    @Test
    void aReportThatQuotesAnAppealIsNoOpinion() {
        assertThat(genre(Print.headline("志愿者净滩")
                        .body("本报讯 昨日，百名志愿者在云汀湾净滩。“唯有人人动手，海才能干净，让我们一起来。”队长说。活动当天共清理垃圾两吨，"
                                + "其中大半是渔网和泡沫，志愿者还向游客发放了环保袋，并约定下月再来。当地渔民也加入进来，用小船运走了礁石间的垃圾。")))
                .isEqualTo(Genre.NEWS);
    }

    @Test
    void aNoticeSaysSoAtTheEndOfItsHeadline() {
        assertThat(genre(Print.headline("关于云汀大桥封闭施工的公告").body("因施工需要，云汀大桥自5月10日起封闭。请过往车辆绕行。特此公告。云汀市公路局")))
                .isEqualTo(Genre.NOTICE);
        assertThat(genre(Print.headline("遗失声明").body("林某遗失身份证一张，声明作废。"))).isEqualTo(Genre.NOTICE);
    }

    @Test
    void anAdvertisementSells() {
        assertThat(genre(Print.headline("海韵家居五一钜惠").body("全场家具低至五折，买一赠一，数量有限，欲购从速。咨询热线：0000-0000000")))
                .isEqualTo(Genre.ADVERTISEMENT);
    }

    @Test
    void anAdvertisementNamesWhatItPraisesAndWhereToBuyIt() {
        assertThat(genre(Print.headline("汀江大剧院本周演出").body("5月8日 木偶戏《渡口》 票价：30元", "订票：0000-0000000")))
                .isEqualTo(Genre.ADVERTISEMENT);
        assertThat(genre(Print.headline("首付十万起 安家汀江畔").body("三房户型限量发售", "项目地址：汀江路9号", "开发商：临川县渡口置业有限公司")))
                .isEqualTo(Genre.ADVERTISEMENT);
        assertThat(genre(Print.headline("渡口饭庄诚聘").body("厨工2名，月薪五千元，包食宿。", "电话：0000-0000000")))
                .isEqualTo(Genre.ADVERTISEMENT);
    }

    @Test
    void whomToCallMakesNoAdvertisement() {
        assertThat(genre(Print.headline("县图书馆周末教孩子做灯笼").body("本周六上午九时起，名额三十个。", "地址：汀江路2号", "电话：0000-0000000")))
                .isEqualTo(Genre.BRIEF);
    }

    @Test
    void aNoticeAsksThoseConcernedToPutUpWithIt() {
        assertThat(genre(Print.headline("关于汀江路夜间封闭的通告").body("因铺设管道，5月10日起每晚封闭，请绕行。不便之处，敬请谅解。")))
                .isEqualTo(Genre.NOTICE);
        assertThat(genre(Print.headline("寻找渡口走失老人启事").body("白老先生昨日从渡口走失。有知情者请与家属联系，必有重谢。")))
                .isEqualTo(Genre.NOTICE);
    }

    @Test
    void aFewLinesAreABrief() {
        assertThat(genre(Print.headline("云汀湾今起休渔").body("云汀湾5月1日12时起休渔，为期三个半月。")))
                .isEqualTo(Genre.BRIEF);
    }

    @Test
    void aFeatureTellsAtLengthWithVoices() {
        String voices = "“船比我还老，可我舍不得。”老林说。";
        assertThat(genre(Print.headline("海风里的三十年")
                        .subheadline("“海边的人”系列报道之二")
                        .byline("本报记者 林舟", "林舟")
                        .body(PARAGRAPH, voices, PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH)))
                .isEqualTo(Genre.FEATURE);
    }

    @Test
    void anEssayOfTheLiteraryPageIsAFeature() {
        String paragraph = "外公的渔网挂在屋檐下，风一吹，就像一片旧海。我小时候总爱钻进去，假装自己是一条鱼。外公笑我，说鱼可不会自己找网。";
        assertThat(genre(Print.headline("旧海")
                        .byline("◎白鸥", "白鸥")
                        .body(paragraph, paragraph, paragraph, "后来我离开海，海却没有离开我。", paragraph, paragraph)))
                .isEqualTo(Genre.FEATURE);
    }

    @Test
    void aLetterToTheEditorIsOpinion() {
        assertThat(genre(Print.headline("盼渡口装盏灯").body("编辑同志：我家住在渡口边，天黑后过渡的人多，却没有一盏灯，盼有关部门来看一看。临川县读者 白鸥")))
                .isEqualTo(Genre.OPINION);
    }

    @Test
    void aStoryWhoseWriterAlsoTookThePictureIsNoPhoto() {
        assertThat(genre(Print.headline("老榕树上的图书馆")
                        .byline("本报记者 林舟 文/图", "林舟")
                        .photographers("林舟")
                        .body("5月6日，临川县榕坪村的老榕树下，一间由旧粮仓改成的图书馆开门迎客。馆里有藏书三千册，大半是村民捐的。"
                                + "村里的孩子放学后就来，做完作业再借一本书回家。馆长是退休教师陈望，他每周讲两次故事，最远的听众来自邻村。"
                                + "村里还打算把旁边的碾米房修成画室，请县里的画家来教孩子们写生，预计暑假前完工。邻近三个村听说后，也送来了旧书和桌椅，还派人来学怎样给书编号。")))
                .isEqualTo(Genre.NEWS);
    }

    @Test
    void aPromiseToTheReadersIsAnEditorsNote() {
        assertThat(genre(Print.headline(null).body("海边的人靠海，也守海。即日起，本报推出“海边的人”系列报道，敬请关注。")))
                .isEqualTo(Genre.EDITORS_NOTE);
    }

    @Test
    void aPolicyListWithIntertitlesIsStillNews() {
        String measure = "对符合条件的企业，按规定给予一次性补助，每家最高五千元，由县区人社部门审核发放，所需资金从专项经费中列支，"
                + "鼓励各地结合实际细化标准，简化流程，做到应补尽补，让政策直达基层，惠及更多劳动者和用人单位。";
        Print print = Print.headline("我市出台八条措施稳就业").body("5月6日，市人社局发布稳就业八条措施。");
        for (String title : new String[] {"支持企业招工", "发放创业补贴", "建设服务站点", "培育劳务品牌"}) {
            print.intertitle(title).body(measure, measure);
        }
        assertThat(genre(print)).isEqualTo(Genre.NEWS);
    }

    @Test
    void everyGenreButThePhotoHasAnIptcTerm() {
        for (Genre genre : Genre.values()) {
            assertThat(genre.iptc().isPresent()).isEqualTo(genre != Genre.PHOTO);
        }
        assertThat(Genre.EDITORS_NOTE.value()).isEqualTo("editors-note");
    }

    @Test
    void saysWhichSignDecided() {
        assertThat(classifier
                        .explain(Print.headline("编者按").body("本报今起推出专栏。").article())
                        .reason())
                .isEqualTo("编者按");
    }

    @Test
    void anEmptyArticleIsNews() {
        assertThat(genre(Print.headline(null))).isEqualTo(Genre.NEWS);
    }

    private Genre genre(Print print) {
        return classifier.explain(print.article()).genre();
    }
}
