package dev.broadsheet.enrich.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The traditional lunisolar calendar (农历), by ICU's astronomical computation. A lunar year carries the number of the
 * Gregorian year in which it begins: 腊月二十三 of 2020 is 4 February 2021.
 */
final class LunarCalendar {

    static final int FIRST_YEAR = 1700;
    static final int LAST_YEAR = 2199;
    private static final int MONTHS = 12;

    private static final AtomicReferenceArray<Year> YEARS = new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

    private LunarCalendar() {}

    /**
     * A day of the lunar calendar.
     *
     * @param month 1 (正月) to 12 (腊月)
     * @param day 1 (初一) to 30
     * @return null where the year is out of the computed range, or that month has no such day or no leap month
     */
    static LocalDate day(int year, int month, boolean leap, int day) {
        Period whole = month(year, month, leap);
        LocalDate found = whole == null || day < 1 ? null : whole.from().plusDays(day - 1L);
        return found == null || found.isAfter(whole.to()) ? null : found;
    }

    /** A month of the lunar calendar; null as in {@link #day}. */
    static Period month(int year, int month, boolean leap) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS) {
            return null;
        }
        Year months = year(year);
        int index = leap ? months.leapIndex(month) : months.index(month);
        return index < 0 ? null : Period.of(months.starts[index], months.starts[index + 1].minusDays(1), Grain.MONTH);
    }

    /** 除夕, the last day of the lunar year; null where the year is out of the computed range. */
    static LocalDate lastDay(int year) {
        Period last = month(year, MONTHS, false);
        return last == null ? null : last.to();
    }

    private static Year year(int year) {
        Year known = YEARS.get(year - FIRST_YEAR);
        if (known == null) {
            known = compute(year);
            YEARS.set(year - FIRST_YEAR, known);
        }
        return known;
    }

    private static Year compute(int year) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
        calendar.clear();
        calendar.set(Calendar.EXTENDED_YEAR, year);
        calendar.set(Calendar.MONTH, 0);
        calendar.set(Calendar.IS_LEAP_MONTH, 0);
        calendar.set(Calendar.DAY_OF_MONTH, 1);
        LocalDate start = date(calendar);
        LocalDate[] starts = new LocalDate[MONTHS + 2];
        int leapAfter = 0;
        int count = 0;
        do {
            starts[count] = start;
            if (calendar.get(Calendar.IS_LEAP_MONTH) == 1) {
                leapAfter = calendar.get(Calendar.MONTH) + 1;
            }
            count++;
            start = start.plusDays(calendar.getActualMaximum(Calendar.DAY_OF_MONTH));
            calendar.setTimeInMillis(start.toEpochDay() * 86_400_000L);
        } while (calendar.get(Calendar.EXTENDED_YEAR) == year);
        starts[count] = start;
        return new Year(starts, count, leapAfter);
    }

    private static LocalDate date(ChineseCalendar calendar) {
        return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L));
    }

    /**
     * First days of the months of one year and of the next year.
     *
     * @param leapAfter the month that is doubled, 1 to 12; 0 where none is
     */
    private record Year(LocalDate[] starts, int count, int leapAfter) {

        int index(int month) {
            return leapAfter > 0 && month > leapAfter ? month : month - 1;
        }

        int leapIndex(int month) {
            return month == leapAfter ? month : -1;
        }
    }
}
