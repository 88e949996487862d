package dev.broadsheet.segment;

import dev.broadsheet.text.Numerals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of issues as papers print them, with their year: 2024年7月21日, 中华民国廿六年七月八日, 2024-07-21, 2024.7.21, Jul 21, 2024. */
final class IssueDates {

    /** The first year of the Republic is 1912. */
    private static final int BEFORE_REPUBLIC = 1911;

    private static final int EARLIEST = 1800;
    private static final int LATEST = 2200;

    private static final String HAN_NUMBER = "[〇○零一二三四五六七八九十廿卅百元]";
    private static final String NUMBER = "[0-9〇○零一二三四五六七八九十廿卅百元]";
    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final int LETTERS_OF_A_MONTH = 4; // with the separator, in the list above

    private static final Pattern DATE = Pattern.compile(
            "(?:\\p{IsHan}{2}(?=民国))?(?<era>民国|公元|公历|西历)?(?<year>(?<![0-9])[0-9]{4}|(?<=民国)[0-9]{1,3}|" + HAN_NUMBER
                    + "{1,6})年(?<month>" + NUMBER
                    + "{1,3})月(?<day>" + NUMBER
                    + "{1,3})日"
                    + "|(?<![0-9-])(?<isoyear>[12][0-9]{3})[-./](?<isomonth>[01]?[0-9])[-./](?<isoday>[0-3]?[0-9])(?![0-9])"
                    + "|(?<![a-z])(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]{0,2} ?)?(?<name>" + MONTHS
                    + ")[a-z]{0,6}\\.? ?(?<nameday>[0-3]?[0-9])(?:st|nd|rd|th)?,? ?(?<nameyear>[12][0-9]{3})(?![0-9])",
            Pattern.CASE_INSENSITIVE);

    private IssueDates() {}

    /** Finds the dates in a folded text. */
    static Matcher in(String folded) {
        return DATE.matcher(folded);
    }

    /** Whether the folded text is a date and nothing else. */
    static boolean isDate(String folded) {
        return DATE.matcher(folded).matches();
    }

    /** The date on which the matcher stands; null where there is no such day. */
    static LocalDate value(Matcher found) {
        if (found.group("year") != null) {
            int year = Numerals.value(found.group("year"));
            boolean republic = "民国".equals(found.group("era")) || year > 0 && year < 100;
            return of(
                    republic ? year + BEFORE_REPUBLIC : year,
                    Numerals.value(found.group("month")),
                    Numerals.value(found.group("day")));
        }
        if (found.group("isoyear") != null) {
            return of(number(found, "isoyear"), number(found, "isomonth"), number(found, "isoday"));
        }
        int month = MONTHS.indexOf(found.group("name").toLowerCase(Locale.ROOT)) / LETTERS_OF_A_MONTH + 1;
        return of(number(found, "nameyear"), month, number(found, "nameday"));
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }

    private static LocalDate of(int year, int month, int day) {
        try {
            return year < EARLIEST || year > LATEST ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
