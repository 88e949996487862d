package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two texts a broken sentence goes on in. */
class SentenceModelTest {

    @ParameterizedTest
    @CsvSource({
        "茶农的工资从3200元涨到, 6500元, 今年以来",
        "镇里同意采用本, 地回避制度, 会议强调",
        "夜里水位超过, 3.2米的警戒线, 县长林一表示",
        "两家企业总投资, 超过两亿元, 据了解",
        "雨水太多，, 以免果子裂开, 目前"
    })
    void aSentenceGoesOnWhereItsWordsDo(String broken, String half, String other) {
        assertThat(SentenceModel.goesOn(broken, half)).isGreaterThan(SentenceModel.goesOn(broken, other));
    }

    @ParameterizedTest
    @CsvSource({"县里同意, ''", "'', 今年以来", "。, 今年以来"})
    void nothingIsSaidWhereNothingStands(String broken, String half) {
        assertThat(SentenceModel.goesOn(broken, half)).isZero();
    }
}
