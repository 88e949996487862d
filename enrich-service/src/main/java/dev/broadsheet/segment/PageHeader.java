package dev.broadsheet.segment;

import dev.broadsheet.text.Numerals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page prints of itself: 云汀日报 2024年7月21日 星期日 第2版, or 中華民國二十六年七月八日.
 *
 * @param publication null where none is printed
 * @param issueDate null where none is printed
 * @param label page number; null where none is printed
 */
record PageHeader(String publication, LocalDate issueDate, String label) {

    /** The first year of the Republic is 1912. */
    private static final int BEFORE_REPUBLIC = 1911;

    private static final String NUMBER = "([0-9〇○零一二三四五六七八九十廿卅百元]{1,6})";
    private static final Pattern DATE = Pattern.compile("(民国|公元)?" + NUMBER + "年" + NUMBER + "月" + NUMBER + "日");
    private static final Pattern ISO = Pattern.compile("([12][0-9]{3})[-./]([01]?[0-9])[-./]([0-3]?[0-9])");
    private static final Pattern LABEL =
            Pattern.compile("第([0-9]{1,3}|[一二三四五六七八九十]{1,3})版|(?<![0-9A-Z])([A-Z]?[0-9]{1,2})版");
    private static final Pattern NAME = Pattern.compile("(\\p{IsHan}{2,5}(?:日报|晚报|晨报|时报|早报|商报|都市报|周报|导报|新报|公报|民报|快报))");

    /** Reads the headers among a page's furniture; the first that says something counts. */
    static PageHeader read(List<Printed> furniture) {
        String publication = null;
        LocalDate date = null;
        String label = null;
        for (Printed line : furniture) {
            if (line.tight().length() > 80) {
                continue;
            }
            publication = publication == null ? publication(line) : publication;
            date = date == null ? date(line.tight()) : date;
            label = label == null ? label(line.tight()) : label;
        }
        return new PageHeader(publication, date, label);
    }

    private static String publication(Printed line) {
        Matcher name = NAME.matcher(line.tight());
        return name.find() && name.start() == 0 ? Glyphs.tight(line.text()).substring(name.start(), name.end()) : null;
    }

    private static String label(String tight) {
        Matcher label = LABEL.matcher(tight);
        return label.find() ? PageLabels.plain(label.group(1) == null ? label.group(2) : label.group(1)) : null;
    }

    static LocalDate date(String tight) {
        Matcher date = DATE.matcher(tight);
        if (date.find()) {
            int year = Numerals.value(date.group(2));
            boolean republic = "民国".equals(date.group(1)) || year > 0 && year < 100;
            return of(
                    republic ? year + BEFORE_REPUBLIC : year,
                    Numerals.value(date.group(3)),
                    Numerals.value(date.group(4)));
        }
        Matcher iso = ISO.matcher(tight);
        return iso.find()
                ? of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)))
                : null;
    }

    private static LocalDate of(int year, int month, int day) {
        try {
            return year < 1800 || year > 2200 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
