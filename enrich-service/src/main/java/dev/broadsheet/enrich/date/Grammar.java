package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Numerals;
import dev.broadsheet.text.Trie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** In the order in which they are tried, each with what it can begin with. */
    private static final List<Production> PRODUCTIONS = List.of(
            new Production(NumericRules::date, true, ""),
            new Production(PlanRules::plan, false, PlanRules.QUOTES, "plan"),
            new Production(FeastRules::lunar, true, "闰", "lunar", "lunar-month", "lunar-last", "lunar-new-year"),
            new Production(FeastRules::feast, false, "", "feast", "lunar-feast", "weekday-feast", "easter"),
            new Production(FeastRules::solarTerm, false, "", "term"),
            new Production(YearRules::commonEra, false, "公"),
            new Production(YearRules::reign, false, "", "era"),
            new Production(YearRules::decadeOrCentury, true, "", "step"),
            new Production(YearRules::numbered, true, ""),
            new Production(YearRules::cyclical, false, YearRules.STEMS + YearRules.ANIMALS),
            new Production(RelativeRules::span, false, "", "span-year", "span-day"),
            new Production(RelativeRules::word, false, "", "relative-year", "relative-day"),
            new Production(
                    RelativeRules::anaphor, false, "", "anaphor-year", "anaphor-month", "anaphor-week", "anaphor-day"),
            new Production(RelativeRules::samePeriod, false, "", "same-period"),
            new Production(SpanRules::nth, false, "第"),
            new Production(SpanRules::part, false, "", "head", "tail"),
            new Production(PartRules::half, false, "", "half"),
            new Production(PartRules::quarter, true, "第前Qq", "quarter"),
            new Production(PartRules::season, false, "入", "season", "season-of"),
            new Production(PartRules::holidays, false, "", "holidays"),
            new Production(PartRules::ordinalWeek, true, "第首最"),
            new Production(PartRules::month, true, "元"),
            new Production(PartRules::halfMonth, false, "", "half-month"),
            new Production(PartRules::tenday, false, "", "tenday"),
            new Production(DayRules::ofMonth, true, ""),
            new Production(DayRules::weekday, true, "日天", "weekday"),
            new Production(DayRules::bare, true, ""),
            new Production(
                    PartRules::edge,
                    false,
                    "",
                    "edge",
                    "edge-year",
                    "edge-month",
                    "edge-quarter",
                    "edge-week",
                    "edge-century"),
            new Production(SpanRules::counted, false, "", "back", "forth", "head"),
            new Production(SpanRules::offset, true, "半"),
            new Production(RelativeRules::stepped, false, "", "step"));

    private static final Rule[] NONE = {};
    /** The rules that can begin with a character, in order. */
    private static final Rule[][] BY_FIRST = byFirst();

    private static final Trie<Vocabulary.Word> WEEKDAY = Vocabulary.of("weekday");
    private static final Trie<Vocabulary.Word> SINCE = Vocabulary.of("since");
    private static final Trie<Vocabulary.Word> ONWARD = Vocabulary.of("onward");
    private static final Trie<Vocabulary.Word> UNTIL = Vocabulary.of("until");
    private static final Trie<Vocabulary.Word> AROUND = Vocabulary.of("around");
    private static final Trie<Vocabulary.Word> HOLIDAY = Vocabulary.of("holiday");
    private static final Trie<Vocabulary.Word> EVE = Vocabulary.of("eve");
    private static final Trie<Vocabulary.Word> DAYTIME = Vocabulary.of("daytime");
    private static final Trie<Vocabulary.Word> CLOCK = Vocabulary.of("clock");
    private static final int MAX_COMPONENTS = 6;

    private Grammar() {}

    /** Whether an expression can begin with this character: few characters of a text can. */
    static boolean mayStart(char first) {
        return BY_FIRST[first].length > 0;
    }

    private static Rule[][] byFirst() {
        List<List<Rule>> rules = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            rules.add(List.of());
        }
        for (Production production : PRODUCTIONS) {
            production.starts().distinct().forEach(first -> {
                List<Rule> more = new ArrayList<>(rules.get(first));
                more.add(production.rule());
                rules.set(first, more);
            });
        }
        return rules.stream()
                .map(some -> some.isEmpty() ? NONE : some.toArray(Rule[]::new))
                .toArray(Rule[][]::new);
    }

    /**
     * A rule and what it can begin with.
     *
     * @param number whether it can begin with a number
     * @param characters single characters
     * @param kinds kinds of words
     */
    private record Production(Rule rule, boolean number, String characters, String... kinds) {

        IntStream starts() {
            String words = Arrays.stream(kinds)
                    .map(kind -> Vocabulary.of(kind).starts())
                    .collect(Collectors.joining());
            return (characters + words + (number ? Numerals.CHARACTERS : "")).chars();
        }
    }

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
        if (scope != null && scope.isOneDay()) {
            weekdayBeside(cursor);
        }
        return scope;
    }

    /** Reads over the weekday that a date names once more: 3月1日（星期五）. */
    private static void weekdayBeside(Cursor cursor) {
        int end = cursor.at();
        boolean bracket = cursor.take('(');
        boolean weekday = cursor.take(WEEKDAY) != null;
        if (!weekday || bracket && !cursor.take(')')) {
            cursor.reset(end);
        }
    }

    private static Period component(Cursor cursor, Period scope, Anchor anchor) {
        int start = cursor.at();
        for (Rule rule : BY_FIRST[cursor.nextSolid()]) {
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
        cursor.take('起'); // 即日起至8月31日
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
        if (period.isOneDay() && FeastRules.feast(cursor, null, anchor) == null) {
            cursor.reset(end); // no second feast, as in 中秋国庆假期
        }
        if (cursor.take(HOLIDAY) != null) {
            return Holidays.around(period);
        }
        cursor.reset(end);
        if (cursor.take(EVE) != null) {
            return period.isKnown() && period.isOneDay() ? SpanRules.dayBefore(period) : period;
        }
        boolean onward = cursor.take(ONWARD) != null;
        Period counted = onward || cursor.before(end) == '起' ? SpanRules.daysFrom(cursor, period) : null;
        if (counted != null) {
            return counted;
        }
        if (onward) {
            return new Period(period.from(), null, period.grain(), period.yearKnown());
        }
        if (cursor.take(UNTIL) != null) {
            return new Period(null, period.to(), period.grain(), period.yearKnown());
        }
        return period;
    }
}
