package dev.broadsheet.enrich.date;

import dev.broadsheet.text.ResourceLines;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The statutory holidays of {@code holidays.txt}: several days around a feast, otherwise every year. */
final class Holidays {

    /** Last day by first day; holidays do not overlap. */
    private static final TreeMap<LocalDate, LocalDate> LAST_DAYS = read();

    private Holidays() {}

    private static TreeMap<LocalDate, LocalDate> read() {
        TreeMap<LocalDate, LocalDate> holidays = new TreeMap<>();
        for (String line : ResourceLines.lines(Holidays.class, "holidays.txt")) {
            String[] days = line.split(" ");
            holidays.put(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
        }
        return holidays;
    }

    /** The holiday that a day is in; the day itself where it is in none that is listed. */
    static Period around(Period day) {
        Map.Entry<LocalDate, LocalDate> holiday = day.isKnown() ? LAST_DAYS.floorEntry(day.from()) : null;
        boolean within =
                holiday != null && day.isOneDay() && !holiday.getValue().isBefore(day.from());
        return within
                ? Period.of(holiday.getKey(), holiday.getValue(), Grain.DAY).withYearOf(day)
                : day;
    }
}
