package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Trie;
import java.time.LocalDate;
import java.util.List;

/** Units counted from the issue date or from the last date mentioned: 去年, 昨日, 上上周, 本季度, 次日, 今明两年, 日前. */
final class RelativeRules {

    private static final List<Vocabulary.Graded> RELATIVES = Vocabulary.graded("relative");
    private static final List<Vocabulary.Graded> ANAPHORS = Vocabulary.graded("anaphor");
    private static final List<Vocabulary.Graded> UNITS = Vocabulary.graded("unit");
    private static final List<Vocabulary.Graded> SPANS = Vocabulary.graded("span");
    private static final Trie<Vocabulary.Word> STEP = Vocabulary.of("step");
    private static final Trie<Vocabulary.Word> FILLER = Vocabulary.of("filler");
    private static final Trie<Vocabulary.Word> SAME_PERIOD = Vocabulary.of("same-period");
    private static final int MAX_STEPS = 4;

    private RelativeRules() {}

    /** 去年, 昨日; 去年的今天. */
    static Period word(Cursor cursor, Period scope, Anchor anchor) {
        if (scope == null) {
            return first(RELATIVES, cursor, anchor::relative);
        }
        boolean ofYear = scope.grain() == Grain.YEAR && scope.isKnown() && anchor.issue() != null;
        Period found = ofYear ? first(RELATIVES, cursor, anchor::relative) : null;
        return found == null || found.grain() != Grain.DAY
                ? null
                : Period.day(found.from().withYear(scope.from().getYear()));
    }

    /** 当天, 次日, 同年; 立春次日 leans on the day before it. */
    static Period anaphor(Cursor cursor, Period scope, Anchor anchor) {
        if (scope == null) {
            return first(ANAPHORS, cursor, anchor::anaphor);
        }
        Period found =
                scope.isOneDay() && scope.isKnown() ? first(ANAPHORS, cursor, anchor.after(scope)::anaphor) : null;
        return found == null || found.grain() != Grain.DAY ? null : found.withYearOf(scope);
    }

    private interface Counting {
        Period from(Grain grain, int offset);
    }

    private static Period first(List<Vocabulary.Graded> kinds, Cursor cursor, Counting counting) {
        for (Vocabulary.Graded kind : kinds) {
            Vocabulary.Word word = cursor.take(kind.words());
            if (word != null) {
                return counting.from(kind.grain(), word.number());
            }
        }
        return null;
    }

    /** 上周, 上上个月, 本季度, 这一年, 下半年 is elsewhere. */
    static Period stepped(Cursor cursor, Period scope, Anchor anchor) {
        Vocabulary.Word step = scope == null ? cursor.take(STEP) : null;
        if (step == null) {
            return null;
        }
        int offset = step.number();
        for (int i = 1; i < MAX_STEPS && step.number() != 0; i++) {
            int before = cursor.at();
            Vocabulary.Word again = cursor.take(STEP);
            if (again != step) {
                cursor.reset(before);
                break;
            }
            offset += step.number();
        }
        cursor.take(FILLER);
        for (Vocabulary.Graded unit : UNITS) {
            if (cursor.take(unit.words()) != null) {
                boolean otherDay = unit.grain() == Grain.DAY && offset != 0;
                return otherDay ? null : anchor.relative(unit.grain(), offset);
            }
        }
        return null;
    }

    /** 今明两年, 日前. */
    static Period span(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null) {
            return null;
        }
        for (Vocabulary.Graded kind : SPANS) {
            Vocabulary.Word word = cursor.take(kind.words());
            if (word != null) {
                Period from = anchor.relative(kind.grain(), word.number(0));
                return from.isKnown() ? from.through(anchor.relative(kind.grain(), word.number(1))) : from;
            }
        }
        return null;
    }

    /** 去年同期: the days last mentioned, in that year; the whole year where none were. */
    static Period samePeriod(Cursor cursor, Period scope, Anchor anchor) {
        boolean afterYear = scope != null && scope.grain() == Grain.YEAR && scope.isKnown();
        if (!afterYear || cursor.take(SAME_PERIOD) == null) {
            return null;
        }
        Period previous = anchor.previous();
        if (previous == null || !previous.isKnown() || !previous.yearKnown()) {
            return scope.withGrain(Grain.DAY);
        }
        int years = scope.from().getYear() - previous.from().getYear();
        return Period.of(previous.from().plusYears(years), previous.to().plusYears(years), Grain.DAY);
    }

    /** The day, moved by so many units. */
    static LocalDate shift(LocalDate day, Grain grain, long count) {
        return switch (grain) {
            case CENTURY -> day.plusYears(100 * count);
            case DECADE -> day.plusYears(10 * count);
            case YEAR -> day.plusYears(count);
            case HALF -> day.plusMonths(6 * count);
            case QUARTER -> day.plusMonths(3 * count);
            case MONTH -> day.plusMonths(count);
            case TENDAY -> day.plusDays(10 * count);
            case WEEK -> day.plusWeeks(count);
            case DAY -> day.plusDays(count);
        };
    }
}
