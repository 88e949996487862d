package dev.broadsheet.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {

    @ParameterizedTest
    @CsvSource({
        "2017, 2, 2017-02-03", // 立春 at 23:34
        "2021, 2, 2021-02-03", // 立春 at 22:59
        "2024, 2, 2024-02-04",
        "2025, 2, 2025-02-03",
        "1984, 2, 1984-02-04", // 23:19
        "2024, 6, 2024-04-04",
        "2023, 6, 2023-04-05",
        "2024, 23, 2024-12-21",
        "2023, 23, 2023-12-22",
        "2021, 23, 2021-12-21", // 冬至 at 23:59
        "2024, 11, 2024-06-21",
        "2008, 17, 2008-09-22",
        "1949, 14, 1949-08-08",
    })
    void solarTermsFallOnTheDaysOfTheAlmanac(int year, int term, LocalDate day) {
        assertThat(SolarTerms.day(year, term)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "1900, 1, 1, 1900-01-31",
        "1949, 8, 15, 1949-10-06",
        "2020, 8, 15, 2020-10-01",
        "2023, 1, 1, 2023-01-22",
        "2023, 8, 15, 2023-09-29",
        "2024, 1, 1, 2024-02-10",
        "2025, 1, 1, 2025-01-29",
        "2025, 12, 8, 2026-01-26",
        "2033, 8, 15, 2033-09-08",
    })
    void lunarDaysFallOnTheDaysOfTheAlmanac(int year, int month, int day, LocalDate expected) {
        assertThat(LunarCalendar.day(year, month, false, day)).isEqualTo(expected);
    }

    @Test
    void leapMonthsAreApartFromTheirNamesakes() {
        assertThat(LunarCalendar.day(2023, 2, true, 1)).isEqualTo(LocalDate.of(2023, 3, 22));
        assertThat(LunarCalendar.day(2023, 3, true, 1)).isNull();
        assertThat(LunarCalendar.day(2023, 3, false, 1)).isEqualTo(LocalDate.of(2023, 4, 20));
    }

    @Test
    void daysAndYearsOutOfRangeAreNone() {
        assertThat(LunarCalendar.day(2024, 1, false, 30)).isNull();
        assertThat(LunarCalendar.day(1500, 1, false, 1)).isNull();
        assertThat(LunarCalendar.lastDay(2024)).isEqualTo(LocalDate.of(2025, 1, 28));
    }

    @ParameterizedTest
    @CsvSource({"1961, 1961-04-02", "2000, 2000-04-23", "2024, 2024-03-31", "2025, 2025-04-20", "2038, 2038-04-25"})
    void easterFallsOnItsSunday(int year, LocalDate day) {
        assertThat(Calendars.easter(year)).isEqualTo(day);
    }
}
