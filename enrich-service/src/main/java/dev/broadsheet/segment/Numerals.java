package dev.broadsheet.segment;

/** Chinese numerals as newspapers print them in dates and page numbers. */
final class Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";

    private Numerals() {}

    /** A page label in its plain form: 二 → 2, 十二 → 12, 02 → 2, A01 stays. */
    static String pageLabel(String printed) {
        if (printed.equals("头")) {
            return "1";
        }
        int value = value(printed);
        return value > 0 ? Integer.toString(value) : printed;
    }

    /** The value of Arabic or Chinese digits (12, 十二, 廿一, 二〇二四, 二零二四, 元); -1 where it is none. */
    static int value(String printed) {
        if (printed.isEmpty() || printed.length() > 9) {
            return -1;
        }
        if (printed.equals("元")) {
            return 1;
        }
        int total = 0;
        int digit = 0;
        boolean positional =
                printed.length() > 1 && printed.chars().noneMatch(c -> c == '十' || c == '廿' || c == '卅' || c == '百');
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c == '十' || c == '百') {
                total += Math.max(1, digit) * (c == '十' ? 10 : 100);
                digit = 0;
            } else if (c == '廿' || c == '卅') {
                total += c == '廿' ? 20 : 30;
            } else {
                int value = digit(c);
                if (value < 0) {
                    return -1;
                }
                digit = positional ? digit * 10 + value : value;
            }
        }
        return total + digit;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return switch (c) {
            case '零', '○', 'O' -> 0;
            case '两' -> 2;
            default -> DIGITS.indexOf(c);
        };
    }
}
