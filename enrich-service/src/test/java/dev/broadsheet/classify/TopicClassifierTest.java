package dev.broadsheet.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.Topic;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicClassifierTest {

    private final TopicClassifier classifier = new TopicClassifier();

    @ParameterizedTest
    @CsvSource({
        "云汀少年宫合唱团夺得全省合唱音乐会金奖, 01000000",
        "男子入室盗窃被民警当场抓获, 02000000",
        "一货车与大巴追尾 消防员紧急救援, 03000000",
        "沪指放量大涨 券商股领涨两市, 04000000",
        "临川县中考成绩今日公布 分数线略有上升, 05000000",
        "云汀溪水质好转 黑臭水体治理见成效, 06000000",
        "县医院专家下乡义诊 千名老人免费筛查高血压, 07000000",
        "春风行动招聘会提供三千个岗位 助农民工就业, 09000000",
        "端午假期哪里好玩 这三个景区门票免费, 10000000",
        "市人大常委会审议政府工作报告, 11000000",
        "妈祖信众进香 寺庙举行祈福法会, 12000000",
        "科学家首次观测到黑洞喷流 望远镜立功, 13000000",
        "志愿者走进敬老院 陪孤寡老人过重阳节, 14000000",
        "女排三比零横扫对手 晋级半决赛, 15000000",
        "停火协议破裂 空袭造成平民伤亡, 16000000",
        "寒潮来袭 明日最低气温降至三摄氏度, 17000000",
    })
    void namesTheSubjectOfAHeadline(String headline, String code) {
        assertThat(first(ArticleText.ofLine(headline))).isEqualTo(code);
    }

    @Test
    void anAnimalThatIsRescuedIsNoDisasterAndWhoIsFoundNoCrime() {
        assertThat(first(ArticleText.ofLine("消防员破管救出被卡住的小狗"))).isEqualTo("08000000");
        assertThat(first(ArticleText.ofLine("民警帮迷路的小狗找到主人"))).isEqualTo("08000000");
        assertThat(first(ArticleText.ofLine("受困猫头鹰获救后放归山林"))).isEqualTo("06000000");
        assertThat(first(ArticleText.ofLine("民房起火 消防员救出老人"))).isEqualTo("03000000");
    }

    @Test
    void aHealthCampaignOfTheHealthBureauIsHealthBeforePolitics() {
        ArticleText text = Print.headline("我市启动适龄女生疫苗接种活动")
                .body("本报讯（记者 林舟）近日，市卫健委召开会议，部署适龄女生疫苗免费接种工作，副市长陈望出席并讲话。", "会议要求，各县区、各部门要提高认识，压实责任，扎实推进接种工作，确保疫苗安全。")
                .text();

        assertThat(first(text)).isEqualTo("07000000");
    }

    @Test
    void aMeetingOnTheGovernmentsOwnWorkIsPolitics() {
        ArticleText text = Print.headline("临川县委常委会召开会议 部署作风建设工作")
                .body("本报讯 5月6日，县委书记周越主持召开县委常委会会议，传达学习上级会议精神，研究部署机关作风建设和督查问责工作。" + "会议强调，党员干部要担当作为，在项目、教育、医疗等领域当好表率。")
                .text();

        assertThat(first(text)).isEqualTo("11000000");
    }

    @Test
    void theHeadlineOutweighsWhatALongBodyMentionsInPassing() {
        ArticleText text = Print.headline("云汀马拉松鸣枪 两万选手参赛")
                .body("本报讯 昨日上午，云汀马拉松在滨海大道鸣枪开跑。", "赛事期间，当地酒店入住率上升，旅游收入增长，企业家现场签约三个招商项目，投资总额超两亿元。")
                .text();

        assertThat(first(text)).isEqualTo("15000000");
    }

    @Test
    void saysNothingWhereNothingSpeaksForASubject() {
        assertThat(classifier.classify(ArticleText.ofLine("那一天的下午"))).isEmpty();
        assertThat(classifier.classify(ArticleText.ofLine(""))).isEmpty();
    }

    @Test
    void readsTraditionalPrintAsItReadsSimplified() {
        assertThat(first(ArticleText.ofLine("縣醫院專家下鄉義診"))).isEqualTo("07000000");
    }

    @Test
    void labelsTopicsInBothLanguagesWithAScore() {
        Topic topic = classifier.classify(ArticleText.ofLine("女排三比零横扫对手 晋级半决赛")).get(0);

        assertThat(topic.getLabelZh()).isEqualTo("体育");
        assertThat(topic.getLabelEn()).isEqualTo("sport");
        assertThat(topic.getScore()).isBetween(0.5, 1.0);
    }

    @Test
    void tellsWhichTermsDecided() {
        List<TopicEvidence> evidence = classifier.explain(ArticleText.ofLine("女排三比零横扫对手 晋级半决赛"));

        assertThat(evidence.get(0).topic().getCode()).isEqualTo("15000000");
        assertThat(evidence.get(0).terms())
                .extracting(TopicEvidence.WeighedTerm::text)
                .contains("女排", "半决赛");
    }

    @Property(tries = 200)
    void neverFailsAndRanksBestFirst(@ForAll String text) {
        List<Topic> topics = classifier.classify(ArticleText.ofLine(text));

        assertThat(topics).allSatisfy(topic -> assertThat(topic.getScore()).isBetween(0.0, 1.0));
    }

    private String first(ArticleText text) {
        List<Topic> topics = classifier.classify(text);
        return topics.isEmpty() ? null : topics.get(0).getCode();
    }
}
