package dev.broadsheet.enrich.quantity;

import dev.broadsheet.article.CodePoints;
import dev.broadsheet.article.Folding;
import dev.broadsheet.schema.DateMention;
import dev.broadsheet.schema.Quantity;
import dev.broadsheet.text.Numerals;
import dev.broadsheet.text.ResourceLines;
import dev.broadsheet.text.Trie;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds amounts: money, people, areas, lengths, weights, percentages, durations and counts. Pure and thread-safe; reads the
 * text once, from left to right.
 */
public final class QuantityTagger {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TEN = BigDecimal.TEN;
    /** 3成: a tenth, unless the character goes on as another word (三成|功 …). */
    private static final String NO_TENTHS_BEFORE = "立为功员本果绩长都年品交熟就分人了套群双批";
    /** An ordinal, a section, a name in letters or a clock: 第3, A3, 15:30. */
    private static final String NO_NUMBER_AFTER = "第:№";

    /** 一年半|载, 一天|半夜. */
    private static final String NO_HALF_BEFORE = "载夜途路月场";

    private static final String DASHES = "-–—~〜～－至到";
    private static final String QUOTES = "“\"「『《";
    private static final String BELOW_ZERO = "零下";
    private static final int LONGEST_PREFIX = 3;
    private static final int LONGEST_YEARS = 999;

    private final Units units = Units.load();
    private final SmallerUnits smallerUnits = new SmallerUnits(units);
    private final Map<String, Boolean> before = words("before");
    private final Map<String, Boolean> beforeBare = words("before-bare");
    private final Map<String, Boolean> never = words("never");
    private final Trie<Boolean> after = new Trie<>(words("after"));
    private final Trie<String> currencies = new Trie<>(Map.of(
            "¥", "CNY", "￥", "CNY", "人民币", "CNY", "US$", "USD", "$", "USD", "€", "EUR", "£", "GBP", "HK$", "HKD", "NT$",
            "TWD"));

    private static Map<String, Boolean> words(String place) {
        Map<String, Boolean> words = new HashMap<>();
        ResourceLines.fields(QuantityTagger.class, "approximations.txt").stream()
                .filter(line -> line.get(0).equals(place))
                .forEach(line -> line.stream().skip(1).forEach(word -> words.put(word, true)));
        return words;
    }

    /**
     * The quantities of a text, in order.
     *
     * @param dates the dates of the same text: what is part of one is no quantity
     */
    public List<Quantity> tag(String text, List<DateMention> dates) {
        String folded = Folding.fold(text);
        CodePoints points = CodePoints.of(text);
        NumberReader numbers = new NumberReader(folded, units);
        List<Quantity> found = new ArrayList<>();
        int nextDate = 0;
        for (int at = 0; at < folded.length(); ) {
            int point = points.before(at);
            while (nextDate < dates.size() && dates.get(nextDate).getEnd() <= point) {
                nextDate++;
            }
            boolean inDate = nextDate < dates.size() && dates.get(nextDate).getStart() <= point;
            Amount amount = !inDate && startsNumber(folded, at) ? amount(folded, at, numbers) : null;
            if (amount == null) {
                at = inDate ? at + 1 : Math.max(at + 1, numberEnd(folded, at));
                continue;
            }
            boolean belowZero = amount.unit().equals("Cel") && folded.startsWith(BELOW_ZERO, at - BELOW_ZERO.length());
            int start = belowZero ? at - BELOW_ZERO.length() : withPrefix(folded, at, amount.bare(), found, points);
            boolean approximate = amount.approximate() || start < at && !belowZero;
            found.add(new Quantity(
                    text.substring(start, amount.end()),
                    amount.kind(),
                    (belowZero ? amount.value().negate() : amount.value()).doubleValue(),
                    amount.unit(),
                    approximate,
                    points.before(start),
                    points.before(amount.end())));
            at = amount.end();
        }
        return found;
    }

    private record Amount(String kind, BigDecimal value, String unit, boolean approximate, boolean bare, int end) {}

    private boolean startsNumber(String text, int at) {
        char c = text.charAt(at);
        if (!NumberReader.mayStart(c)) {
            return false;
        }
        char before = at == 0 ? 0 : text.charAt(at - 1);
        boolean inWord = before >= 'A' && before <= 'Z' || before >= 'a' && before <= 'z';
        boolean inNumber = before >= '0' && before <= '9' || Numerals.isHan(before) || NumberReader.myriads(before) > 0;
        boolean decimals = NumberReader.DECIMAL_POINTS.indexOf(before) >= 0 && c >= '0' && c <= '9';
        return !inWord && !inNumber && !decimals && NO_NUMBER_AFTER.indexOf(before) < 0;
    }

    /** After a number that is no amount: its end, so that no tail of it is read as one. */
    private static int numberEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private Amount amount(String text, int at, NumberReader numbers) {
        PrintedNumber number = numbers.read(at);
        if (number == null) {
            return null;
        }
        Amount share = share(text, number, numbers);
        if (share != null) {
            return share;
        }
        Amount withHalf = withHalf(text, number);
        if (withHalf != null) {
            return withHalf;
        }
        Trie.Match<Units.Unit> unit = units.at(text, skipSpace(text, number.end()));
        boolean range = false;
        PrintedNumber last = number;
        if (unit == null) {
            last = rangeEnd(text, number, numbers);
            unit = last == null ? null : units.at(text, skipSpace(text, last.end()));
            range = true;
        }
        if (unit == null || !isAmount(text, at, number, unit.value())) {
            return currency(text, at, number);
        }
        BigDecimal value = range ? lowerBound(number, last) : number.value();
        int end = unit.end();
        boolean tail = false;
        Trie.Match<Boolean> approximately = after.longest(text, end);
        if (approximately != null) {
            end = approximately.end();
            tail = true;
        }
        tail |= text.substring(number.end(), unit.end()).indexOf('多') >= 0; // 两个多月
        boolean approximate = range || tail || number.approximate() || number.bare();
        String kind = unit.value().kind();
        SmallerUnits.Whole whole = new SmallerUnits.Whole(
                value.multiply(unit.value().factor()), unit.value().code(), end);
        SmallerUnits.Whole exact = approximate ? whole : smallerUnits.from(whole, text, numbers);
        return new Amount(kind, exact.value(), exact.unit(), approximate, number.bare(), exact.end());
    }

    /** 两个半小时, 一个半月, 一年半. */
    private Amount withHalf(String text, PrintedNumber number) {
        if (!text.startsWith("个半", number.end())) {
            return halfBehind(text, number);
        }
        int unitAt = number.end() + 2;
        Trie.Match<Units.Unit> unit = units.at(text, unitAt);
        boolean months = unit == null && text.startsWith("月", unitAt);
        BigDecimal value = number.value().add(HALF);
        if (months) {
            return new Amount("duration", value, "mo", false, false, unitAt + 1);
        }
        boolean duration = unit != null && unit.value().kind().equals("duration");
        return duration ? new Amount("duration", value, unit.value().code(), false, false, unit.end()) : null;
    }

    private Amount halfBehind(String text, PrintedNumber number) {
        Trie.Match<Units.Unit> unit = units.at(text, number.end());
        boolean half = unit != null && unit.value().kind().equals("duration") && text.startsWith("半", unit.end());
        int end = half ? unit.end() + 1 : 0;
        return !half || end < text.length() && NO_HALF_BEFORE.indexOf(text.charAt(end)) >= 0
                ? null
                : new Amount(
                        "duration", number.value().add(HALF), unit.value().code(), number.approximate(), false, end);
    }

    /** 3至5万: the multiplier counts for both sides. */
    private static BigDecimal lowerBound(PrintedNumber first, PrintedNumber last) {
        BigDecimal multiplier = last.value().compareTo(BigDecimal.valueOf(10_000)) >= 0
                        && first.value().compareTo(BigDecimal.valueOf(1_000)) < 0
                ? BigDecimal.valueOf(
                        last.value().compareTo(BigDecimal.valueOf(100_000_000)) >= 0 ? 100_000_000 : 10_000)
                : BigDecimal.ONE;
        return first.value().multiply(multiplier);
    }

    private PrintedNumber rangeEnd(String text, PrintedNumber first, NumberReader numbers) {
        int at = skipSpace(text, first.end());
        int dash = at;
        while (dash < text.length() && DASHES.indexOf(text.charAt(dash)) >= 0 && dash - at < 3) {
            dash++;
        }
        PrintedNumber last = dash > at ? numbers.read(skipSpace(text, dash)) : null;
        boolean rising = last != null && last.value().compareTo(first.value()) > 0;
        return rising ? last : null;
    }

    /** Whether number and unit are an amount rather than an idiom (千家|万户), a slogan (“两个…”) or an article (一个). */
    private static boolean isAmount(String text, int at, PrintedNumber number, Units.Unit unit) {
        if (!unit.isLoose()) {
            return true;
        }
        char before = at == 0 ? 0 : text.charAt(at - 1);
        boolean slogan = QUOTES.indexOf(before) >= 0 && Numerals.isHan(text.charAt(at));
        boolean idiom = number.bare() && !number.approximate() && "近上逾超过约数".indexOf(before) < 0;
        boolean half = text.charAt(at) == '半' && !unit.kind().equals("duration"); // 上半场, 半个
        boolean ranking = before == '前' && text.startsWith("名", number.end()); // 前三名
        boolean calendarYear = unit.code().equals("a") && number.value().intValue() > LONGEST_YEARS;
        return !number.article() && !slogan && !idiom && !half && !ranking && !calendarYear;
    }

    /** ¥500, 人民币3万: the currency before the number, nothing after it. */
    private Amount currency(String text, int at, PrintedNumber number) {
        for (int length = LONGEST_PREFIX; length > 0; length--) {
            int start = at - length;
            Trie.Match<String> code = start < 0 ? null : currencies.longest(text, start);
            if (code != null && code.end() == at) {
                return new Amount("money", number.value(), code.value(), number.approximate(), false, number.end());
            }
        }
        return null;
    }

    /** 百分之十五, 五分之一, 三成, 七成五. */
    private Amount share(String text, PrintedNumber number, NumberReader numbers) {
        int at = number.end();
        if (text.startsWith("分之", at)) {
            PrintedNumber part = numbers.readShare(skipSpace(text, at + 2));
            boolean proper = part != null && number.value().signum() > 0;
            return proper
                    ? percent(
                            part.value().multiply(HUNDRED).divide(number.value(), MathContext.DECIMAL64),
                            text,
                            part.end())
                    : null;
        }
        boolean tenths = text.startsWith("成", at) && number.value().compareTo(TEN) <= 0 && !number.bare();
        if (!tenths) {
            return null;
        }
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if (NO_TENTHS_BEFORE.indexOf(next) >= 0) {
            return null;
        }
        int half = next == '半' ? 5 : Math.max(0, Numerals.digit(next));
        int end = half > 0 ? at + 2 : at + 1;
        return percent(number.value().multiply(TEN).add(BigDecimal.valueOf(half)), text, end);
    }

    private Amount percent(BigDecimal value, String text, int end) {
        Trie.Match<Boolean> approximately = after.longest(text, end);
        return approximately == null
                ? new Amount("percentage", value, "%", false, false, end)
                : new Amount("percentage", value, "%", true, false, approximately.end());
    }

    /** Where the amount starts with the word that makes it approximate: 约, 近, 超过. */
    private int withPrefix(String text, int at, boolean bare, List<Quantity> found, CodePoints points) {
        if (at >= 2 && never.containsKey(text.substring(at - 2, at))) {
            return at;
        }
        int floor = found.isEmpty() ? 0 : found.get(found.size() - 1).getEnd();
        for (int length = LONGEST_PREFIX; length > 0; length--) {
            int start = at - length;
            String word = start < 0 || points.before(start) < floor ? "" : text.substring(start, at);
            if (before.containsKey(word) || bare && beforeBare.containsKey(word)) {
                return start;
            }
        }
        return at;
    }

    private static int skipSpace(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }
}
