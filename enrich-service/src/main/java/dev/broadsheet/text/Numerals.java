package dev.broadsheet.text;

/**
 * Chinese numerals as newspapers print them: 十七, 二十一, 一百零八, 廿三, 两, and digit by digit 二〇〇六, 九八.
 *
 * <p>Zero has three faces: 零, 〇 and ○ (the geometric circle that older typesetting uses).
 */
public final class Numerals {

    /** All characters of numbers below ten thousand, Arabic and Chinese. */
    public static final String CHARACTERS = "0123456789零〇○一二两三四五六七八九十百千廿卅";

    private static final int MAX_LENGTH = 24;

    private Numerals() {}

    /** The value of one digit character, Arabic or Chinese; -1 for any other. */
    public static int digit(char c) {
        return switch (c) {
            case '零', '〇', '○' -> 0;
            case '一' -> 1;
            case '二', '两' -> 2;
            case '三' -> 3;
            case '四' -> 4;
            case '五' -> 5;
            case '六' -> 6;
            case '七' -> 7;
            case '八' -> 8;
            case '九' -> 9;
            default -> c >= '0' && c <= '9' ? c - '0' : -1;
        };
    }

    /** Whether the character is 一 to 九, a zero, or 十 百 千 廿 卅: part of a Chinese number below ten thousand. */
    public static boolean isHan(char c) {
        return c > '9' && (digit(c) >= 0 || power(c) > 0 || twenties(c) > 0);
    }

    /** Where the run of Chinese numeral characters that starts at {@code from} ends; {@code from} where there is none. */
    public static int hanEnd(String text, int from) {
        int end = from;
        int limit = Math.min(text.length(), from + MAX_LENGTH);
        while (end < limit && isHan(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * The value of a run of Chinese numeral characters, below 100,000,000.
     *
     * @return -1 where the run is not one number, e.g. 三四十
     */
    public static int hanValue(String text, int from, int end) {
        boolean positional = false;
        for (int i = from; i < end; i++) {
            positional |= digit(text.charAt(i)) < 0;
        }
        return positional ? positional(text, from, end) : digits(text, from, end);
    }

    /**
     * The value of a number printed in Arabic or Chinese digits: 12, 十二, 廿一, 二〇二四, and 元 for the first year or month.
     *
     * @param printed the whole number; O counts as the zero that it is mistaken for
     * @return -1 where it is no number below 100,000,000
     */
    public static int value(String printed) {
        if (printed.equals("元")) {
            return 1;
        }
        String digits = printed.replace('O', '〇');
        return hanEnd(digits, 0) == digits.length() ? hanValue(digits, 0, digits.length()) : arabic(digits);
    }

    private static int arabic(String digits) {
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? digits(digits, 0, digits.length()) : -1;
    }

    private static int digits(String text, int from, int end) {
        if (end - from > 8 || end == from) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < end; i++) {
            value = value * 10 + digit(text.charAt(i));
        }
        return value;
    }

    private static int positional(String text, int from, int end) {
        int total = 0;
        int pending = -1;
        int lastPower = Integer.MAX_VALUE;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            int digit = digit(c);
            int power = power(c);
            if (digit == 0) {
                if (pending > 0) {
                    return -1;
                }
            } else if (digit > 0) {
                if (pending > 0) {
                    return -1;
                }
                pending = digit;
            } else if (power > 0) {
                if (power >= lastPower) {
                    return -1;
                }
                total += (pending < 0 ? 1 : pending) * power;
                lastPower = power;
                pending = -1;
            } else {
                if (pending > 0 || lastPower <= 10) {
                    return -1;
                }
                total += twenties(c);
                lastPower = 10;
            }
        }
        return total + Math.max(pending, 0);
    }

    private static int power(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }

    private static int twenties(char c) {
        return switch (c) {
            case '廿' -> 20;
            case '卅' -> 30;
            default -> 0;
        };
    }
}
