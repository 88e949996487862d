package dev.broadsheet.segment;

import dev.broadsheet.schema.Dateline;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where and when a story was filed: 据新华社北京7月20日电, 本报临川3月2日电. Folded text without spaces. */
final class Datelines {

    private static final String NUMBER = "([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})";
    private static final Pattern FILED = Pattern.compile(
            "^([^0-9一二三四五六七八九十(),。:]{0,12})(?:" + NUMBER + "月" + NUMBER + "日)?(?:\\([^()]{1,30}\\))?(?:专?电|讯|综合|报道)");
    private static final Pattern MISREAD_DATE = Pattern.compile("^([^0-9(),。:]{0,8})" + NUMBER + ".?" + NUMBER + ".?电");
    private static final int REACH = 40;

    private Datelines() {}

    /**
     * A dateline as printed.
     *
     * @param agency the agency; null for the paper's own
     * @param place null where none is printed
     * @param month 0 where no date is printed
     * @param day 0 where no date is printed
     */
    record Reading(String agency, String place, int month, int day) {

        /**
         * The dateline against the issue's date: the last such day that is not after it.
         *
         * @param issueDate null where unknown; the year is then left open: --07-20
         * @return null where neither place nor date is printed
         */
        Dateline dateline(LocalDate issueDate) {
            String date = date(issueDate);
            return place == null && date == null ? null : new Dateline(place, date);
        }

        private String date(LocalDate issueDate) {
            if (month == 0) {
                return null;
            }
            try {
                if (issueDate == null) {
                    return MonthDay.of(month, day).toString();
                }
                LocalDate date = LocalDate.of(issueDate.getYear(), month, day);
                return (date.isAfter(issueDate) ? date.minusYears(1) : date).toString();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** The dateline with which a story begins; null where it begins with none. */
    static Reading read(String tight, Vocabulary words) {
        String head = tight.substring(0, Math.min(tight.length(), REACH));
        int at = !head.isEmpty() && Glyphs.isOpener(head.charAt(0)) ? 1 : 0;
        boolean quoted = head.startsWith("据", at);
        at += quoted ? 1 : 0;
        boolean own = head.startsWith("本报", at) && !head.startsWith("本报讯", at) && !head.startsWith("本报综合讯", at);
        String agency = own ? null : agency(head, at, words);
        if (agency == null && !own) {
            return null;
        }
        String rest = head.substring(Math.min(head.length(), at + (own ? 2 : agency.length())));
        Matcher filed = FILED.matcher(rest);
        if (!filed.find()) {
            filed = MISREAD_DATE.matcher(rest);
            if (!filed.find()) {
                return null;
            }
        }
        if (own && filed.group(2) == null) {
            return null;
        }
        return new Reading(agency, place(filed.group(1)), number(filed.group(2)), number(filed.group(3)));
    }

    private static String agency(String head, int at, Vocabulary words) {
        String exact = words.startOf("agency", head, at);
        if (exact != null) {
            return exact;
        }
        for (String agency : words.terms("agency")) {
            if (agency.length() >= 3
                    && head.length() >= at + agency.length()
                    && differences(head, at, agency) == 1
                    && head.indexOf('电', at) > 0
                    && (at > 0 || head.matches("^.{3,14}日.{0,2}电.*"))) {
                return agency;
            }
        }
        return null;
    }

    private static int differences(String text, int at, String term) {
        int differences = 0;
        for (int i = 0; i < term.length(); i++) {
            differences += text.charAt(at + i) == term.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    private static String place(String printed) {
        String place = printed.replaceAll("记者.*", "");
        return place.isEmpty() ? null : place;
    }

    private static int number(String printed) {
        return printed == null ? 0 : Math.max(0, Numerals.value(printed));
    }
}
