package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Trie;
import java.util.List;

/** Parts of a year down to the week: 上半年, 一季度, Q1, 秋季, 2至4月, 7月份, 中旬, 第三周, 前五个月, 年底. */
final class PartRules {

    private static final Trie<Vocabulary.Word> HALF = Vocabulary.of("half");
    private static final Trie<Vocabulary.Word> QUARTER = Vocabulary.of("quarter");
    private static final Trie<Vocabulary.Word> SEASON = Vocabulary.of("season");
    private static final Trie<Vocabulary.Word> SEASON_OF = Vocabulary.of("season-of");
    private static final Trie<Vocabulary.Word> HOLIDAYS = Vocabulary.of("holidays");
    private static final Trie<Vocabulary.Word> TENDAY = Vocabulary.of("tenday");
    private static final Trie<Vocabulary.Word> HALF_MONTH = Vocabulary.of("half-month");
    private static final Trie<Vocabulary.Word> WEEK = Vocabulary.of("unit-week");
    private static final Trie<Vocabulary.Word> WEEKDAY = Vocabulary.of("weekday");
    private static final Trie<Vocabulary.Word> WEEKEND = Vocabulary.of("edge-week");
    private static final int SATURDAY = 6;
    private static final Trie<Vocabulary.Word> EDGE = Vocabulary.of("edge");
    private static final List<Vocabulary.Graded> NAMED_EDGES = Vocabulary.graded("edge");
    /** 3月球, 7月薪: the month sign begins another word. */
    private static final String NO_MONTH_BEFORE = "球饼亮嫂龄薪租供均息票卡";

    /** 每年7月, 历时3月: told of every year, or a stretch of time. */
    private static final String NO_UNIT_AFTER = "每第逢历各";

    private PartRules() {}

    /** 上半年. */
    static Period half(Cursor cursor, Period scope, Anchor anchor) {
        Vocabulary.Word half = mayNarrow(scope, Grain.YEAR) ? cursor.take(HALF) : null;
        return half == null ? null : within(scope, anchor, year -> Calendars.half(year, half.number()));
    }

    /** 一季度, 第二季度, 二、三季度, 前三季度, Q1, 首季. */
    static Period quarter(Cursor cursor, Period scope, Anchor anchor) {
        if (!mayNarrow(scope, Grain.YEAR)) {
            return null;
        }
        Vocabulary.Word named = cursor.take(QUARTER);
        if (named != null) {
            return within(scope, anchor, year -> Calendars.quarters(year, named.number(), named.number()));
        }
        boolean fromFirst = cursor.take('前');
        boolean letter = !fromFirst && cursor.takeAny("Qq");
        boolean ordinal = !fromFirst && cursor.take('第');
        Sequence sequence = Sequence.read(cursor);
        if (sequence == null || sequence.last() > 4 || sequence.first() < 1 || sequence.last() < sequence.first()) {
            return null;
        }
        cursor.take('个');
        boolean unit = cursor.take('季') && (cursor.take('度') || ordinal);
        if (!unit && !letter) {
            return null;
        }
        int first = fromFirst ? 1 : sequence.first();
        return within(scope, anchor, year -> Calendars.quarters(year, first, sequence.last()));
    }

    /** 2023年秋季, 今秋, 去冬今春, 入冬(以来); 春季 alone says which season, not when. */
    static Period season(Cursor cursor, Period scope, Anchor anchor) {
        Period ofYear = scope == null ? seasonOfYear(cursor, anchor) : null;
        if (ofYear != null) {
            int end = cursor.at();
            Period next = seasonOfYear(cursor, anchor);
            boolean both = next != null && ofYear.isKnown() && next.from().isAfter(ofYear.to());
            if (!both) {
                cursor.reset(end);
            }
            return both ? ofYear.through(next) : ofYear;
        }
        boolean begun = cursor.take('入');
        boolean wanted =
                scope == null ? begun || anchor.relaxed() || anchor.left() != null : scope.grain() == Grain.YEAR;
        Vocabulary.Word season = wanted ? cursor.take(SEASON) : null;
        return season == null ? null : within(scope, anchor, year -> Calendars.season(year, season.number()));
    }

    private static Period seasonOfYear(Cursor cursor, Anchor anchor) {
        Vocabulary.Word of = cursor.take(SEASON_OF);
        if (of == null) {
            return null;
        }
        Period year = anchor.relative(Grain.YEAR, of.number(0));
        return year.isKnown() ? Calendars.season(year, of.number(1)) : Period.unknown(Grain.QUARTER);
    }

    /** 暑假: the months in which schools are closed. */
    static Period holidays(Cursor cursor, Period scope, Anchor anchor) {
        Vocabulary.Word months = mayNarrow(scope, Grain.YEAR) ? cursor.take(HOLIDAYS) : null;
        return months == null
                ? null
                : within(
                        scope, anchor, year -> Calendars.months(year, months.number(0), months.number(1), Grain.MONTH));
    }

    /** 7月, 七月份, 元月, 2——4月, 3、4月; in a period of several months also 第二个月. */
    static Period month(Cursor cursor, Period scope, Anchor anchor) {
        int start = cursor.at();
        if (scope != null && scope.grain() != Grain.YEAR
                || NO_UNIT_AFTER.indexOf(cursor.before(start)) >= 0 && scope == null) {
            return null;
        }
        Sequence sequence = cursor.take('元') ? new Sequence(1, 1) : Sequence.read(cursor);
        boolean valid = sequence != null && sequence.first() >= 1 && sequence.first() <= 12 && sequence.last() <= 12;
        if (!valid || !cursor.take('月') || NO_MONTH_BEFORE.indexOf(cursor.next()) >= 0) {
            return null;
        }
        cursor.take('份');
        int last = sequence.last() < sequence.first() ? sequence.last() + 12 : sequence.last();
        return within(scope, anchor, year -> Calendars.months(year, sequence.first(), last, Grain.MONTH));
    }

    /** 上旬; alone it is of the month spoken of. */
    static Period tenday(Cursor cursor, Period scope, Anchor anchor) {
        Vocabulary.Word which = mayNarrow(scope, Grain.MONTH) ? cursor.take(TENDAY) : null;
        if (which == null) {
            return null;
        }
        Period month = scope != null ? scope : anchor.monthSpokenOf();
        return month.isKnown()
                ? Calendars.tenday(month.from(), which.number(0))
                        .through(Calendars.tenday(month.from(), which.number(1)))
                        .withYearOf(month)
                : Period.unknown(Grain.TENDAY);
    }

    /** 上半月; alone it is of the month spoken of. */
    static Period halfMonth(Cursor cursor, Period scope, Anchor anchor) {
        Vocabulary.Word half = mayNarrow(scope, Grain.MONTH) ? cursor.take(HALF_MONTH) : null;
        if (half == null) {
            return null;
        }
        Period month = scope != null ? scope : anchor.monthSpokenOf();
        return month.isKnown() ? Calendars.halfMonth(month, half.number()) : Period.unknown(Grain.TENDAY);
    }

    /** 第三周, 第一个礼拜, 最后一周, 第一个周二 of a month or a year. */
    static Period ordinalWeek(Cursor cursor, Period scope, Anchor anchor) {
        boolean inMonthOrYear = scope != null && (scope.grain() == Grain.MONTH || scope.grain() == Grain.YEAR);
        if (!inMonthOrYear) {
            return null;
        }
        boolean last = cursor.take('最') && cursor.take('后');
        boolean ordinal = !last && (cursor.take('第') || cursor.take('首'));
        Cursor.Number number = cursor.number();
        int count = number == null ? 1 : number.value();
        boolean counted = cursor.take('个');
        if (!last && !ordinal || number == null && !last && cursor.before(cursor.at()) != '首' || count > 53) {
            return null;
        }
        if (counted || last) {
            int beforeDay = cursor.at();
            Vocabulary.Word weekday = cursor.take(WEEKDAY);
            if (weekday != null) {
                return scope.isKnown()
                        ? Calendars.weekdayOf(scope, last ? 0 : count, weekday.number())
                        : Period.unknown(Grain.DAY);
            }
            cursor.reset(beforeDay);
            if (cursor.take(WEEKEND) != null && scope.isKnown()) {
                Period saturday = Calendars.weekdayOf(scope, last ? 0 : count, SATURDAY);
                return saturday == null
                        ? null
                        : saturday.through(Period.day(saturday.to().plusDays(1)));
            }
            cursor.reset(beforeDay);
        }
        if (cursor.take(WEEK) == null) {
            return null;
        }
        if (!scope.isKnown()) {
            return Period.unknown(Grain.WEEK);
        }
        return last ? Calendars.lastWeekOf(scope) : Calendars.weekOf(scope, count);
    }

    /** 年底, 月初, 季末; after a period 初, 中, 末, 底: the first, middle or last of the next smaller unit. */
    static Period edge(Cursor cursor, Period scope, Anchor anchor) {
        for (Vocabulary.Graded edges : NAMED_EDGES) {
            if (scope != null && scope.grain() != edges.grain()) {
                continue;
            }
            Vocabulary.Word edge = cursor.take(edges.words());
            if (edge != null) {
                return Edges.of(scope == null ? anchor.spokenOf(edges.grain()) : scope, edge.number());
            }
        }
        Vocabulary.Word edge = scope != null && scope.grain() != Grain.DAY ? cursor.take(EDGE) : null;
        boolean middleOfCoarse =
                edge != null && edge.number() == 2 && scope.grain().finerThan(Grain.DECADE);
        return edge == null || middleOfCoarse ? null : Edges.of(scope, edge.number());
    }

    private static boolean mayNarrow(Period scope, Grain wanted) {
        return scope == null || scope.grain() == wanted;
    }

    private interface Narrowing {
        Period in(Period year);
    }

    /** The part of the year that is printed, or of the year that fits best. */
    private static Period within(Period year, Anchor anchor, Narrowing narrowing) {
        return year != null && year.isKnown()
                ? narrowing.in(year)
                : (year == null ? anchor : anchor.withoutIssue())
                        .inUntoldYear(number -> narrowing.in(Period.year(number)));
    }
}
