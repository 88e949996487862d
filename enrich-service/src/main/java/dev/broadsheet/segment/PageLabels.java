package dev.broadsheet.segment;

import dev.broadsheet.text.Numerals;

/** Page labels in their plain form. */
final class PageLabels {

    private PageLabels() {}

    /** 二 is 2, 十二 is 12, 02 is 2, 头 (头版) is 1; A01 stays. */
    static String plain(String printed) {
        if (printed.equals("头")) {
            return "1";
        }
        int value = Numerals.value(printed);
        return value > 0 ? Integer.toString(value) : printed;
    }
}
