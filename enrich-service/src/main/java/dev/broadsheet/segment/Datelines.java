package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import dev.broadsheet.schema.Dateline;
import dev.broadsheet.text.Numerals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where and when a story was filed: 据新华社北京7月20日电, 本报临川3月2日电. One misread character is forgiven in the
 * agency's name, in 据, in the date, and in 电 itself where 据 and a date stand before it.
 */
final class Datelines {

    private static final String NUMBER = "([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})";
    private static final String PLACE = "^((?:[^0-9一二三四五六七八九十(),。:、快][^0-9一二三四五六七八九十(),。:]{0,11})?)";
    private static final Pattern FILED = Pattern.compile(PLACE + "(?:" + NUMBER + "月" + NUMBER
            + "日)?(?:\\([^()]{1,30}\\))?(?:\\p{IsHan}{0,4}专电|电|讯|综合|报道|(?:、\\p{IsHan}{2,8})+(?:报道|电))");
    private static final Pattern MISREAD = Pattern.compile("^([^0-9(),。:]{0,8})" + NUMBER + ".?" + NUMBER + ".?电");
    private static final Pattern QUOTED = Pattern.compile(PLACE + NUMBER + "月" + NUMBER + "日");

    /** 中央社南京八日电: older telegrams name the day only; the month is that of the paper. */
    private static final Pattern TELEGRAM = Pattern.compile("^([^0-9(),。:]{0,8}?)()" + NUMBER + "日(?:专?电|讯)");

    /** Where 据 itself is misread, place, date and 电 must all stand. */
    private static final Pattern DATED = Pattern.compile(PLACE + NUMBER + "月" + NUMBER + "日电");

    /** 据新华社北京7月2，日电: the place is sure, the date is not. */
    private static final Pattern UNDATED = Pattern.compile("^(\\p{IsHan}{2,6})()()[0-9][^()。]{0,7}电");

    private static final List<Pattern> QUOTING = List.of(FILED, QUOTED, TELEGRAM, MISREAD, UNDATED);
    private static final List<Pattern> PLAIN = List.of(FILED, TELEGRAM, MISREAD);

    private static final Pattern CLOSING = Pattern.compile("[(](?:均?据|综合)?(\\p{IsHan}{3}[^()]{0,20})[)]$");

    private static final int REACH = 40;

    private Datelines() {}

    /**
     * A dateline as printed.
     *
     * @param agency the agency; null for the paper's own
     * @param place null where none is printed
     * @param month 0 where none is printed
     * @param day 0 where none is printed
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
            if (day == 0 || month == 0 && issueDate == null) {
                return null;
            }
            try {
                if (month == 0) {
                    LocalDate last = day > issueDate.getDayOfMonth() ? issueDate.minusMonths(1) : issueDate;
                    return last.withDayOfMonth(day).toString();
                }
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

    /** Whose copy it is, and where in the text the name ends. */
    private record Source(String name, int end) {}

    /**
     * The dateline with which a story begins; null where it begins with none.
     *
     * @param tight folded text without spaces
     * @param printed the same as printed, without spaces
     */
    static Reading read(String tight, String printed, Vocabulary words) {
        String head = tight.substring(0, Math.min(tight.length(), REACH));
        int at = !head.isEmpty() && Glyphs.isOpener(head.charAt(0)) ? 1 : 0;
        boolean gathered = head.startsWith("综合", at);
        boolean quoted = gathered || head.startsWith("据", at);
        boolean misread = !quoted && head.length() > at && words.startOf("agency", head, at + 1) != null;
        Source source = source(head, printed, at + (gathered ? 2 : quoted || misread ? 1 : 0), words);
        if (source == null) {
            return null;
        }
        String rest = head.substring(source.end());
        List<Pattern> patterns = quoted ? QUOTING : misread ? List.of(DATED) : PLAIN;
        for (Pattern pattern : patterns) {
            Matcher filed = pattern.matcher(rest);
            if (filed.find()) {
                boolean undated = filed.group(3) == null;
                return source.name() == null && undated ? null : reading(source, filed, printed);
            }
        }
        return null;
    }

    /**
     * Whose copy a text is that says so at its end: …。（据新华社）, …。（综合新华社、中新社电）.
     *
     * @param text the last paragraph, as printed
     * @return null where it says nothing
     */
    static String agencyAtEnd(String text, Vocabulary words) {
        Matcher closing = CLOSING.matcher(Folding.fold(text.substring(Math.max(0, text.length() - REACH))));
        return closing.find() ? words.startOf("agency", closing.group(1), 0) : null;
    }

    private static Reading reading(Source source, Matcher filed, String printed) {
        String place = printed.substring(source.end() + filed.start(1), source.end() + filed.end(1));
        int reporter = place.indexOf("记者");
        String bare = reporter < 0 ? place : place.substring(0, reporter);
        return new Reading(source.name(), bare.isEmpty() ? null : bare, number(filed.group(2)), number(filed.group(3)));
    }

    private static Source source(String head, String printed, int at, Vocabulary words) {
        if (head.startsWith("本报", at)) {
            boolean plain = head.startsWith("讯", at + 2) || head.startsWith("综合", at + 2);
            return plain ? null : new Source(null, at + 2);
        }
        String exact = words.startOf("agency", head, at);
        if (exact != null) {
            return new Source(printed.substring(at, at + exact.length()), at + exact.length());
        }
        for (String agency : words.terms("agency")) {
            boolean fits = agency.length() >= 3 && head.length() >= at + agency.length();
            if (fits
                    && Vocabulary.isMisread(agency, head, at)
                    && head.indexOf('电', at) > 0
                    && head.indexOf('日', at) > 0) {
                return new Source(agency, at + agency.length());
            }
        }
        return null;
    }

    private static int number(String printed) {
        return printed == null ? 0 : Math.max(0, Numerals.value(printed));
    }
}
