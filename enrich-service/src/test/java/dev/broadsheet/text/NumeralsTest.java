package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({"二〇二四, 2024", "二O二四, 2024", "十二, 12", "廿一, 21", "二十六, 26", "一百零八, 108", "07, 7", "元, 1", "三〇, 30"})
    void aPrintedNumberHasItsValue(String printed, int value) {
        assertThat(Numerals.value(printed)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"春", "", "A1", "三四十", "1234567890"})
    void whatIsNoNumberHasNone(String printed) {
        assertThat(Numerals.value(printed)).isEqualTo(-1);
    }
}
