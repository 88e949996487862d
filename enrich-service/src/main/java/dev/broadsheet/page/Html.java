package dev.broadsheet.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML inside Markdown, as models of vision write it for what Markdown has no sign for: tables, mostly a whole one in a
 * line, line ends inside a line, and alignment. The tags go; a table becomes one as Markdown draws it, its rows parted by
 * {@link Line#BREAK}; a picture becomes Markdown's. What is no tag of HTML stays, as 《<A Day in Yunting>》 would.
 */
final class Html {

    private static final String BREAK = String.valueOf(Line.BREAK);
    private static final Pattern TABLE = Pattern.compile("(?i)<t[dr][\\s>]");

    private static final Pattern DOCUMENT = Pattern.compile("(?i)<(?:!doctype|html|head|body)[\\s>]");

    private static final String NAMES =
            "table|thead|tbody|tfoot|caption|colgroup|col|tr|td|th|br|hr|p|div|span|center|b|i|u"
                    + "|em|strong|small|big|font|sup|sub|ul|ol|li|dl|dt|dd|figure|figcaption|h[1-6]|a|img";

    /** An attribute has a value: <a href="x"> is a tag, <A Day in Yunting> is not. */
    private static final String ATTRIBUTE =
            "\\s+[a-z-]{1,20}\\s*=\\s*(?:\"[^\"<>]{0,500}\"|'[^'<>]{0,500}'|[^\\s\"'<>]{1,100})";

    private static final Pattern TAG = Pattern.compile("(?i)<!--[^>]{0,200}-->|<(?<close>/?)(?<name>" + NAMES
            + ")(?<attributes>(?:" + ATTRIBUTE + "){0,20})\\s*/?>");

    private static final Pattern SOURCE = Pattern.compile("(?i)\\ssrc\\s*=\\s*[\"']?([^\"'\\s>]{1,300})");
    private static final Pattern TITLE = Pattern.compile("(?i)\\salt\\s*=\\s*[\"']([^\"']{0,300})[\"']");

    /** Rows without a cell, and breaks at either end of a line. */
    private static final Pattern EMPTY_ROW = Pattern.compile("(?:^|(?<=" + BREAK + "))[\\s|]*(?:" + BREAK + "|$)");

    private Html() {}

    /** Whether a text that is no HTML document has tables in HTML. */
    static boolean isLikely(String text) {
        return hasTable(text) && !DOCUMENT.matcher(text).find();
    }

    private static boolean hasTable(String text) {
        return TABLE.matcher(text).find();
    }

    /** A line of the source without its tags. */
    static String untag(String line) {
        Matcher tag = TAG.matcher(line);
        if (line.indexOf('<') < 0 || !tag.find()) {
            return line;
        }
        boolean table = hasTable(line) || line.stripLeading().startsWith("|");
        StringBuilder text = new StringBuilder(line.length());
        int from = 0;
        do {
            text.append(line, from, tag.start()).append(meaning(tag, table));
            from = tag.end();
        } while (tag.find());
        text.append(line, from, line.length());
        return EMPTY_ROW.matcher(text).replaceAll("").strip();
    }

    private static String meaning(Matcher tag, boolean table) {
        if (tag.group("name") == null) {
            return "";
        }
        boolean closes = !tag.group("close").isEmpty();
        return switch (tag.group("name").toLowerCase(Locale.ROOT)) {
            case "tr" -> closes ? BREAK : "| ";
            case "td", "th" -> closes ? " | " : "";
            case "table", "caption" -> closes ? BREAK : "";
            case "br" -> table ? " " : BREAK;
            case "p", "div", "li", "dt", "dd" -> table ? " " : closes ? BREAK : "";
            case "img" ->
                "![" + first(TITLE, tag.group("attributes")) + "](" + first(SOURCE, tag.group("attributes")) + ")";
            default -> "";
        };
    }

    private static String first(Pattern attribute, String attributes) {
        Matcher value = attribute.matcher(attributes);
        return value.find() ? value.group(1) : "";
    }
}
