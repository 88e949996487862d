package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Trie;
import java.time.LocalDate;

/** Days: 17日, 九号, 13、14两日, 1月3, 周六, and by themselves 30日, 星期天. */
final class DayRules {

    private static final Trie<Vocabulary.Word> WEEKDAY = Vocabulary.of("weekday");
    private static final int LONGEST_MONTH = 31;

    /** 第3日, 为期3日, 约3日: an ordinal or a stretch of time. */
    private static final String NO_DAY_AFTER = "第每前近约逾达共历期续两几数整满后隔.,";
    /** 3日游, 5日内, 7日龄: a stretch of time. */
    private static final String NO_DAY_BEFORE = "游内均龄间夜线薪用之元";
    /** A bare 3号 is a day after these (于3号), at the start of a text or after a stop; else it is a house or a bus. */
    private static final String DAY_NUMBER_AFTER = "于在从自至到是截本将的月日和与及(,、。;:!?";
    /** 3号楼, 1号线, 5号文件. */
    private static final String NO_DAY_NUMBER_BEFORE = "楼线馆厅院机店门井文船轮炮住令坑地矿桥公路口车仓柜台卡牌选种召召码称角";

    /** Every week on that day, or a number of weeks: 每周三, 一周三次. */
    private static final String NO_WEEKDAY_AFTER = "每逢两几整双单各一二三四五六七八九十百半多个数0123456789";

    /** 上周|三场: a number of something, not 上周三. */
    private static final String MEASURES = "个场次名位条家直些共起天度批项轮";

    private DayRules() {}

    /** 17日, 17至19日 in a month. */
    static Period ofMonth(Cursor cursor, Period scope, Anchor anchor) {
        if (scope == null || scope.grain() != Grain.MONTH) {
            return null;
        }
        Sequence days = Sequence.read(cursor);
        if (days == null || !isDay(days.first()) || !isDay(days.last())) {
            return null;
        }
        boolean unit = cursor.takeAny("日号") || countedAgain(cursor, days);
        if (!unit && !standsAlone(cursor, days)) {
            return null;
        }
        if (!scope.isKnown()) {
            return Period.unknown(Grain.DAY);
        }
        Period first = dayOf(scope, days.first());
        Period last = dayOf(scope, days.last());
        return first == null || last == null || last.from().isBefore(first.from()) ? null : first.through(last);
    }

    /** 13、14两日: how many days the sequence has stands before their unit. */
    private static boolean countedAgain(Cursor cursor, Sequence days) {
        int start = cursor.at();
        Cursor.Number count = days.last() > days.first() ? cursor.number() : null;
        boolean all = count != null && count.value() == days.last() - days.first() + 1 && cursor.takeAny("日天");
        if (!all) {
            cursor.reset(start);
        }
        return all;
    }

    /** 1月3 without its 日: only before a stop, or where a list goes on with 、4日. */
    private static boolean standsAlone(Cursor cursor, Sequence days) {
        return days.first() == days.last() && (cursor.next() == 0 || ",。;、)和及与 ".indexOf(cursor.next()) >= 0);
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= LONGEST_MONTH;
    }

    private static Period dayOf(Period month, int day) {
        LocalDate found = month.from().plusDays(day - 1L);
        return found.getMonth() == month.from().getMonth() ? Period.day(found).withYearOf(month) : null;
    }

    /** 30日, 17日至19日 without a month: of the month that fits best. */
    static Period bare(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null) {
            return null;
        }
        char before = cursor.before(cursor.at());
        int start = cursor.at();
        Sequence days = Sequence.read(cursor);
        if (days == null || !isDay(days.first()) || !isDay(days.last())) {
            return null;
        }
        boolean han = !Cursor.isDigit(cursor.before(start + 1)) && cursor.before(start + 1) != ' ';
        boolean sign = cursor.next() == '号' || cursor.nextSolid() == '号';
        if (!cursor.takeAny("日号")
                || !anchor.relaxed()
                        && anchor.left() == null
                        && !isDate(cursor, before, sign, han && days.first() <= 10)) {
            return null;
        }
        Period first = anchor.dayInUntoldMonth(days.first());
        if (first == null || !first.isKnown() || days.first() == days.last()) {
            return first;
        }
        Period last = anchor.rightOf(first).dayInUntoldMonth(days.last());
        return first.through(last);
    }

    private static boolean isDate(Cursor cursor, char before, boolean sign, boolean smallHan) {
        if (sign) {
            return (before == 0 || before == '\n' || before == ' ' || DAY_NUMBER_AFTER.indexOf(before) >= 0)
                    && NO_DAY_NUMBER_BEFORE.indexOf(cursor.next()) < 0;
        }
        return !smallHan && NO_DAY_AFTER.indexOf(before) < 0 && NO_DAY_BEFORE.indexOf(cursor.next()) < 0;
    }

    /** 周六, 星期天: of the week spoken of, or of the week. */
    static Period weekday(Cursor cursor, Period scope, Anchor anchor) {
        boolean inWeek = scope != null && scope.grain() == Grain.WEEK;
        boolean alone = scope == null && NO_WEEKDAY_AFTER.indexOf(cursor.before(cursor.at())) < 0;
        if (!inWeek && !alone) {
            return null;
        }
        Vocabulary.Word weekday = inWeek ? inWeek(cursor) : cursor.take(WEEKDAY);
        if (weekday == null) {
            return null;
        }
        Period week = inWeek ? scope : anchor.weekSpokenOf();
        if (!week.isKnown()) {
            return Period.unknown(Grain.DAY);
        }
        Period day = Period.day(week.from().plusDays(weekday.number() - 1L));
        boolean beforeLeft =
                anchor.left() != null && day.from().isBefore(anchor.left().from());
        return beforeLeft ? Period.day(day.from().plusDays(7)) : day;
    }

    /** After 上周 both 周六 and 六 will do. */
    private static Vocabulary.Word inWeek(Cursor cursor) {
        int start = cursor.at();
        Vocabulary.Word whole = cursor.take(WEEKDAY);
        if (whole != null) {
            return whole;
        }
        cursor.reset(start);
        int day = "一二三四五六日".indexOf(cursor.next()) + 1;
        if (cursor.next() == 0 || day == 0 && cursor.next() != '天') {
            return null;
        }
        cursor.reset(start + 1);
        if (MEASURES.indexOf(cursor.next()) >= 0) {
            return null;
        }
        return new Vocabulary.Word(new int[] {day == 0 ? 7 : day}, "", "");
    }
}
