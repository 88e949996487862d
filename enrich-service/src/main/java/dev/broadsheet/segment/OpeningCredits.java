package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import java.util.ArrayList;
import java.util.List;

/** Reads the names in the brackets after a story's opening: 本报讯（记者 林一 通讯员 江二）. */
final class OpeningCredits {

    private static final int LATEST = 40;
    private static final int LONGEST = 90;

    private OpeningCredits() {}

    /**
     * @param paragraph the story's first paragraph, clean
     * @return null where its beginning names nobody
     */
    static Credits read(String paragraph, Bylines names) {
        String folded = Folding.fold(paragraph);
        int open = folded.indexOf('(');
        if (open < 0 || open > LATEST) {
            return null;
        }
        if (Glyphs.tight(folded.substring(0, open)).chars().anyMatch(c -> ",。:".indexOf(c) >= 0)) {
            return null;
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
            if (token.length() >= role.length() && differences(token, role) <= 1) {
                return role.length();
            }
        }
        return 0;
    }

    private static int differences(String token, String role) {
        int differences = 0;
        for (int i = 0; i < role.length(); i++) {
            differences += token.charAt(i) == role.charAt(i) ? 0 : 1;
        }
        return differences;
    }
}
