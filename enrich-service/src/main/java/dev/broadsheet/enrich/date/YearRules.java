package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Trie;
import java.time.LocalDate;

/** Years, decades and centuries: 2024年, 二〇二四年, 98年7月, 民国二十六年, 甲辰年, 上世纪90年代, 公元前221年. */
final class YearRules {

    private static final Trie<Vocabulary.Word> ERA = Vocabulary.of("era");
    private static final Trie<Vocabulary.Word> STEP = Vocabulary.of("step");
    private static final Trie<Vocabulary.Word> FILLER = Vocabulary.of("filler");
    static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    static final String ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪";
    /** 1984 was 甲子. */
    private static final int FIRST_OF_CYCLE = 1984;

    private static final int CYCLE = 60;
    /** 2000年历史, 1500年前: a stretch of time rather than a year. */
    private static final String DURATION_AFTER = "前来历间以多左后老里内之古";

    private static final String DURATION_BEFORE = "近约逾超达越过去满整共第的有续";

    private YearRules() {}

    /** A year by its number. */
    static Period numbered(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null) {
            return null;
        }
        int start = cursor.at();
        Cursor.Number first = cursor.number();
        if (first == null) {
            return null;
        }
        if (cursor.take('年')) {
            int year = cursor.next() == '代' ? -1 : plausible(cursor, first, start, anchor);
            cursor.take('度');
            return year < 0 ? null : Period.year(year);
        }
        return first.length() == 4 ? yearRange(cursor, first) : null;
    }

    /** 2019—2023年, 2023-2024学年. */
    private static Period yearRange(Cursor cursor, Cursor.Number first) {
        if (!cursor.takeUntil()) {
            return null;
        }
        Cursor.Number last = cursor.number();
        if (last == null) {
            return null;
        }
        int until = last.length() == 2 ? first.value() / 100 * 100 + last.value() : last.value();
        boolean inOrder = isModern(first.value()) && isModern(until) && first.value() < until;
        if (!inOrder) {
            return null;
        }
        if (cursor.take('学')) {
            return cursor.take('年')
                    ? Period.of(LocalDate.of(first.value(), 9, 1), LocalDate.of(until, 8, 31), Grain.YEAR)
                    : null;
        }
        return cursor.take('年') ? Period.year(first.value()).through(Period.year(until)) : null;
    }

    /** The year meant; -1 where the number is a stretch of time (20年) or no year. */
    private static int plausible(Cursor cursor, Cursor.Number number, int start, Anchor anchor) {
        int value = number.value();
        if (number.length() == 4 && !number.positional() && value >= 1000) {
            boolean duration = DURATION_AFTER.indexOf(cursor.next()) >= 0
                    || DURATION_BEFORE.indexOf(cursor.before(start)) >= 0 && value % 100 == 0;
            boolean farOff = value < 1800 || value % 1000 == 0;
            return isModern(value) && !(duration && farOff) || value < 1800 && !duration ? value : -1;
        }
        if (number.length() != 2 || number.positional()) {
            return -1;
        }
        return isShortYear(cursor, number, anchor)
                ? century(value, anchor.standIn().getYear())
                : -1;
    }

    private static boolean isModern(int year) {
        return year >= 1800 && year <= 2100;
    }

    /** 98年 is a year before a month or a part of a year, or with a leading zero; 20年 alone is a stretch of time. */
    private static boolean isShortYear(Cursor cursor, Cursor.Number number, Anchor anchor) {
        boolean threeToFive = number.han() && number.value() % 10 > number.value() / 10;
        return anchor.relaxed() || number.value() < 10 || number.han() && !threeToFive || startsPartOfYear(cursor);
    }

    private static boolean startsPartOfYear(Cursor cursor) {
        int start = cursor.at();
        cursor.take('的');
        boolean part = "上下首第初底末春夏秋冬元正腊Qq份".indexOf(cursor.nextSolid()) >= 0
                || cursor.number() != null && "月季".indexOf(cursor.nextSolid()) >= 0;
        cursor.reset(start);
        return part;
    }

    /** The century in which a two-digit year is no more than ten years ahead. */
    private static int century(int twoDigits, int now) {
        int year = now / 100 * 100 + twoDigits;
        return year > now + 10 ? year - 100 : year;
    }

    /** 公元前221年, 公元618年. */
    static Period commonEra(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null || !(cursor.take('公') && cursor.take('元'))) {
            return null;
        }
        boolean before = cursor.take('前');
        Cursor.Number number = cursor.number();
        if (number == null || number.length() > 4 || number.value() < 1 || !cursor.take('年')) {
            return null;
        }
        return Period.year(before ? 1 - number.value() : number.value());
    }

    /** 民国二十六年, 光绪元年: the reign's name, then its year. */
    static Period reign(Cursor cursor, Period scope, Anchor anchor) {
        Vocabulary.Word era = scope == null ? cursor.take(ERA) : null;
        if (era == null) {
            return null;
        }
        int yearOfReign = 1;
        if (!cursor.take('元')) {
            Cursor.Number number = cursor.number();
            yearOfReign = number == null ? -1 : number.value();
        }
        boolean valid = yearOfReign >= 1 && yearOfReign <= 150 && cursor.take('年');
        return valid ? Period.year(era.number() + yearOfReign) : null;
    }

    /** 甲辰年, 甲辰龙年, 龙年: the one nearest to the issue, by the sixty-year or the twelve-year cycle. */
    static Period cyclical(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null && scope.grain() != Grain.YEAR) {
            return null;
        }
        int stem = STEMS.indexOf(cursor.next());
        int year = -1;
        if (stem >= 0) {
            cursor.reset(cursor.at() + 1);
            int branch = BRANCHES.indexOf(cursor.next());
            cursor.reset(cursor.at() + 1);
            if (branch < 0 || (branch - stem) % 2 != 0) {
                return null;
            }
            year = FIRST_OF_CYCLE + Math.floorMod(6 * stem - 5 * branch, CYCLE);
            if (ANIMALS.indexOf(cursor.next()) == branch) {
                cursor.reset(cursor.at() + 1);
            }
        } else {
            int animal = ANIMALS.indexOf(cursor.next());
            cursor.reset(cursor.at() + 1);
            year = animal < 0 ? -1 : FIRST_OF_CYCLE + animal;
        }
        if (year < 0 || anchor.issue() == null || !cursor.take('年') || "轻纪龄画货".indexOf(cursor.next()) >= 0) {
            return null;
        }
        int cycle = stem >= 0 ? CYCLE : ANIMALS.length();
        int now = scope == null ? anchor.issue().getYear() : scope.from().getYear();
        return Period.year(now + (int) Math.IEEEremainder(year - now, cycle));
    }

    /** 上世纪90年代, 20世纪, 九十年代, 1990年代. */
    static Period decadeOrCentury(Cursor cursor, Period scope, Anchor anchor) {
        Period century = scope == null ? century(cursor, anchor) : scope;
        if (scope != null && scope.grain() != Grain.CENTURY) {
            return null;
        }
        int end = cursor.at();
        Period decade = decade(cursor, century, anchor);
        if (decade == null && century != null && century != scope) {
            cursor.reset(end);
            return century;
        }
        return decade;
    }

    private static Period century(Cursor cursor, Anchor anchor) {
        int start = cursor.at();
        Vocabulary.Word step = cursor.take(STEP);
        int hundreds = -1;
        if (step != null) {
            cursor.take(FILLER);
            hundreds = anchor.issue() == null ? -1 : anchor.issue().getYear() / 100 + step.number();
        } else {
            Cursor.Number number = cursor.number();
            hundreds = number == null || number.length() > 3 ? -1 : number.value() - 1;
        }
        if (hundreds >= 0 && hundreds <= 29 && cursor.take('世') && cursor.take('纪')) {
            return Calendars.century(hundreds);
        }
        cursor.reset(start);
        return null;
    }

    private static Period decade(Cursor cursor, Period century, Anchor anchor) {
        cursor.take('的');
        Cursor.Number number = cursor.number();
        boolean named = number != null && number.value() % 10 == 0 && cursor.take('年') && cursor.take('代');
        if (!named) {
            return null;
        }
        if (number.value() >= 1000) {
            return number.value() <= 2990 ? Calendars.decade(number.value()) : null;
        }
        if (number.value() > 90) {
            return null;
        }
        int year = century == null
                ? century(number.value(), anchor.standIn().getYear())
                : century.from().getYear() + number.value();
        return Calendars.decade(year);
    }
}
