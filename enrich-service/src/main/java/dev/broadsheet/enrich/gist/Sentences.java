package dev.broadsheet.enrich.gist;

import dev.broadsheet.text.ResourceLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a paragraph into sentences that can stand alone. */
final class Sentences {

    private static final String ENDS = "。！？!?";
    private static final String OPENING = "“「『（《(";
    private static final String CLOSING = "”」』）》)";
    private static final String CONTINUED = "上接";
    private static final int LONGEST_BYLINE = 60;
    private static final List<String> HOUSES = ResourceLines.words(Sentences.class, "bylines.txt");

    private Sentences() {}

    /**
     * The sentences of a paragraph, each exactly as printed. A stop inside quotation marks or brackets ends none, and what follows a
     * quotation (“……。”郑阿土说。) belongs to it: alone it would say nothing.
     */
    static List<String> of(String paragraph) {
        List<String> sentences = new ArrayList<>();
        int start = bylineEnd(paragraph);
        int depth = 0;
        for (int i = start; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            depth += OPENING.indexOf(c) >= 0 ? 1 : 0;
            depth = Math.max(0, depth - (CLOSING.indexOf(c) >= 0 ? 1 : 0));
            if (depth == 0 && ENDS.indexOf(c) >= 0) {
                sentences.add(paragraph.substring(start, i + 1).strip());
                start = i + 1;
            }
        }
        String rest = paragraph.substring(start).strip();
        boolean quotation = depth == 0 && rest.length() > 1 && CLOSING.indexOf(rest.charAt(rest.length() - 1)) >= 0;
        if (quotation && ENDS.indexOf(rest.charAt(rest.length() - 2)) >= 0) {
            sentences.add(rest);
        }
        return sentences;
    }

    /** Where the first sentence starts, behind 本报讯（记者 林溪）, 新华社北京3月12日电 or （上接第一版）. */
    private static int bylineEnd(String paragraph) {
        String start = paragraph.stripLeading();
        int indent = paragraph.length() - start.length();
        if (start.startsWith(CONTINUED, 1)) {
            return bracketsEnd(paragraph, indent);
        }
        String house = HOUSES.stream()
                .filter(start::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        // 本报讯 is whole and may run on without a blank: 本报讯12月2日，…; 讯 alone may begin a word: 讯息.
        boolean whole = house.length() > 1 && house.endsWith("讯");
        int end = whole ? indent + house.length() : markEnd(paragraph, indent, house);
        return end == indent ? indent : bracketsEnd(paragraph, end);
    }

    /** Where 讯 or 电 stands apart from what follows, within the first clause; {@code from} where it does not. */
    private static int markEnd(String paragraph, int from, String house) {
        int limit = house.isEmpty() ? from : Math.min(paragraph.length(), from + LONGEST_BYLINE);
        for (int i = from; i < limit && "，。".indexOf(paragraph.charAt(i)) < 0; i++) {
            char c = paragraph.charAt(i);
            char next = i + 1 < paragraph.length() ? paragraph.charAt(i + 1) : 0;
            boolean apart = " 　（(".indexOf(next) >= 0;
            boolean dateline = c == '电' && i > from && paragraph.charAt(i - 1) == '日';
            if ((c == '讯' || c == '电') && apart || dateline) {
                return i + 1;
            }
        }
        return from;
    }

    private static int bracketsEnd(String paragraph, int from) {
        int at = from;
        while (at < paragraph.length() && (paragraph.charAt(at) == ' ' || paragraph.charAt(at) == '　')) {
            at++;
        }
        if (at < paragraph.length() && "（(".indexOf(paragraph.charAt(at)) >= 0) {
            int close = at;
            while (close < paragraph.length()
                    && close - at < LONGEST_BYLINE
                    && "）)".indexOf(paragraph.charAt(close)) < 0) {
                close++;
            }
            boolean closed = close < paragraph.length() && "）)".indexOf(paragraph.charAt(close)) >= 0;
            return closed ? close + 1 : at;
        }
        return at;
    }
}
