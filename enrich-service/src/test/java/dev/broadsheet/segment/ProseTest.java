package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader gets of a paragraph's lines. */
class ProseTest {

    @Test
    void englishKeepsTheBlanksBetweenAndBehindItsWords() {
        assertThat(Prose.paragraph(List.of(
                        "YUNTING, June 3 - The ferry (built in 1962) cost $48 million,",
                        "said the mayor. \"It is old,\" she added; 3,000 people ride it.")))
                .isEqualTo("YUNTING, June 3 - The ferry (built in 1962) cost $48 million, "
                        + "said the mayor. \"It is old,\" she added; 3,000 people ride it.");
    }

    @ParameterizedTest
    @CsvSource({
        "the pier was com-, pleted on time, the pier was completed on time",
        "since COVID-, 19 broke out, since COVID-19 broke out",
        "an Anglo-, American pact, an Anglo-American pact",
        "open 8:00-, 12:00, open 8:00-12:00",
        "on June 3 -, The ferry, on June 3 - The ferry"
    })
    void aHyphenAtTheEndOfALineIsDroppedWhereItOnlySplitsAWord(String first, String second, String whole) {
        assertThat(Prose.paragraph(List.of(first, second))).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "临川 县渡 口|临川县渡口",
                "增长 8.4 % , 其中渡船|增长8.4%,其中渡船",
                "据悉, GDP 增长|据悉,GDP增长",
                "共 1, 200 人|共1,200人",
                "比分 3 : 1 获胜|比分3:1获胜",
                "来自英国的 John Smith 说|来自英国的John Smith说",
                "他说：“I like it. It feels like home, too.”|他说：“I like it. It feels like home, too.”",
                "新华社北京7月20日电 各地|新华社北京7月20日电 各地",
                "第一条 为了渡口安全|第一条 为了渡口安全"
            })
    void blanksInsideChineseTextGoThoseThatMeanSomethingStay(String printed, String clean) {
        assertThat(Prose.paragraph(List.of(printed))).isEqualTo(clean);
    }
}
