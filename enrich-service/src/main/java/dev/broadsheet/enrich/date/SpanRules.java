package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Trie;
import java.time.LocalDate;

/** Stretches counted off: 近三年, 未来五天, 前两天, 三年来, 20天后, 半年前; in a period 前五个月, 最后五天. */
final class SpanRules {

    private static final Trie<Vocabulary.Word> BACK = Vocabulary.of("back");
    private static final Trie<Vocabulary.Word> FORTH = Vocabulary.of("forth");
    private static final Trie<Vocabulary.Word> HEAD = Vocabulary.of("head");
    private static final Trie<Vocabulary.Word> TAIL = Vocabulary.of("tail");
    private static final int MAX_COUNT = 999;
    private static final int MONTHS_IN_YEAR = 12;

    private SpanRules() {}

    /** 今年前五个月, 上月最后五天, 国庆节前三天. */
    static Period part(Cursor cursor, Period scope, Anchor anchor) {
        if (scope == null) {
            return null;
        }
        boolean head = cursor.take(HEAD) != null;
        if (!head && cursor.take(TAIL) == null) {
            return null;
        }
        Count count = Count.read(cursor, head);
        if (count == null || !scope.isKnown()) {
            return null;
        }
        if (scope.isOneDay()) {
            return aroundDay(scope, head, count);
        }
        if (!count.grain().finerThan(scope.grain())) {
            return null;
        }
        LocalDate from = head ? scope.from() : count.shift(scope.to().plusDays(1), -1);
        LocalDate to = head ? count.shift(scope.from(), 1).minusDays(1) : scope.to();
        boolean inside = !from.isBefore(scope.from()) && !to.isAfter(scope.to());
        return inside ? Period.of(from, to, count.grain()).withYearOf(scope) : null;
    }

    /** 本周第一天, 今年第一个月: the n-th unit of a period. */
    static Period nth(Cursor cursor, Period scope, Anchor anchor) {
        if (scope == null || !scope.isKnown() || !cursor.take('第')) {
            return null;
        }
        Count count = Count.read(cursor);
        boolean unit = count != null && count.whole() && count.grain() != Grain.WEEK;
        if (!unit || !count.grain().finerThan(scope.grain())) {
            return null;
        }
        LocalDate from = RelativeRules.shift(scope.from(), count.grain(), count.number() - 1L);
        LocalDate to = RelativeRules.shift(from, count.grain(), 1).minusDays(1);
        return to.isAfter(scope.to())
                ? null
                : Period.of(from, to, count.grain()).withYearOf(scope);
    }

    /** 今起三天: so many days from a day, that day included; null where no days are counted. */
    static Period daysFrom(Cursor cursor, Period first) {
        int start = cursor.at();
        Count count = first.isKnown() && first.isOneDay() ? Count.read(cursor) : null;
        if (count == null || count.grain() != Grain.DAY) {
            cursor.reset(start);
            return null;
        }
        return Period.of(first.from(), count.shift(first.from(), 1).minusDays(1), Grain.DAY)
                .withYearOf(first);
    }

    /** 春节前夕. */
    static Period dayBefore(Period day) {
        return Period.day(day.from().minusDays(1)).withYearOf(day);
    }

    private static Period aroundDay(Period day, boolean before, Count count) {
        Period span = before
                ? Period.of(count.shift(day.from(), -1), day.from().minusDays(1), Grain.DAY)
                : Period.of(day.to().plusDays(1), count.shift(day.to(), 1), Grain.DAY);
        return span.withYearOf(day);
    }

    /** 近三年, 过去一周, 未来五天; 前两天 are the days before the issue, 前五个月 the year's months up to now. */
    static Period counted(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null) {
            return null;
        }
        int start = cursor.at();
        boolean back = cursor.take(BACK) != null;
        boolean forth = !back && cursor.take(FORTH) != null;
        if (!back && !forth) {
            return before(cursor, start, anchor);
        }
        Count count = Count.read(cursor);
        if (count == null || back && isThis(cursor, start) && count.number() < 2) {
            return null;
        }
        if (back) {
            cursor.take('来');
        }
        if (anchor.issue() == null) {
            return Period.unknown(count.grain());
        }
        return back
                ? Period.of(count.shift(anchor.issue(), -1), anchor.issue(), count.grain())
                : Period.of(anchor.issue(), count.shift(anchor.issue(), 1), count.grain());
    }

    private static boolean isThis(Cursor cursor, int start) {
        return cursor.before(start + 1) == '这';
    }

    private static Period before(Cursor cursor, int start, Anchor anchor) {
        cursor.reset(start);
        boolean head = "前头".indexOf(cursor.next()) >= 0 && cursor.take(HEAD) != null;
        Count count = head ? Count.read(cursor, true) : null;
        if (count == null) {
            return null;
        }
        if (count.grain() == Grain.MONTH) {
            boolean ofYear = count.whole() && count.number() <= MONTHS_IN_YEAR;
            return ofYear
                    ? anchor.inUntoldYear(year -> Calendars.months(Period.year(year), 1, count.number(), Grain.MONTH))
                    : null;
        }
        if (anchor.issue() == null) {
            return Period.unknown(count.grain());
        }
        if (count.grain() == Grain.YEAR) {
            int year = anchor.issue().getYear();
            return Period.year(year - count.number()).through(Period.year(year - 1));
        }
        return Period.of(count.shift(anchor.issue(), -1), anchor.issue().minusDays(1), count.grain());
    }

    /** 20天后, 三个月前, 两年来: a day where days or weeks are counted, else the whole month or year. */
    static Period offset(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null) {
            return null;
        }
        char before = cursor.before(cursor.at());
        Count count = "第近约每.,".indexOf(before) >= 0 ? null : Count.read(cursor);
        if (count == null) {
            return null;
        }
        int afterCount = cursor.at();
        cursor.take('多');
        if (cursor.take('来') && "自到访临华".indexOf(cursor.next()) < 0) {
            return anchor.issue() == null
                    ? Period.unknown(count.grain())
                    : Period.of(count.shift(anchor.issue(), -1), anchor.issue(), count.grain());
        }
        cursor.reset(afterCount);
        int direction = direction(cursor);
        if (direction == 0) {
            return null;
        }
        LocalDate base = base(anchor);
        if (base == null) {
            return Period.unknown(count.grain());
        }
        LocalDate day = count.shift(base, direction);
        boolean coarse = count.whole() && (count.grain() == Grain.YEAR || count.grain() == Grain.MONTH);
        return coarse ? Calendars.unit(day, count.grain(), 0) : Period.day(day);
    }

    private static LocalDate base(Anchor anchor) {
        Period previous = anchor.previous();
        boolean told = anchor.sameSentence() && previous != null && previous.yearKnown() && previous.isOneDay();
        return told ? previous.to() : anchor.issue();
    }

    private static int direction(Cursor cursor) {
        boolean some = cursor.take('以') || cursor.take('之') || cursor.take('过');
        if (cursor.take('前')) {
            return !some && "往来景进线台沿锋任身期途的".indexOf(cursor.next()) >= 0 && cursor.next() != '的' ? 0 : -1;
        }
        return cursor.take('后') && (some || "续台勤备盾代面来".indexOf(cursor.next()) < 0) ? 1 : 0;
    }

    /**
     * A number of units.
     *
     * @param half whether a half is added: 一个半月
     */
    private record Count(int number, boolean half, Grain grain) {

        private static final String HALF_DAYS = "半";

        static Count read(Cursor cursor) {
            return read(cursor, false);
        }

        /** @param ofMany whether 两月 counts months like 两个月: 前两月 */
        static Count read(Cursor cursor, boolean ofMany) {
            boolean onlyHalf = cursor.takeAny(HALF_DAYS);
            Cursor.Number number = onlyHalf ? null : cursor.number();
            boolean threeToFive = number != null && number.han() && number.length() > 1 && !number.positional();
            if (!onlyHalf && (number == null || threeToFive || number.value() > MAX_COUNT || number.value() < 1)) {
                return null;
            }
            boolean counted = cursor.take('个') || ofMany && number != null && number.han() && cursor.next() == '月';
            boolean half = onlyHalf || cursor.takeAny(HALF_DAYS);
            Grain grain = grain(cursor, counted);
            boolean uncounted = grain == null || onlyHalf && grain != Grain.YEAR && grain != Grain.MONTH; // 半日, 半世纪
            return uncounted ? null : new Count(onlyHalf ? 0 : number.value(), half, grain);
        }

        private static Grain grain(Cursor cursor, boolean counted) {
            if (cursor.take('世')) {
                return cursor.take('纪') ? Grain.CENTURY : null;
            }
            if (cursor.takeAny("星礼")) {
                return cursor.takeAny("期拜") ? Grain.WEEK : null;
            }
            if (cursor.take('季')) {
                return cursor.take('度') ? Grain.QUARTER : null;
            }
            if (counted) {
                return cursor.take('月') ? Grain.MONTH : null;
            }
            if (cursor.take('年')) {
                return cursor.next() == '代' || cursor.next() == '级' ? null : Grain.YEAR;
            }
            if (cursor.take('周')) {
                return "年岁".indexOf(cursor.next()) >= 0 ? null : Grain.WEEK;
            }
            return cursor.takeAny("天日") ? Grain.DAY : null;
        }

        boolean whole() {
            return !half;
        }

        LocalDate shift(LocalDate day, int direction) {
            LocalDate shifted = RelativeRules.shift(day, grain, (long) direction * number);
            if (!half) {
                return shifted;
            }
            return switch (grain) {
                case YEAR -> shifted.plusMonths(6L * direction);
                case MONTH -> shifted.plusDays(15L * direction);
                default -> shifted;
            };
        }
    }
}
