package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names at a story's opening: 本报讯（记者 林一 通讯员 江二）, 本报讯 记者林一从…获悉. */
final class OpeningCredits {

    /** Letters of 本报讯, whichever of them are misread. */
    private static final int WORD = 3;

    private static final int LATEST = 40;
    private static final int LONGEST = 90;

    private static final Pattern TOLD =
            Pattern.compile("^\\p{IsHan}{2,4}讯[ :]?(?:本报)?记者 ?(\\p{IsHan}{2,3}?) ?(?:[0-9]|从|昨|近日|今|日前|获悉|在|了解)");

    /** 【本报记者林一报道】 */
    private static final Pattern REPORTED =
            Pattern.compile("^[\\[【〔]((?:本报|本刊)?\\p{IsHan}{0,3}记者[\\p{IsHan} 、]{2,16}?)(?:报道|报导|专访|讯|电)[\\]】〕]");

    /** 本报讯〕记者 林一帆): the bracket is misread. */
    private static final Pattern UNOPENED =
            Pattern.compile("^\\p{IsHan}{2,4}讯[^(: ](\\p{IsHan}{0,3}(?:记者|通讯员)[^()]{2,60})\\)");

    private static final Pattern SIGNED = Pattern.compile("[(]([^()]{2,40})[)]$");

    /** 康 宁: a name of two characters, spaced out, though together they are a word. */
    private static final Pattern SPACED = Pattern.compile("(?:^| )\\p{IsHan} +\\p{IsHan}(?: |$)");

    private OpeningCredits() {}

    /**
     * The names in brackets with which a story ends: …。（记者 林一）, …。 （林 一）, “……。”（林一）.
     *
     * @param paragraph the story's last paragraph, clean
     * @return null where it ends in no names
     */
    static Credits readEnd(String paragraph, Bylines names) {
        String end = paragraph.substring(Math.max(0, paragraph.length() - LONGEST));
        String folded = Folding.fold(end);
        Matcher signed = SIGNED.matcher(folded);
        if (!signed.find() || !Printed.endsSentence(Glyphs.trim(folded.substring(0, signed.start())))) {
            return null;
        }
        Credits credits = names.parse(end.substring(signed.start(1), signed.end(1)), signed.group(1));
        boolean named = credits != null
                && !credits.isEmpty()
                && credits.names().allMatch(name -> names.hasSurname(Folding.fold(name)))
                && (SPACED.matcher(signed.group(1)).find() || !credits.names().allMatch(WordJoins::isWord));
        return named ? credits : null;
    }

    /**
     * @param paragraph the story's first paragraph, clean
     * @return null where its beginning names nobody
     */
    static Credits read(String paragraph, Bylines names) {
        String folded = Folding.fold(paragraph);
        Matcher reported = REPORTED.matcher(folded);
        if (reported.lookingAt()) {
            return names.parse(paragraph.substring(1, reported.end(1)), folded.substring(1, reported.end(1)));
        }
        Matcher unopened = UNOPENED.matcher(folded);
        Credits unbracketed = unopened.lookingAt()
                ? names.parse(paragraph.substring(unopened.start(1), unopened.end(1)), unopened.group(1))
                : null;
        if (unbracketed != null) {
            return unbracketed;
        }
        int open = folded.indexOf('(');
        if (open < 0
                || open > LATEST
                || open > WORD
                        && Glyphs.tight(folded.substring(0, open)).chars().anyMatch(c -> ",。:".indexOf(c) >= 0)) {
            return told(paragraph, folded, names);
        }
        int close = folded.indexOf(')', open);
        if (close < 0 || close - open > LONGEST) {
            return null;
        }
        String printed = paragraph.substring(open + 1, close);
        String inside = folded.substring(open + 1, close);
        Credits credits = names.parse(printed, inside);
        if (credits == null) {
            return misread(printed, inside);
        }
        boolean named = credits.stated()
                || credits.reporters().stream().map(Folding::fold).anyMatch(names::hasSurname);
        return named ? credits : null;
    }

    /** 本报讯 记者林一从市水利局获悉: the name stands in the first sentence, before what the reporter learnt or saw. */
    private static Credits told(String paragraph, String folded, Bylines names) {
        Matcher told = TOLD.matcher(folded.substring(0, Math.min(folded.length(), LATEST)));
        return told.find() && names.hasSurname(told.group(1))
                ? new Credits(List.of(paragraph.substring(told.start(1), told.end(1))), List.of(), true)
                : null;
    }

    /** Names where one character of 记者 was misread: what is left are tokens as long as names. */
    private static Credits misread(String printed, String folded) {
        List<String> reporters = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int end = at;
            while (end < folded.length() && folded.charAt(end) != ' ' && folded.charAt(end) != '、') {
                end++;
            }
            String token = folded.substring(at, end);
            int skip = roleLength(token);
            if (token.length() - skip > 4) {
                return null;
            }
            if (token.length() - skip >= 2) {
                reporters.add(printed.substring(at + skip, end));
            }
            at = end + 1;
        }
        return reporters.isEmpty() ? null : new Credits(reporters, List.of(), true);
    }

    private static int roleLength(String token) {
        for (String role : List.of("融媒体记者", "本报记者", "通讯员", "记者")) {
            if (token.startsWith(role) || token.length() >= role.length() && Vocabulary.isMisread(role, token, 0)) {
                return role.length();
            }
        }
        return 0;
    }
}
