package dev.broadsheet.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jump lines: （下转第二版） at the end of a story's part, （上接第一版） at the beginning of the next. Reads folded text
 * without spaces; one misread character is forgiven where brackets and 第…版 still frame the number.
 */
final class JumpLines {

    private static final String LABEL = "([A-Z]?[0-9]{1,3}|[A-Z]|[一二三四五六七八九十]{1,3}|头)";
    private static final Pattern TO =
            Pattern.compile("[(\\[【<]?(?:紧?下转|续转|转)(?:本报)?第?" + LABEL + "版[^()]{0,6}[)\\]】>]?$"
                    + "|[(\\[【<]下转第?" + LABEL + "版?[^()]{0,6}[)\\]】>]?$"
                    + "|\\((?:下.|.转)第" + LABEL + "版\\)$|\\(下转." + LABEL + "版\\)$|\\(下转第" + LABEL + ".\\)$");
    private static final Pattern FROM =
            Pattern.compile("^[(\\[【<]?(?:紧?上接|续接|紧接)(?:本报)?第?" + LABEL + "版[^()]{0,6}[)\\]】>]?"
                    + "|^[(\\[【<](?:上接|接)第?" + LABEL + "版?[^()]{0,6}[)\\]】>]"
                    + "|^\\((?:上.|.接)第" + LABEL + "版\\)|^\\(上接." + LABEL + "版\\)|^\\(上接第" + LABEL + ".\\)"
                    + "|^.上接第" + LABEL + "版\\)");

    private static final int REACH = 24;

    private JumpLines() {}

    /** The page to which a text that ends like this goes on, as a number; null where it does not. */
    static String to(String tight) {
        return label(TO.matcher(tight.substring(Math.max(0, tight.length() - REACH))));
    }

    /** The page from which a text that begins like this comes, as a number; null where it does not. */
    static String from(String tight) {
        return label(FROM.matcher(tight.substring(0, Math.min(tight.length(), REACH))));
    }

    private static String label(Matcher jump) {
        if (!jump.find()) {
            return null;
        }
        for (int group = 1; group <= jump.groupCount(); group++) {
            if (jump.group(group) != null) {
                return PageLabels.plain(jump.group(group));
            }
        }
        return null;
    }
}
