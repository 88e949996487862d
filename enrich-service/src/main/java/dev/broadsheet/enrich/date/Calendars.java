package dev.broadsheet.enrich.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Units of the civil calendar and their parts. Weeks run from Monday to Sunday, as in GB/T 7408 (ISO 8601). */
final class Calendars {

    private static final int[] TENDAY_STARTS = {1, 11, 21};

    private Calendars() {}

    /** The unit that holds {@code day}, so many units on. */
    static Period unit(LocalDate day, Grain grain, int offset) {
        return switch (grain) {
            case CENTURY -> century(Math.floorDiv(day.getYear(), 100) + offset);
            case DECADE -> decade(Math.floorDiv(day.getYear(), 10) * 10 + 10 * offset);
            case YEAR -> Period.year(day.getYear() + offset);
            case HALF -> parts(day, 6, offset).withGrain(Grain.HALF);
            case QUARTER -> parts(day, 3, offset).withGrain(Grain.QUARTER);
            case MONTH -> parts(day, 1, offset).withGrain(Grain.MONTH);
            case TENDAY -> tenday(day.withDayOfMonth(1), Math.min(3, (day.getDayOfMonth() - 1) / 10 + 1));
            case WEEK -> week(monday(day).plusWeeks(offset));
            case DAY -> Period.day(day.plusDays(offset));
        };
    }

    private static Period parts(LocalDate day, int months, int offset) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        LocalDate from = day.withDayOfMonth(1).withMonth(first).plusMonths((long) months * offset);
        return Period.of(from, from.plusMonths(months).minusDays(1), Grain.MONTH);
    }

    /** 20 is the century of 2001; the trade counts it from 2000, as 21世纪's year 2000 celebrations did. */
    static Period century(int hundreds) {
        return Period.of(LocalDate.of(hundreds * 100, 1, 1), LocalDate.of(hundreds * 100 + 99, 12, 31), Grain.CENTURY);
    }

    static Period decade(int firstYear) {
        return Period.of(LocalDate.of(firstYear, 1, 1), LocalDate.of(firstYear + 9, 12, 31), Grain.DECADE);
    }

    static Period half(Period year, int half) {
        return months(year, 6 * half - 5, 6 * half, Grain.HALF);
    }

    static Period quarters(Period year, int first, int last) {
        return months(year, 3 * first - 2, 3 * last, Grain.QUARTER);
    }

    /** Months of a year or of a shorter period, counted from its first one. */
    static Period months(Period scope, int first, int last, Grain grain) {
        LocalDate start = scope.from().withDayOfMonth(1);
        return Period.of(start.plusMonths(first - 1L), start.plusMonths(last).minusDays(1), grain)
                .withYearOf(scope);
    }

    /** The meteorological seasons: spring is March to May, winter December to February. */
    static Period season(Period year, int season) {
        return months(year, 3 * season, 3 * season + 2, Grain.QUARTER);
    }

    /** 上旬, 中旬, 下旬 of the month that begins on {@code first}. */
    static Period tenday(LocalDate first, int which) {
        LocalDate from = first.withDayOfMonth(TENDAY_STARTS[which - 1]);
        LocalDate to = which == 3 ? first.plusMonths(1).minusDays(1) : from.plusDays(9);
        return Period.of(from, to, Grain.TENDAY);
    }

    /** The 1st to the 15th, or the rest of the month. */
    static Period halfMonth(Period month, int half) {
        LocalDate sixteenth = month.from().withDayOfMonth(16);
        Period part = half == 1
                ? Period.of(month.from(), sixteenth.minusDays(1), Grain.TENDAY)
                : Period.of(sixteenth, month.to(), Grain.TENDAY);
        return part.withYearOf(month);
    }

    static Period week(LocalDate monday) {
        return Period.of(monday, monday.plusDays(6), Grain.WEEK);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * The n-th week of a month or a year: the one of its n-th Monday, so that every week belongs to one month only.
     *
     * @return null where the period has no such week
     */
    static Period weekOf(Period scope, int number) {
        LocalDate first = scope.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate monday = first.plusWeeks(number - 1L);
        return number < 1 || monday.isAfter(scope.to()) ? null : week(monday).withYearOf(scope);
    }

    static Period lastWeekOf(Period scope) {
        return week(monday(scope.to())).withYearOf(scope);
    }

    /** The n-th such weekday of a period, 0 for the last one; null where there is none. */
    static Period weekdayOf(Period scope, int number, int weekday) {
        DayOfWeek wanted = DayOfWeek.of(weekday);
        LocalDate day = number == 0
                ? scope.to().with(TemporalAdjusters.previousOrSame(wanted))
                : scope.from().with(TemporalAdjusters.nextOrSame(wanted)).plusWeeks(number - 1L);
        return scope.contains(day) ? Period.day(day).withYearOf(scope) : null;
    }

    /** Western Easter by the anonymous Gregorian computus (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
