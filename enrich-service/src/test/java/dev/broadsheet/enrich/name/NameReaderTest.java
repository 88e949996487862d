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
    void theOrganizationOfAUnitIsTheInstitutionItBelongsTo() {
        assertThat(organizations("福州市第二医院外科主任陈志明说。")).containsExactly("福州市第二医院");
    }

    @Test
    void bodiesInGeneralAreNoOrganizations() {
        assertThat(organizations("各级工会和基层团委要行动起来，图书馆、美术馆免费开放。")).isEmpty();
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

    private static List<String> organizations(String text) {
        return READER.read(text, null, Set.of()).organizations().stream()
                .map(Organization::getName)
                .toList();
    }
}
