package dev.broadsheet.enrich.date;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A run of days.
 *
 * @param from first day; null where it is open or cannot be told
 * @param to last day, inclusive; null where it is open or cannot be told
 * @param grain the unit that the expression named last
 * @param yearKnown false where only month and day are printed and nothing tells the year; the days then lie in {@link
 *     #LEAP_YEAR} or the year after
 */
record Period(LocalDate from, LocalDate to, Grain grain, boolean yearKnown) {

    /** Stands in for the year that nobody told: a leap year, so that 2月29日 has a place. */
    static final int LEAP_YEAR = 1972;

    static Period of(LocalDate from, LocalDate to, Grain grain) {
        return new Period(from, to, grain, true);
    }

    static Period day(LocalDate day) {
        return of(day, day, Grain.DAY);
    }

    static Period year(int year) {
        return of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Grain.YEAR);
    }

    static Period month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return of(first, first.plusMonths(1).minusDays(1), Grain.MONTH);
    }

    /** A period that nothing dates: 昨日 on a page without an issue date. */
    static Period unknown(Grain grain) {
        return new Period(null, null, grain, false);
    }

    boolean isKnown() {
        return from != null && to != null;
    }

    boolean isOneDay() {
        return isKnown() && from.equals(to);
    }

    Period withYearUnknown() {
        return new Period(from, to, grain, false);
    }

    /** The same days, their year as well known as that of {@code scope}. */
    Period withYearOf(Period scope) {
        return new Period(from, to, grain, yearKnown && scope.yearKnown);
    }

    Period withGrain(Grain other) {
        return new Period(from, to, other, yearKnown);
    }

    /** From this period's first day to the other's last one. */
    Period through(Period last) {
        return new Period(from, last.to, last.grain, yearKnown && last.yearKnown);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    String printFrom() {
        return print(from);
    }

    String printTo() {
        return print(to);
    }

    private String print(LocalDate day) {
        if (day == null) {
            return null;
        }
        return yearKnown
                ? day.toString()
                : String.format(Locale.ROOT, "--%02d-%02d", day.getMonthValue(), day.getDayOfMonth());
    }
}
