package dev.broadsheet.page;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into lines as {@code cat -n} counts them: at line feeds; a file of carriage returns only is cut at those. */
final class PlainText {

    private PlainText() {}

    /** The lines without their terminators and without control characters other than tab and form feed. */
    static List<String> lines(String text) {
        char terminator = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0 ? '\r' : '\n';
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf(terminator); end >= 0; end = text.indexOf(terminator, from)) {
            lines.add(printable(text, from, end));
            from = end + 1;
        }
        if (from < text.length() || lines.isEmpty()) {
            lines.add(printable(text, from, text.length()));
        }
        return lines;
    }

    /** Plain lines, numbered from 1. */
    static List<Line> plain(List<String> texts) {
        List<Line> lines = new ArrayList<>(texts.size());
        for (String text : texts) {
            lines.add(Line.plain(lines.size() + 1, text));
        }
        return lines;
    }

    private static String printable(String text, int from, int to) {
        StringBuilder line = null;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean keep = !Character.isISOControl(c) || c == '\t' || c == '\f';
            if (!keep && line == null) {
                line = new StringBuilder(to - from).append(text, from, i);
            } else if (keep && line != null) {
                line.append(c);
            }
        }
        return line == null ? text.substring(from, to) : line.toString();
    }
}
