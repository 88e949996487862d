package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {

    private final Bylines bylines = new Bylines(Vocabulary.STANDARD);

    @ParameterizedTest
    @CsvSource({
        "⊙本报记者 江一帆 温如玉 文 何春 图, 江一帆 温如玉, 何春",
        "融媒体记者江一帆 通讯员柳月明, 江一帆 柳月明, ''",
        "(融媒体记者何春 通讯员卢小北 摄), '', 何春 卢小北",
        "纪小满 卢北 摄影报道, 纪小满 卢北, 纪小满 卢北",
        "记者 江 帆 通讯员 柳 明, 江帆 柳明, ''",
        "文/江一帆 图/何春, 江一帆, 何春",
        "本報記者 江一帆 攝, '', 江一帆",
        "新华社记者 何春 摄, '', 何春",
        "融媒体记者江一帆温如玉 通讯员柳月明, 江一帆 温如玉 柳月明, ''",
        "记者 江一帆通讯员柳月 明, 江一帆 柳月明, ''",
        "江一帆摄影报道, 江一帆, 江一帆",
        "融媒体记者 温如玉通讯员 何春, 温如玉 何春, ''",
        "文/本报记者 江一帆 图/本报记者 何春, 江一帆, 何春",
        "本报记者 江一帆 摄影 何春, 江一帆, 何春",
        "记者 江一帆 摄影 何春 文, 何春, 江一帆",
        "文/图 记者 江一帆, 江一帆, 江一帆",
    })
    void namesAreReadInTheirRoles(String line, String reporters, String photographers) {
        Credits credits = bylines.parse(line, Folding.fold(line));

        assertThat(String.join(" ", credits.reporters())).isEqualTo(reporters);
        assertThat(String.join(" ", credits.photographers())).isEqualTo(photographers);
    }

    @ParameterizedTest
    @CsvSource({
        "⊙本振记者 江一帆 温如玉 文 何春 图, 江一帆 温如玉, 何春",
        "⊙本报。者 江一帆 温如玉 文 何春 图, 江一帆 温如玉, 何春",
        "融媒体积者江一帆 通讯发柳月明, 江一帆 柳月明, ''",
        "记统 江一帆, 江一帆, ''",
        "才者 江一帆 柳月明, 江一帆 柳月明, ''",
        "⊙本报记者 江一帆 表 何春 图, 江一帆, 何春",
        "⊙本报记者 江一帆 文 温如玉 国, 江一帆, 温如玉",
    })
    void oneMisreadCharacterHidesNoRole(String line, String reporters, String photographers) {
        namesAreReadInTheirRoles(line, reporters, photographers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3月5日，步行桥通行", "本报记者走进溪屿湾采访", "讯员 江一帆）昨日，记者从市", "市民走过步行桥。", "读者江先生问：", ""})
    void whatHoldsMoreThanNamesIsNoByline(String line) {
        assertThat(bylines.parse(line, Folding.fold(line))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "【本報記者江一帆報道】雲汀育才小學昨日開學。, 江一帆",
        "【本报记者 江一帆 何春 报道】云汀育才小学昨日开学。, 江一帆 何春",
        "本报讯（记者 江一帆 通讯员柳月明）云汀育才小学昨日开学。, 江一帆 柳月明",
        "本报。（江一帆 柳月明）云汀育才小学昨日开学。, 江一帆 柳月明",
        "本报讯等记者江一帆 柳月明）云汀育才小学昨日开学。, 江一帆 柳月明",
    })
    void aStoryNamesItsReportersAsItOpens(String paragraph, String reporters) {
        assertThat(OpeningCredits.read(paragraph, bylines).reporters()).containsExactly(reporters.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "学校发放了教材。（记者江一帆）, 江一帆",
        "学校发放了教材。（江一帆 何春）, 江一帆 何春",
        "学校发放了教材。 （何 春）, 何春",
        "“教材都到齐了。”（江一帆）, 江一帆",
        "学校发放了教材。（康 宁）, 康宁",
        "学校发放了教材。（江一帆 康宁）, 江一帆 康宁",
    })
    void aStoryMayBeSignedInBracketsAtItsEnd(String paragraph, String reporters) {
        assertThat(OpeningCredits.readEnd(paragraph, bylines).reporters()).containsExactly(reporters.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"学校发放了教材。（高兴）", "学校（云汀市）", "学校发放了教材。", "（江一帆）"})
    void otherBracketsSignNothing(String paragraph) {
        assertThat(OpeningCredits.readEnd(paragraph, bylines)).isNull();
    }

    @Test
    void surnamesOfTwoCharactersAreKnown() {
        assertThat(bylines.hasSurname("欧阳明")).isTrue();
        assertThat(bylines.hasSurname("完")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"（上接第一版）, 1", "(上接A02版), A02", "领上接第三版）, 3"})
    void whereATextComesFromIsReadThoughTheBracketIsNot(String line, String page) {
        assertThat(JumpLines.from(Glyphs.tight(Folding.fold(line + "接着说")))).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"（下转第二版）, 2", "(下转4版), 4", "【下转A08版】, A08", "（下转第十一版）, 11", "（下转策三版）, 3"})
    void jumpsAreReadInFigures(String line, String page) {
        assertThat(JumpLines.to(Glyphs.tight(Folding.fold("待续" + line)))).isEqualTo(page);
    }
}
