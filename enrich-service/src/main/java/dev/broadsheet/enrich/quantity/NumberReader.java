package dev.broadsheet.enrich.quantity;

import dev.broadsheet.text.Numerals;
import java.math.BigDecimal;

/**
 * Reads numbers from left to right, Arabic, Chinese and mixed: 13 000, 2,000, 6.85亿, 1亿2000万, 三万五千, 七八百, 数十万, 半.
 *
 * <p>Where the text says only the order of magnitude (数十, 上千, 几百, 百余), the value is that order: the least it can mean.
 */
final class NumberReader {

    private static final int MAX_DIGITS = 18;
    private static final int MAX_PARTS = 4;
    /** 3|千|多|万|亿: more multipliers than that are no number. */
    private static final int MAX_STEPS = 5;

    private static final String VAGUE = "数几";
    /** Older typesetting centres the point: 70·8%. */
    static final String DECIMAL_POINTS = ".·・";

    private static final String SURPLUS = "余多来几";

    private final String text;
    private final Units units;

    NumberReader(String text, Units units) {
        this.text = text;
        this.units = units;
    }

    /** Whether a number may start with this character. */
    static boolean mayStart(char c) {
        return c >= '0' && c <= '9' || Numerals.isHan(c) || VAGUE.indexOf(c) >= 0 || c == '半' || myriads(c) > 0;
    }

    /** The number that starts at {@code from}; null where there is none. */
    PrintedNumber read(int from) {
        PrintedNumber total = null;
        BigDecimal lastUnit = null;
        int at = from;
        for (int part = 0; part < MAX_PARTS; part++) {
            PrintedNumber next = part(at);
            if (next == null || lastUnit != null && (next.bare() || next.value().compareTo(lastUnit) >= 0)) {
                break;
            }
            total = total == null ? next : plus(total, next);
            at = next.end();
            lastUnit = lastMultiplier(at);
            if (lastUnit == null || next.approximate()) {
                break;
            }
        }
        return total;
    }

    private static PrintedNumber plus(PrintedNumber high, PrintedNumber low) {
        return new PrintedNumber(
                high.value().add(low.value()), low.end(), high.approximate() || low.approximate(), high.bare(), false);
    }

    /** 万 or 亿 that ends right before {@code at}; null where the number is complete. */
    private BigDecimal lastMultiplier(int at) {
        long multiplier = myriads(text.charAt(at - 1));
        return multiplier > 0 ? BigDecimal.valueOf(multiplier) : null;
    }

    /** One coefficient with its multipliers: 2000万, 三百余, 数十. */
    private PrintedNumber part(int from) {
        PrintedNumber coefficient = coefficient(from);
        if (coefficient == null) {
            return null;
        }
        BigDecimal value = coefficient.value();
        boolean approximate = coefficient.approximate();
        int at = coefficient.end();
        boolean multiplied = coefficient.bare();
        for (int step = 0; step < MAX_STEPS; step++) {
            int solid = skipSpace(at);
            char c = charAt(solid);
            long multiplier = multiplied && powers(c) > 0 && myriads(c) == 0 ? 0 : Math.max(powers(c), myriads(c));
            if (multiplier > 0 && !units.startsAt(text, solid)) {
                value = value.multiply(BigDecimal.valueOf(multiplier));
                at = solid + 1;
                multiplied = true;
            } else if (!approximate && SURPLUS.indexOf(c) >= 0 && c != 0 && goesOn(solid + 1)) {
                approximate = true;
                at = solid + 1;
            } else {
                break;
            }
        }
        boolean article = coefficient.article() && at == coefficient.end();
        return new PrintedNumber(value, at, approximate, coefficient.bare(), article);
    }

    /** Whether a unit or a multiplier follows, so that 余 and 多 belong to the number. */
    private boolean goesOn(int at) {
        int solid = skipSpace(at);
        return units.startsAt(text, solid) || myriads(charAt(solid)) > 0;
    }

    private PrintedNumber coefficient(int from) {
        char first = charAt(from);
        if (first >= '0' && first <= '9') {
            return arabic(from);
        }
        if (first == '半') {
            return new PrintedNumber(new BigDecimal("0.5"), from + 1, false, false, false);
        }
        if (VAGUE.indexOf(first) >= 0) {
            long power = Math.max(powers(charAt(from + 1)), myriads(charAt(from + 1)));
            return power == 0 ? null : new PrintedNumber(BigDecimal.valueOf(power), from + 2, true, false, false);
        }
        if (myriads(first) > 0) {
            return units.startsAt(text, from)
                    ? null
                    : new PrintedNumber(BigDecimal.valueOf(myriads(first)), from + 1, false, true, false);
        }
        return han(from);
    }

    private PrintedNumber arabic(int from) {
        int at = digitsEnd(from);
        StringBuilder digits = new StringBuilder(text.substring(from, at));
        while (digits.length() <= MAX_DIGITS && groupFollows(at, digits.length())) {
            int group = charAt(at + 1) == ' ' ? at + 2 : at + 1;
            digits.append(text, group, group + 3);
            at = group + 3;
        }
        if (DECIMAL_POINTS.indexOf(charAt(at)) >= 0 && isDigit(charAt(at + 1))) {
            int end = digitsEnd(at + 1);
            digits.append('.').append(text, at + 1, end);
            at = end;
        }
        boolean readable = digits.length() <= MAX_DIGITS;
        return readable ? new PrintedNumber(new BigDecimal(digits.toString()), at, false, false, false) : null;
    }

    /** 2,000 and 2, 000 and 13 000: a comma or a space, then exactly three figures. */
    private boolean groupFollows(int at, int digitsSoFar) {
        char separator = charAt(at);
        if (separator != ',' && separator != ' ' || digitsSoFar % 3 != 0 && digitsSoFar > 3) {
            return false;
        }
        int group = separator == ',' && charAt(at + 1) == ' ' ? at + 2 : at + 1;
        return digitsEnd(group) == group + 3;
    }

    private int digitsEnd(int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at)) && at - from <= MAX_DIGITS) {
            at++;
        }
        return at;
    }

    private PrintedNumber han(int from) {
        int end = Numerals.hanEnd(text, from);
        for (int i = from + 1; i < end; i++) {
            if (powers(text.charAt(i)) > 0 && units.startsAt(text, i)) {
                end = i; // 三千|瓦: the unit's own first character
            }
        }
        if (end == from) {
            return null;
        }
        int value = Numerals.hanValue(text, from, end);
        boolean digitByDigit = value >= 0 && end - from > 1 && !hasPower(from, end);
        if (digitByDigit || value < 0) {
            return between(from, end);
        }
        boolean bare = powers(text.charAt(from)) > 10;
        boolean article = end - from == 1 && text.charAt(from) == '一';
        return fraction(new PrintedNumber(BigDecimal.valueOf(value), end, false, bare, article));
    }

    /** 七八百, 三四十, 五六: neighbours in count, so "about the first". */
    private PrintedNumber between(int from, int end) {
        int prefix = end - from > 2 && powers(charAt(end - 3)) > 0 ? end - 2 : from;
        if (prefix > from) {
            return betweenUnits(from, prefix, end);
        }
        int first = Numerals.digit(charAt(from));
        int second = Numerals.digit(charAt(from + 1));
        boolean neighbours = first > 0 && second == first + 1 && end - from <= 3;
        if (!neighbours) {
            return null;
        }
        long power = end - from == 3 ? Math.max(1, powers(charAt(from + 2))) : 1;
        boolean threeDigits = end - from == 3 && power == 1;
        return threeDigits ? null : new PrintedNumber(BigDecimal.valueOf(first * power), end, true, false, false);
    }

    /** 十五六, 二十七八: neighbours behind tens or hundreds. */
    private PrintedNumber betweenUnits(int from, int at, int end) {
        boolean neighbours = Numerals.digit(charAt(at + 1)) == Numerals.digit(charAt(at)) + 1;
        int value = neighbours ? Numerals.hanValue(text, from, at + 1) : -1;
        return value > 0 ? new PrintedNumber(BigDecimal.valueOf(value), end, true, false, false) : null;
    }

    /** As {@link #read}, but 七点五 is a number wherever it stands: after 百分之 nobody tells the time. */
    PrintedNumber readShare(int from) {
        PrintedNumber whole = read(from);
        if (whole == null || charAt(whole.end()) != '点' || Numerals.digit(charAt(whole.end() + 1)) < 0) {
            return whole;
        }
        return withDecimals(whole);
    }

    /** 三点五亿: only before a multiplier or a unit of rates, for 三点五十 is a time of day. */
    private PrintedNumber fraction(PrintedNumber whole) {
        if (charAt(whole.end()) != '点') {
            return whole;
        }
        PrintedNumber number = withDecimals(whole);
        char next = charAt(number.end());
        boolean rate = next == '倍' || next == '个' || myriads(next) > 0;
        boolean some = number.end() > whole.end() + 1;
        return some && rate ? number : whole;
    }

    private PrintedNumber withDecimals(PrintedNumber whole) {
        int at = whole.end() + 1;
        StringBuilder digits = new StringBuilder(whole.value().toPlainString()).append('.');
        while (Numerals.digit(charAt(at)) >= 0 && digits.length() < MAX_DIGITS) {
            digits.append(Numerals.digit(charAt(at++)));
        }
        return new PrintedNumber(new BigDecimal(digits.toString()), at, false, false, false);
    }

    private boolean hasPower(int from, int end) {
        for (int i = from; i < end; i++) {
            if (Numerals.digit(text.charAt(i)) < 0) {
                return true;
            }
        }
        return false;
    }

    private int skipSpace(int at) {
        return charAt(at) == ' ' ? at + 1 : at;
    }

    private char charAt(int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long powers(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }

    /** What a myriad sign multiplies by; 0 for any other character. */
    static long myriads(char c) {
        return switch (c) {
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }
}
