package dev.broadsheet.stitch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the jump line off a text: 下转第二版 from its end, 上接第一版 from its beginning. That there is one has been found
 * before; here it only has to be cut, misread characters included, so the brackets around it are what counts.
 *
 * @param text the text without the jump line
 * @param mark the jump line as printed; empty where none was found
 */
record JumpLine(String text, String mark) {

    private static final int REACH = 30;
    private static final String OPEN = "[（(【\\[<〈《]";
    private static final String CLOSE = "[）)】\\]>〉》]";
    private static final String INSIDE = "[^（(【\\[<〈《）)】\\]>〉》。！？]";
    private static final Pattern AT_END = Pattern.compile("(?:" + OPEN + INSIDE + "{0,8}[转下版]" + INSIDE + "{0,12}"
            + CLOSE + "|" + OPEN + "?紧?下 ?转 ?(?:本报)? ?第? ?[^。！？]{1,6}版?" + CLOSE + "?)\\s*$");
    private static final Pattern AT_START = Pattern.compile("^\\s*(?:" + OPEN + INSIDE + "{0,8}[接上版]" + INSIDE
            + "{0,12}" + CLOSE + "|" + OPEN + "?紧?上 ?接 ?(?:本报)? ?第? ?[^。！？，]{1,5}版" + CLOSE + "?)");

    static JumpLine cutEnd(String text) {
        int from = Math.max(0, text.length() - REACH);
        Matcher mark = AT_END.matcher(text.substring(from));
        return mark.find()
                ? new JumpLine(
                        text.substring(0, from + mark.start()).stripTrailing(),
                        mark.group().strip())
                : new JumpLine(text.stripTrailing(), "");
    }

    static JumpLine cutStart(String text) {
        Matcher mark = AT_START.matcher(text.substring(0, Math.min(REACH, text.length())));
        return mark.find()
                ? new JumpLine(
                        text.substring(mark.end()).stripLeading(), mark.group().strip())
                : new JumpLine(text.stripLeading(), "");
    }
}
