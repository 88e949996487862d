package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.text.Trie;
import java.util.List;

/**
 * The grammar of date expressions.
 *
 * <pre>
 * expression := point (time? (至 | 到 | -) point)? (以来 | 起 | 前 …)?
 * point      := component (的? component)*        each narrower than the one before: 去年 四季度 末
 * </pre>
 *
 * A component is read by the first {@link Rule} that applies. What an expression leaves out comes from the left side of
 * its range, then from the {@link Anchor}.
 */
final class Grammar {

    private static final List<Rule> RULES = List.of(
            NumericRules::date,
            FeastRules::plan,
            FeastRules::lunar,
            FeastRules::feast,
            FeastRules::solarTerm,
            YearRules::commonEra,
            YearRules::reign,
            YearRules::decadeOrCentury,
            YearRules::numbered,
            YearRules::cyclical,
            RelativeRules::span,
            RelativeRules::word,
            RelativeRules::anaphor,
            RelativeRules::samePeriod,
            SpanRules::part,
            PartRules::half,
            PartRules::quarter,
            PartRules::season,
            PartRules::ordinalWeek,
            PartRules::month,
            PartRules::tenday,
            DayRules::ofMonth,
            DayRules::weekday,
            DayRules::bare,
            PartRules::edge,
            SpanRules::counted,
            SpanRules::offset,
            RelativeRules::stepped);

    private static final Trie<Vocabulary.Word> SINCE = Vocabulary.of("since");
    private static final Trie<Vocabulary.Word> ONWARD = Vocabulary.of("onward");
    private static final Trie<Vocabulary.Word> UNTIL = Vocabulary.of("until");
    private static final Trie<Vocabulary.Word> AROUND = Vocabulary.of("around");
    private static final Trie<Vocabulary.Word> DAYTIME = Vocabulary.of("daytime");
    private static final Trie<Vocabulary.Word> CLOCK = Vocabulary.of("clock");
    private static final int MAX_COMPONENTS = 6;

    private Grammar() {}

    /** The expression at the cursor, the cursor behind it; null where there is none. */
    static Period expression(Cursor cursor, Anchor anchor) {
        Period left = point(cursor, anchor);
        if (left == null) {
            return null;
        }
        int end = cursor.at();
        Period whole = range(cursor, left, anchor);
        if (whole == null) {
            cursor.reset(end);
            whole = left;
        }
        return bounded(cursor, whole, anchor);
    }

    private static Period point(Cursor cursor, Anchor anchor) {
        Period scope = null;
        for (int i = 0; i < MAX_COMPONENTS; i++) {
            int end = cursor.at();
            if (scope != null) {
                cursor.takeAny("的,");
            }
            Period narrower = component(cursor, scope, anchor);
            if (narrower == null && scope != null) {
                cursor.reset(end);
                narrower = component(cursor, scope, anchor);
            }
            if (narrower == null) {
                cursor.reset(end);
                break;
            }
            scope = narrower;
        }
        return scope;
    }

    private static Period component(Cursor cursor, Period scope, Anchor anchor) {
        int start = cursor.at();
        for (Rule rule : RULES) {
            Period found = rule.read(cursor, scope, anchor);
            if (found != null && cursor.at() > start) {
                return found;
            }
            cursor.reset(start);
        }
        return null;
    }

    private static Period range(Cursor cursor, Period left, Anchor anchor) {
        int end = cursor.at();
        time(cursor);
        if (!cursor.takeUntil()) {
            cursor.reset(end);
            if (!cursor.takeUntil()) {
                return null;
            }
        }
        Period right = point(cursor, anchor.rightOf(left));
        if (right == null) {
            return null;
        }
        if (!left.isKnown() || !right.isKnown()) {
            return Period.unknown(right.grain());
        }
        return right.to().isBefore(left.from()) ? null : left.through(right);
    }

    /** Reads over a time of day: 上午8时30分. */
    static void time(Cursor cursor) {
        cursor.takeAnyhow(DAYTIME);
        for (int i = 0; i < 2; i++) {
            int start = cursor.at();
            if (cursor.number() == null || cursor.takeAnyhow(CLOCK) == null) {
                cursor.reset(start);
                break;
            }
        }
    }

    private static Period bounded(Cursor cursor, Period period, Anchor anchor) {
        if (cursor.take(SINCE) != null) {
            boolean past =
                    anchor.issue() != null && period.isKnown() && !period.from().isAfter(anchor.issue());
            return past ? new Period(period.from(), anchor.issue(), period.grain(), period.yearKnown()) : period;
        }
        int end = cursor.at();
        if (cursor.take(AROUND) != null) {
            return period;
        }
        cursor.reset(end);
        if (cursor.take(ONWARD) != null) {
            return new Period(period.from(), null, period.grain(), period.yearKnown());
        }
        if (cursor.take(UNTIL) != null) {
            return new Period(null, period.to(), period.grain(), period.yearKnown());
        }
        return period;
    }
}
