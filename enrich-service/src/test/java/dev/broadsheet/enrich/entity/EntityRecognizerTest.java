package dev.broadsheet.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EntityRecognizerTest {

    private static final EntityRecognizer RECOGNIZER = EntityRecognizer.shared();

    @Test
    void anOrdinarySentenceGivesItsPersonItsOrganizationAndItsPlace() {
        assertThat(found("福建省省长陈志明在福州会见了日本代表团团长铃木一郎。"))
                .contains("PLACE 福建省", "PERSON 陈志明", "PLACE 福州", "ORGANIZATION 日本代表团");
    }

    @Test
    void traditionalTextReadsLikeSimplifiedText() {
        assertThat(found("總統府發言人張國華在臺灣表示歡迎。")).contains("PERSON 張國華", "PLACE 臺灣");
    }

    @Test
    void aForeignersNameIsOneHoweverItsDotIsPrinted() {
        assertThat(found("英国作家凯特 · 米勒昨天抵达北京。")).contains("PERSON 凯特 · 米勒");
        assertThat(found("公司总裁约翰．史密斯昨天抵达北京。")).contains("PERSON 约翰．史密斯");
    }

    @Test
    void aNameBehindItsDotEndsWhereAWordDoes() {
        assertThat(found("牧民阿里木·买买提昨天回到村里。")).contains("PERSON 阿里木·买买提");
        assertThat(found("英国作家凯特·米勒教授昨天抵达北京。")).contains("PERSON 凯特·米勒");
    }

    @Test
    void theTaggersLoneSurnameIsGivenItsGivenName() {
        assertThat(found("作品分别由张之渊、秦文芳写成。")).contains("PERSON 张之渊", "PERSON 秦文芳");
    }

    @Test
    void aBodyKnownByItsShortNameIsOneWhereverItStandsAlone() {
        assertThat(found("深交所、中国石油均未回应。")).contains("ORGANIZATION 深交所", "ORGANIZATION 中国石油");
        assertThat(found("中国石油天然气集团公司昨天发布公告。")).contains("ORGANIZATION 中国石油天然气集团公司");
    }

    @Test
    void whoHoldsAnOfficeIsAPersonThoughNoDictionaryKnowsTheName() {
        assertThat(found("市长阮可培出席会议。")).contains("PERSON 阮可培");
        assertThat(found("副主席简思渊参加调研。")).contains("PERSON 简思渊");
        assertThat(found("总工程师申屠恒到场。")).contains("PERSON 申屠恒");
        assertThat(found("诗人欧阳江海朗诵了新作。")).contains("PERSON 欧阳江海");
        assertThat(found("日本球员高桥建英首发出场。")).contains("PERSON 高桥建英");
        assertThat(found("村支书邱水根带领村民修路。")).contains("PERSON 邱水根");
    }

    @Test
    void aTitleThatTheDictionaryCutsTogetherWithTheSurnameIsRead() {
        assertThat(found("教师傅玉珠获表彰。")).contains("PERSON 傅玉珠");
        assertThat(found("果农田桂珍说，收成不错。")).contains("PERSON 田桂珍");
    }

    @Test
    void whatStandsBehindAnOfficeIsNotAlwaysItsHolder() {
        assertThat(found("书记高度重视，领导班子和新任局长高兴地来了。")).isEmpty();
        assertThat(found("领导和群众在一起。")).isEmpty();
    }

    @Test
    void offsetsCountCodePointsOfTheLineAsGiven() {
        String line = " \uD842\uDFB7 陈志明在福州说";
        assertThat(RECOGNIZER.recognize(line)).contains(new Entity(EntityType.PLACE, 7, 9));
    }

    @Property(tries = 200)
    void whateverTheTextNamesLieWithinItInOrderAndOnOneLine(@ForAll @StringLength(max = 300) String text) {
        int[] points = text.codePoints().toArray();
        int free = 0;
        for (Entity entity : RECOGNIZER.recognize(text)) {
            assertThat(entity.start()).isGreaterThanOrEqualTo(free);
            assertThat(entity.end()).isLessThanOrEqualTo(points.length);
            assertThat(new String(points, entity.start(), entity.length())).doesNotContain("\n");
            free = entity.end();
        }
        assertThat(RECOGNIZER.recognize(text)).isEqualTo(RECOGNIZER.recognize(text));
    }

    private static List<String> found(String text) {
        int[] points = text.codePoints().toArray();
        return RECOGNIZER.recognize(text).stream()
                .map(e -> e.type() + " " + new String(points, e.start(), e.length()))
                .toList();
    }
}
