package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.FERRY;
import static dev.broadsheet.segment.PageOfBlocks.only;
import static dev.broadsheet.segment.PageOfBlocks.stories;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How newspapers print what others pay for or send in: notices, advertisements, letters. */
class NoticePracticesTest {

    private static final String SUMMONS = "江大海：本院受理原告临川县渡口茶行与你买卖合同纠纷一案，现依法向你公告送达起诉状副本和开庭传票。";
    private static final String LIQUIDATION = "本公司经股东会决议解散，请债权人自本公告见报之日起四十五日内向清算组申报债权。";

    @ParameterizedTest
    @CsvSource({"公告,临川县人民法院公告", "临川县人民法院公告,公告", "注销公告,通告"})
    void eachNoticeIsAStoryUnderItsTitle(String first, String second) {
        List<Story> stories = stories(first, LIQUIDATION, second, SUMMONS);

        assertThat(stories).extracting(Story::headline).containsExactly(first, second);
    }

    @Test
    void aWordOverTheTitlesOfNoticesIsTheNameOfTheirSection() {
        List<Story> stories = stories("公告", "注销公告", LIQUIDATION, "临川县人民法院公告", SUMMONS);

        assertThat(stories).extracting(Story::headline).containsExactly("注销公告", "临川县人民法院公告");
    }

    @ParameterizedTest
    @ValueSource(strings = {"（2021）闽01民初88号", "（2021）闽0102执恢7号", "云自然告字〔2021〕8号"})
    void theNumberOfACaseUnderTheTitleBeginsTheText(String number) {
        Story story = only("临川县人民法院公告", number, SUMMONS);

        assertThat(story.headline()).isEqualTo("临川县人民法院公告");
        assertThat(story.body()).extracting(BodyBlock::getText).containsExactly(number, SUMMONS);
    }

    @ParameterizedTest
    @CsvSource({
        "特此讣告,江大海先生治丧小组",
        "特此公告,临川县渡口茶行清算组",
        "特此通知,中共临川县委组织部",
        "谨此致谢,江大海先生亲属",
    })
    void theLastWordsSignatureAndDateOfANoticeAreItsOwn(String closing, String signature) {
        List<Story> stories = stories("公告", LIQUIDATION, closing, signature, "2021年3月4日", "新渡船下水", FERRY);

        assertThat(stories).extracting(Story::headline).containsExactly("公告", "新渡船下水");
        assertThat(stories.get(0).body())
                .extracting(BodyBlock::getText)
                .containsExactly(LIQUIDATION, closing, signature, "2021年3月4日");
    }

    @Test
    void theTitleOfANoticeIsNoSignatureOfTheOneBefore() {
        List<Story> stories = stories("注销公告", LIQUIDATION, "特此公告。", "遗失声明", "临川县渡口茶行遗失营业执照副本一份，声明作废。");

        assertThat(stories).extracting(Story::headline).containsExactly("注销公告", "遗失声明");
    }

    @Test
    void theDateUnderTheNameOfWhoWroteALetterBelongsToTheLetter() {
        Story story = only("夜里的渡船", "编辑同志：我住在江心洲，夜里过江最怕等不到船。新渡船开了夜班，我们下夜班的人都很感激。", "读者：江晓岚", "2021年3月4日");

        assertThat(story.reporters()).containsExactly("江晓岚");
        assertThat(story.body()).extracting(BodyBlock::getText).endsWith("2021年3月4日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"江心洲居民 江晓岚", "（渡口小区业主 江晓岚）", "读者 江晓岚"})
    void theWritersOfLettersSignWithWhatTheyAre(String signature) {
        List<Story> stories =
                stories("夜里的渡船", "编辑同志：我住在江心洲，夜里过江最怕等不到船，盼望渡口早日开夜班。", signature, "渡口答复", "渡口管理站回复说，新渡船本月下水，每晚加开六班。");

        assertThat(stories).extracting(Story::headline).containsExactly("夜里的渡船", "渡口答复");
        assertThat(stories.get(0).reporters()).containsExactly("江晓岚");
    }

    @Test
    void aPhraseAboutResidentsUnderAParagraphIsAHeadline() {
        List<Story> stories = stories("图书馆添新书", "县图书馆新添图书三百册，新书已经上架。", "夜渡开班 江心洲居民 高兴", FERRY);

        assertThat(stories).extracting(Story::headline).containsExactly("图书馆添新书", "夜渡开班 江心洲居民 高兴");
    }

    @ParameterizedTest
    @ValueSource(strings = {"临川县文明办 宣", "闽海日报社 宣", "临川县委宣传部 公益广告", "临川县文明办宣"})
    void theSloganOfAPublicServiceAdvertisementIsNoPartOfTheStoryBelow(String signature) {
        List<Story> apart = stories("图书馆添新书", "县图书馆新添图书三百册，新书已经上架。", "垃圾不落地 汀江更美丽", signature, "新渡船下水", FERRY);
        List<Story> together = stories("图书馆添新书", "县图书馆新添图书三百册，新书已经上架。", "垃圾不落地\n汀江更美丽\n" + signature, "新渡船下水", FERRY);

        assertThat(apart).extracting(Story::headline).containsExactly("图书馆添新书", "新渡船下水");
        assertThat(apart).extracting(Story::kicker, Story::subheadline).containsOnly(tuple(null, null));
        assertThat(together).extracting(Story::headline).containsExactly("图书馆添新书", "新渡船下水");
        assertThat(together).extracting(Story::kicker, Story::subheadline).containsOnly(tuple(null, null));
    }

    @Test
    void aHeadlineBelowItsBodyStaysWithItWhereASloganFollows() {
        List<Story> stories =
                stories("本报讯（记者 秦晓岚）县图书馆新添图书三百册，新书已经上架。", "图书馆添新书", FERRY, "新渡船下水", "垃圾不落地\n汀江更美丽\n临川县委宣传部\n临川县文明办 宣");

        assertThat(stories).extracting(Story::headline).containsExactly("图书馆添新书", "新渡船下水");
    }

    @Test
    void theLastWordOfAHeadlineIsNoSignature() {
        List<Story> stories = stories("图书馆添新书", "县图书馆新添图书三百册，新书已经上架。", "村里来了文艺轻骑兵巡演巡宣", FERRY);

        assertThat(stories).extracting(Story::headline).containsExactly("图书馆添新书", "村里来了文艺轻骑兵巡演巡宣");
    }
}
