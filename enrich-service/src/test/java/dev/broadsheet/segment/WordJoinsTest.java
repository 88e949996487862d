package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two halves of a line are one word cut in two. */
class WordJoinsTest {

    @ParameterizedTest
    @CsvSource({"代表们依法履, 职尽责", "全村今年脱, 贫摘帽"})
    void aCutWordIsKnownThoughItIsYoungerThanTheNewspapersThatWereCounted(String before, String after) {
        assertThat(WordJoins.score(before, after)).isGreaterThan(WordJoins.BROKEN_WORD);
    }

    @ParameterizedTest
    @CsvSource({"代表们依法履, 渡口添了新船", "渡口添了新, 职尽责"})
    void halvesOfDifferentSentencesCutNoWord(String before, String after) {
        assertThat(WordJoins.score(before, after)).isLessThan(WordJoins.BROKEN_WORD);
    }
}
