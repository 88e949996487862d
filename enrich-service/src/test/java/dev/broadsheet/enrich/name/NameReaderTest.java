package dev.broadsheet.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.enrich.entity.EntityRecognizer;
import dev.broadsheet.schema.Mention;
import dev.broadsheet.schema.Organization;
import dev.broadsheet.schema.Person;
import dev.broadsheet.schema.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NameReaderTest {

    private static final NameReader READER = new NameReader(EntityRecognizer.shared());

    @Test
    void aRoleBeforeTheNameIsReadWithWhatItIsARoleIn() {
        assertThat(people("开幕式上，福州市教育局党组书记、局长陈志明致辞。")).contains("陈志明: 福州市教育局党组书记、局长");
    }

    @Test
    void oneRoleBeforeAListOfNamesIsTheRoleOfAll() {
        assertThat(people("市领导陈志明、林国强、黄丽华出席活动。")).containsExactly("陈志明: 市领导", "林国强: 市领导", "黄丽华: 市领导");
    }

    @Test
    void theRoleOfOnePersonIsNotThatOfTheNext() {
        assertThat(people("副市长陈志明、市教育局局长林国强参加调研。")).containsExactly("陈志明: 副市长", "林国强: 市教育局局长");
    }

    @Test
    void aLaterMentionWithAFullerRoleSettlesIt() {
        assertThat(people("市领导陈志明到场。仪式由市委常委、宣传部部长陈志明主持。")).containsExactly("陈志明: 市委常委、宣传部部长");
    }

    @Test
    void aRoleMayStandBehindTheNameInBracketsOrAfterAComma() {
        assertThat(people("获奖者有林国强（龙岩市第二医院主任医师）。")).containsExactly("林国强: 龙岩市第二医院主任医师");
    }

    @Test
    void aCallingOrATieBeforeTheNameIsARole() {
        assertThat(people("果农蒋桂珍说，收成不错。妻子贺水英在一旁笑。")).containsExactly("蒋桂珍: 果农", "贺水英: 妻子");
        assertThat(people("退休教师黎学明写信来。")).containsExactly("黎学明: 退休教师");
        assertThat(people("沈水林说，这是沈水林的孙女苗秀兰。")).contains("苗秀兰: 沈水林的孙女");
    }

    @Test
    void aVerbBehindTheNameThatIsATitleElsewhereIsNoRole() {
        assertThat(people("市长陈志明主持召开会议。陈志明主持会议。")).containsExactly("陈志明: 市长");
    }

    @Test
    void whoIsKnownByTheSurnameAndAFormOfAddressIsAPerson() {
        assertThat(people("市民童女士反映，环卫工人侯师傅很辛苦。")).containsExactly("童女士: 市民", "侯师傅: 环卫工人");
        assertThat(people("他和老师商量，任书记期间修了路。")).isEmpty();
    }

    @Test
    void aFormOfAddressIsThePersonOfThatSurnameInTheStory() {
        Names names = READER.read("司机曹建明停下车。曹师傅说，应该的。", null, Set.of());
        assertThat(names.people()).extracting(Person::getName).containsExactly("曹建明");
        assertThat(names.people().get(0).getMentions()).hasSize(2);
    }

    @Test
    void aFamiliarNameIsAPerson() {
        assertThat(people("柚农老吴说，今年收成不错。")).containsExactly("老吴: 柚农");
        assertThat(people("“阿明”是邻居对他的称呼，阿明今年三十岁。")).containsExactly("阿明: null");
        assertThat(people("牧民阿里木·买买提把旧毡房改成了民宿。")).containsExactly("阿里木·买买提: 牧民");
    }

    @Test
    void wordsThatStartWithASurnameAreNobody() {
        assertThat(people("黄桃一到，何时休？莫让连门槛都没有。孩子们捏陶泥。")).isEmpty();
    }

    @Test
    void whatStandsInBracketsBehindAnOfficeDoesNotHideWhoHoldsIt() {
        assertThat(people("信州区委常委、常务副区长（兼）曾维国出席活动。")).containsExactly("曾维国: 信州区委常委、常务副区长（兼）");
    }

    @Test
    void aNameMadeOfWordsIsANameBehindAnOffice() {
        assertThat(people("县慈善总会会长严守正出席仪式。")).containsExactly("严守正: 县慈善总会会长");
        assertThat(people("各级党委书记严守底线，县长严守规矩。")).isEmpty();
    }

    @Test
    void aNameThatIsAWordAsWellIsANameBetweenTwoOthers() {
        assertThat(people("市领导陈明、林光明、蔡志平出席会议。")).containsExactly("陈明: 市领导", "林光明: 市领导", "蔡志平: 市领导");
    }

    @Test
    void aPersonIsListedOnceWithEveryMention() {
        Names names = READER.read("市长陈志明出席会议。陈志明强调，要抓好落实。", null, Set.of());
        assertThat(names.people()).hasSize(1);
        assertThat(names.people().get(0).getMentions()).containsExactly(new Mention(2, 5), new Mention(10, 13));
    }

    @Test
    void thoseWhoMadeTheStoryAreNotPeopleOfIt() {
        assertThat(people("本报讯（记者 林国强 通讯员 黄丽华）昨日，市长陈志明到福州调研。")).containsExactly("陈志明: 市长");
        assertThat(READER.read("市长陈志明说，林国强很好。", null, Set.of("林国强")).people()).hasSize(1);
    }

    @Test
    void aBodyNamedByItsLevelIsTheOneOfThePapersHome() {
        Names names = READER.read("市政府召开会议，传达省委精神。", "福州日报", Set.of());
        assertThat(names.organizations())
                .extracting(Organization::getName, Organization::getResolvedName)
                .containsExactly(tuple("市政府", "福州市人民政府"), tuple("省委", "中共福建省委员会"));
    }

    @Test
    void aShortFormIsTheOrganizationNamedInFull() {
        Names names = READER.read("福州市委召开全会。市委书记强调，市委要带头。", "福州日报", Set.of());
        assertThat(names.organizations()).extracting(Organization::getName).containsExactly("福州市委");
        assertThat(names.organizations().get(0).getMentions()).hasSize(3);
    }

    @Test
    void aShortFormThatTheStoryIntroducesIsTheOrganizationNamedInFull() {
        Names names = READER.read("福州市防汛抗旱指挥部（以下简称“市防指”）通知，市防指已派出工作组。", "福州日报", Set.of());
        assertThat(names.organizations()).extracting(Organization::getName).containsExactly("福州市防汛抗旱指挥部");
        assertThat(names.organizations().get(0).getMentions()).hasSize(3);
    }

    @Test
    void aContractedNameIsTheOrganizationNamedInFull() {
        assertThat(organizations("玉山县第一中学校友日前回到玉山一中。")).containsExactly("玉山县第一中学");
        assertThat(organizations("福州小学昨日开学。福州实验小学今日开学。")).hasSize(2);
        assertThat(organizations("福州市第一中学与福州二中比赛。")).hasSize(2);
    }

    @Test
    void theSourceAndTheDayOfAReportAreNoPartOfTheFirstOrganization() {
        assertThat(organizations("据新华社福州7月20日电（记者周全）福建省立医院20日启用新楼。")).containsExactly("福建省立医院");
    }

    @Test
    void twoBodiesThatActTogetherAreTwo() {
        assertThat(organizations("市中级人民法院会同市公安局开展行动。")).containsExactly("市中级人民法院", "市公安局");
    }

    @Test
    void whereInItsHouseSomethingIsHeldIsNoPartOfABody() {
        assertThat(organizations("福州市公共资源交易中心三楼大厅举行拍卖。")).containsExactly("福州市公共资源交易中心");
    }

    @Test
    void aCountyThatNoListKnowsHasAWholeName() {
        assertThat(organizations("望溪县人民法院审理了此案。")).containsExactly("望溪县人民法院");
    }

    @Test
    void thePlaceThatThePaperIsNamedAfterIsAPlaceThoughNoListKnowsIt() {
        assertThat(places("近日，汐滨惠民消费券发放。汐滨市今年有好收成。", "汐滨晚报")).containsExactly("汐滨");
        assertThat(places("人民满意，农民增收。", "人民日报")).isEmpty();
    }

    @Test
    void theFieldOfABodyIsNoBody() {
        assertThat(organizations("各地人社部门、工会组织上门服务。")).isEmpty();
    }

    @Test
    void citiesInAListAreNoOrganizations() {
        assertThat(organizations("晋江、石狮、惠安沿海阵风10级。")).isEmpty();
        assertThat(places("晋江、石狮、惠安沿海阵风10级。", "泉州晚报")).containsExactly("晋江", "石狮", "惠安");
    }

    @Test
    void aTownBehindItsDistrictIsAPlaceWhereverItIsPrinted() {
        assertThat(places("广丰区铜钹山镇接待游客。铜钹山镇还将举办年货节。", null)).containsExactly("广丰区", "铜钹山镇");
        assertThat(places("广丰区示范村和重点乡镇接受检查。", null)).containsExactly("广丰区");
    }

    @Test
    void aTownOrAStreetIsNotTheFarCountyOfItsName() {
        assertThat(READER.read("家住丰泽区东海街道，在沿河中路上班。", "泉州晚报", Set.of()).places())
                .extracting(Place::getName, Place::getCode)
                .containsExactly(tuple("丰泽区", "350503"), tuple("东海街道", null), tuple("沿河中路", null));
    }

    @Test
    void wordsThatAreCountiesElsewhereAreNoPlacesAtHome() {
        assertThat(places("建设现代化新城区，发放惠民券，博爱送万家。", "福州日报")).isEmpty();
        assertThat(places("西安市新城区举办灯会。", "西安晚报")).contains("新城区");
        assertThat(places("哈萨克族牧民来到福州。", null)).containsExactly("福州");
    }

    @Test
    void theOrganizationOfAUnitIsTheInstitutionItBelongsTo() {
        assertThat(organizations("福州市第二医院外科主任陈志明说。")).containsExactly("福州市第二医院");
    }

    @Test
    void bodiesInGeneralAreNoOrganizations() {
        assertThat(organizations("各级工会和基层团委要行动起来，图书馆、美术馆免费开放。")).isEmpty();
    }

    @Test
    void aPapersHomeIsTheLargestDivisionOfItsName() {
        assertThat(READER.read("市政府召开会议。", "西安晚报", Set.of()).organizations())
                .extracting(Organization::getResolvedName)
                .containsExactly("西安市人民政府");
        assertThat(READER.read("省政府召开会议。", "河北日报", Set.of()).organizations())
                .extracting(Organization::getResolvedName)
                .containsExactly("河北省人民政府");
    }

    @Test
    void anAmbiguousPlaceIsTheOneAtHome() {
        Place place = READER.read("鼓楼区举办灯会。", "福州晚报", Set.of()).places().get(0);
        assertThat(place.getCode()).isEqualTo("350102");
        assertThat(place.getChain()).containsExactly("福建省", "福州市", "鼓楼区");
    }

    @Test
    void anAmbiguousPlaceIsTheOneWhoseCityTheStoryNames() {
        List<Place> places = READER.read("记者从南京市获悉，鼓楼区举办灯会。", null, Set.of()).places();
        assertThat(places).extracting(Place::getCode).contains("320106");
    }

    @Test
    void aPlaceIsListedOnceWhetherItsKindIsPrintedOrNot() {
        assertThat(READER.read("云霄县召开会议，云霄的枇杷熟了。", null, Set.of()).places()).hasSize(1);
    }

    @Test
    void aPageOfNothingButNamesIsReadInOneGo() {
        String names = "陈志明、林国强、".repeat(3_000);
        assertThat(READER.read(names, "福州日报", Set.of()).people()).hasSizeLessThanOrEqualTo(2);
    }

    @Property(tries = 150)
    void everyMentionIsTheNameAsPrinted(@ForAll("news") String text) {
        int[] points = text.codePoints().toArray();
        Names names = READER.read(text, "福州日报", Set.of());
        for (Person person : names.people()) {
            for (Mention mention : person.getMentions()) {
                String printed = new String(points, mention.getStart(), mention.getEnd() - mention.getStart());
                assertThat(printed.replaceAll("\\s", "")).isEqualTo(person.getName());
            }
        }
        List<Mention> others = new ArrayList<>();
        names.organizations().forEach(o -> others.addAll(o.getMentions()));
        names.places().forEach(p -> others.addAll(p.getMentions()));
        assertThat(others).allMatch(m -> 0 <= m.getStart() && m.getStart() < m.getEnd() && m.getEnd() <= points.length);
        assertThat(READER.read(text, "福州日报", Set.of())).isEqualTo(names);
    }

    @Provide
    Arbitrary<String> news() {
        Arbitrary<String> pieces = Arbitraries.of(
                "市长",
                "陈志明",
                "林国强",
                "、",
                "，",
                "。",
                "（",
                "）",
                "记者 ",
                "福州市",
                "市委",
                "教育局",
                "局长",
                "“",
                "”",
                "驿站",
                "\n",
                "强调",
                "高新区",
                "在",
                "和",
                "第一中学",
                "鼓楼区",
                "\uD842\uDFB7",
                " ",
                "2024年",
                "有限公司",
                "A");
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
    }

    private static List<String> people(String text) {
        return READER.read(text, null, Set.of()).people().stream()
                .map(person -> person.getName() + ": " + person.getRole())
                .toList();
    }

    private static List<String> places(String text, String publication) {
        return READER.read(text, publication, Set.of()).places().stream()
                .map(Place::getName)
                .toList();
    }

    private static List<String> organizations(String text) {
        return READER.read(text, null, Set.of()).organizations().stream()
                .map(Organization::getName)
                .toList();
    }
}
