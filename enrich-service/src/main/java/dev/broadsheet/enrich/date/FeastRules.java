package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Trie;
import java.time.LocalDate;
import java.util.function.IntFunction;

/** Feasts, solar terms and lunar dates: 国庆节, 中秋, 母亲节, 冬至, 正月初三, 农历八月十五, 除夕. */
final class FeastRules {

    private static final Trie<Vocabulary.Word> FEAST = Vocabulary.of("feast");
    private static final Trie<Vocabulary.Word> LUNAR_FEAST = Vocabulary.of("lunar-feast");
    private static final Trie<Vocabulary.Word> WEEKDAY_FEAST = Vocabulary.of("weekday-feast");
    private static final Trie<Vocabulary.Word> EASTER = Vocabulary.of("easter");
    private static final Trie<Vocabulary.Word> TERM = Vocabulary.of("term");
    private static final Trie<Vocabulary.Word> LUNAR = Vocabulary.of("lunar");
    private static final Trie<Vocabulary.Word> LUNAR_MONTH = Vocabulary.of("lunar-month");
    private static final Trie<Vocabulary.Word> LUNAR_LAST = Vocabulary.of("lunar-last");
    private static final Trie<Vocabulary.Word> LUNAR_NEW_YEAR = Vocabulary.of("lunar-new-year");

    private FeastRules() {}

    /** A feast, in the year printed or in the one that fits best. */
    static Period feast(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null && scope.grain() != Grain.YEAR) {
            return null;
        }
        int start = cursor.at();
        Vocabulary.Word feast = take(cursor, FEAST, anchor);
        if (feast != null) {
            return in(scope, anchor, year -> LocalDate.of(year, feast.number(0), feast.number(1)));
        }
        cursor.reset(start);
        Vocabulary.Word lunar = take(cursor, LUNAR_FEAST, anchor);
        if (lunar != null) {
            return in(scope, anchor, year -> LunarCalendar.day(year, lunar.number(0), false, lunar.number(1)));
        }
        cursor.reset(start);
        Vocabulary.Word onWeekday = take(cursor, WEEKDAY_FEAST, anchor);
        if (onWeekday != null) {
            return in(scope, anchor, year -> Calendars.weekdayOf(
                            Period.month(year, onWeekday.number(0)), onWeekday.number(1), onWeekday.number(2))
                    .from());
        }
        cursor.reset(start);
        Vocabulary.Word easter = take(cursor, EASTER, anchor);
        return easter == null
                ? null
                : in(scope, anchor, year -> Calendars.easter(year).plusDays(easter.number()));
    }

    /** 冬至, 大雪节气. */
    static Period solarTerm(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null && scope.grain() != Grain.YEAR) {
            return null;
        }
        Vocabulary.Word term = scope == null ? take(cursor, TERM, anchor) : cursor.takeAnyhow(TERM);
        if (term == null) {
            return null;
        }
        int end = cursor.at();
        if (!(cursor.take('节') && cursor.take('气'))) {
            cursor.reset(end);
        }
        return in(scope, anchor, year -> SolarTerms.day(year, term.number()));
    }

    private static Vocabulary.Word take(Cursor cursor, Trie<Vocabulary.Word> kind, Anchor anchor) {
        return anchor.relaxed() ? cursor.takeAnyhow(kind) : cursor.take(kind);
    }

    /** 正月初三, 腊月廿三, 闰四月初八, 农历八月十五, 大年初二, 除夕: told by 农历, the month's or the day's own name. */
    static Period lunar(Cursor cursor, Period scope, Anchor anchor) {
        boolean told = cursor.take(LUNAR) != null;
        Period year = scope;
        if (told && scope == null) {
            int end = cursor.at();
            year = YearRules.numbered(cursor, null, anchor);
            if (year == null) {
                cursor.reset(end);
                year = YearRules.cyclical(cursor, null, anchor);
            }
            if (year == null) {
                cursor.reset(end);
            }
        }
        if (year != null && year.grain() != Grain.YEAR) {
            return null;
        }
        if (cursor.take(LUNAR_LAST) != null) {
            return in(year, anchor, LunarCalendar::lastDay);
        }
        Period scoped = year;
        Period found = month(cursor, scoped, told, anchor);
        return found != null ? found : told && scoped != null && scope == null ? scoped : null;
    }

    private static Period month(Cursor cursor, Period year, boolean told, Anchor anchor) {
        int start = cursor.at();
        boolean newYear = cursor.take(LUNAR_NEW_YEAR) != null;
        if (newYear && cursor.next() == '初') {
            int day = day(cursor);
            return day < 1 ? null : in(year, anchor, y -> LunarCalendar.day(y, 1, false, day));
        }
        cursor.reset(start);
        boolean leap = cursor.take('闰');
        Vocabulary.Word named = cursor.take(LUNAR_MONTH);
        Cursor.Number number = named == null ? cursor.number() : null;
        boolean valid = named != null || number != null && (number.han() || told) && cursor.take('月');
        int month = named != null ? named.number() : valid ? number.value() : 0;
        if (month < 1 || month > 12) {
            return null;
        }
        cursor.take('份');
        int beforeDay = cursor.at();
        boolean ownName = "初廿卅".indexOf(cursor.nextSolid()) >= 0;
        int day = day(cursor);
        if (!told && !leap && named == null && !(ownName && day > 0)) {
            return null;
        }
        if (day > 0) {
            return in(year, anchor, y -> LunarCalendar.day(y, month, leap, day));
        }
        cursor.reset(beforeDay);
        return wholeMonth(year, anchor, month, leap);
    }

    private static Period wholeMonth(Period year, Anchor anchor, int month, boolean leap) {
        if (year == null && anchor.issue() == null) {
            return Period.unknown(Grain.MONTH);
        }
        return year != null
                ? LunarCalendar.month(year.to().getYear(), month, leap)
                : anchor.inUntoldYear(y -> LunarCalendar.month(y, month, leap));
    }

    /** 初三, 十五, 廿三, 二十三日; -1 where there is none. */
    private static int day(Cursor cursor) {
        boolean first = cursor.take('初');
        Cursor.Number number = cursor.number();
        boolean valid = number != null && number.value() >= 1 && number.value() <= (first ? 10 : 30);
        if (valid) {
            cursor.takeAny("日");
        }
        return valid ? number.value() : -1;
    }

    /** A day that every year has, in the year printed or in the one that fits best; movable ones need some year. */
    private static Period in(Period year, Anchor anchor, IntFunction<LocalDate> inYear) {
        IntFunction<Period> day = number -> {
            LocalDate found = inYear.apply(number);
            return found == null ? null : Period.day(found);
        };
        if (year != null && year.isKnown()) {
            return day.apply(year.to().getYear());
        }
        boolean movable = !monthDay(inYear, 2001).equals(monthDay(inYear, 2006));
        boolean yearless = year != null || anchor.issue() == null && anchor.left() == null;
        if (movable && yearless && anchor.previous() == null) {
            return Period.unknown(Grain.DAY);
        }
        return (year == null ? anchor : anchor.withoutIssue()).inUntoldYear(day);
    }

    private static String monthDay(IntFunction<LocalDate> inYear, int year) {
        LocalDate day = inYear.apply(year);
        return day == null ? "" : day.getMonthValue() + "-" + day.getDayOfMonth();
    }
}
