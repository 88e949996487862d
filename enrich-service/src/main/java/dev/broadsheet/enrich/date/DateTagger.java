package dev.broadsheet.enrich.date;

import dev.broadsheet.article.CodePoints;
import dev.broadsheet.article.Folding;
import dev.broadsheet.schema.DateMention;
import dev.broadsheet.text.Numerals;
import dev.broadsheet.text.Trie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the dates and periods that a text names, and says which days they are. Pure and thread-safe; reads the text once,
 * from left to right.
 */
public final class DateTagger {

    private static final int SHORT_TEXT = 40;
    private static final int FUTURE_REACH = 10;
    private static final Trie<Vocabulary.Word> FUTURE = Vocabulary.of("future");
    private static final String SENTENCE_ENDS = "。!?;\n";

    /**
     * The dates of a text, in order.
     *
     * @param text any text, as printed
     * @param issueDate the day against which 昨日 or 7月17日 are read; null where unknown: then dates without a printed year
     *     have none ({@code --07-17}), and 昨日 has no days at all
     */
    public List<DateMention> tag(String text, LocalDate issueDate) {
        String folded = Folding.fold(text);
        CodePoints points = CodePoints.of(text);
        List<DateMention> mentions = new ArrayList<>();
        DateMention whole = wholeText(text, folded, points, issueDate);
        if (whole != null) {
            return List.of(whole);
        }
        Period previous = null;
        boolean sameSentence = false;
        for (int at = 0; at < folded.length(); ) {
            char c = folded.charAt(at);
            if (SENTENCE_ENDS.indexOf(c) >= 0) {
                sameSentence = false;
            }
            if (!Grammar.mayStart(c) || isInsideNumber(folded, at) || recurs(folded, at)) {
                at++;
                continue;
            }
            Cursor cursor = new Cursor(folded, at);
            int here = at;
            Anchor anchor =
                    new Anchor(issueDate, null, previous, sameSentence, () -> speaksOfFuture(folded, here), false);
            Period found = Grammar.expression(cursor, anchor);
            if (found == null) {
                at++;
                continue;
            }
            mentions.add(mention(text, points, at, cursor.at(), found));
            previous = found.isKnown() ? found : previous;
            sameSentence |= found.isKnown();
            at = cursor.at();
        }
        return mentions;
    }

    /** The date where the text is nothing but one (三号, 98年, 初三): then readings hold that would be rash in a sentence. */
    private static DateMention wholeText(String text, String folded, CodePoints points, LocalDate issueDate) {
        if (folded.length() > SHORT_TEXT) {
            return null;
        }
        int start = 0;
        int end = folded.length();
        while (start < end && folded.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && folded.charAt(end - 1) <= ' ') {
            end--;
        }
        if (start == end || !Grammar.mayStart(folded.charAt(start))) {
            return null;
        }
        Cursor cursor = new Cursor(folded, start);
        Period found = Grammar.expression(cursor, new Anchor(issueDate, null, null, false, () -> false, true));
        int foundEnd = cursor.at();
        Grammar.time(cursor);
        return found != null && cursor.at() >= end ? mention(text, points, start, foundEnd, found) : null;
    }

    private static DateMention mention(String text, CodePoints points, int start, int end, Period period) {
        return new DateMention(
                text.substring(start, end),
                period.printFrom(),
                period.printTo(),
                points.before(start),
                points.before(end));
    }

    /** A number is read from its first figure or not at all: no date inside 13920240717 or 3.12. */
    private static boolean isInsideNumber(String text, int at) {
        char c = text.charAt(at);
        char before = at == 0 ? 0 : text.charAt(at - 1);
        if (Cursor.isDigit(c)) {
            boolean decimal = (before == '.' || before == ',') && at > 1 && Cursor.isDigit(text.charAt(at - 2));
            boolean serial = before >= 'A' && before <= 'Z' || before >= 'a' && before <= 'z';
            return Cursor.isDigit(before) || decimal || serial;
        }
        return Numerals.isHan(c) && (Numerals.isHan(before) || Cursor.isDigit(before));
    }

    /** 每年7月, 逢周一: of every year, so of none. */
    private static boolean recurs(String text, int at) {
        return at >= 2 && "每逢历".indexOf(text.charAt(at - 2)) >= 0 && "年月周季".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean speaksOfFuture(String text, int at) {
        int from = at;
        while (from > 0 && at - from < FUTURE_REACH && SENTENCE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        for (int i = from; i < Math.min(text.length(), at + FUTURE_REACH + 4); i++) {
            if (i > at && SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
            if (FUTURE.longest(text, i) != null) {
                return true;
            }
        }
        return false;
    }
}
