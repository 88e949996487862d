package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import dev.broadsheet.page.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes clean text of lines: hard line breaks joined, the spaces that scanners leave inside Chinese text removed, those
 * that mean something kept (between Latin words and after their punctuation, between the phrases of a headline, around
 * names in brackets and credits, after a full stop). Never drops or adds anything but white space and the hyphen that
 * splits a Latin word at a line's end.
 */
final class Prose {

    /** Below this two lines of a headline are phrases of their own; above it the line break cuts a phrase. */
    private static final double PHRASE = 3;

    /** What stands before the text of a paragraph with a blank between: 新华社北京7月20日电, 本报讯, 第一条. */
    private static final Pattern OPENING = Pattern.compile(".*(?:日[电電]|[讯訊])|第.{1,4}[条條章节節款]");

    private static final int LONGEST_OPENING = 24;
    private static final Pattern BREAK = Pattern.compile(String.valueOf(Line.BREAK));
    private static final char SOFT_HYPHEN = '\u00AD';

    private Prose() {}

    /** A paragraph from its lines, in order. */
    static String paragraph(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            join(text, Glyphs.trim(line), false);
        }
        return clean(text.toString());
    }

    /**
     * The paragraphs of a piece of the body. Each row of a list or table is one, with a blank between its cells; a stanza is
     * one, with a line feed between its verses; running text is one as well, but for the breaks that its source marks.
     *
     * @param role what the lines are: rows, verses or running text
     */
    static List<String> paragraphs(Role role, List<String> lines) {
        if (role == Role.VERSE && !lines.isEmpty()) {
            return List.of(lines.stream().map(Prose::spaced).collect(Collectors.joining("\n")));
        }
        List<String> paragraphs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : lines) {
            String[] parts = BREAK.split(line);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    paragraphs.add(row(role, open));
                    open.clear();
                }
                open.add(parts[i]);
            }
        }
        paragraphs.add(row(role, open));
        paragraphs.removeIf(String::isEmpty);
        return paragraphs;
    }

    /** In a row blanks part the cells, but not in one that goes on in a further line or has clauses. */
    private static String row(Role role, List<String> lines) {
        boolean cells = role == Role.ROW && lines.size() == 1 && lines.get(0).indexOf('，') < 0;
        return cells ? spaced(lines.get(0)) : paragraph(lines);
    }

    /** A heading from its lines; the phrases of a headline set in several lines stay apart. */
    static String heading(List<Printed> lines) {
        StringBuilder text = new StringBuilder();
        Printed previous = null;
        for (Printed line : lines) {
            String words = spaced(line.text());
            boolean phrase = previous != null
                    && !previous.endsInPause()
                    && WordJoins.score(previous.tight(), line.tight()) <= PHRASE;
            join(text, words, phrase);
            previous = line;
        }
        return text.toString();
    }

    /** One line whose blanks part its phrases or cells, if they do not just space out its letters. */
    private static String spaced(String text) {
        String line = Glyphs.trim(text);
        return HeadingFeatures.isLetterspaced(line) ? Glyphs.tight(line) : phrases(line);
    }

    private static String phrases(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Glyphs.isSpace(c)) {
                collapsed.append(c);
            } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
                collapsed.append(' ');
            }
        }
        return collapsed.toString();
    }

    private static void join(StringBuilder text, String line, boolean apart) {
        if (line.isEmpty()) {
            return;
        }
        int end = text.length();
        if (end > 0 && splitsWord(text, line)) {
            text.setLength(end - 1);
        } else if (end > 0 && !isCompound(text) && (apart || Latin.isBlank(text, line, 0))) {
            text.append(' ');
        }
        text.append(line);
    }

    /** Whether a hyphen at the end of a line only splits a word: com- | pleted, but not COVID- | 19 nor Anglo- | American. */
    private static boolean splitsWord(CharSequence text, String line) {
        int end = text.length();
        char mark = text.charAt(end - 1);
        return mark == SOFT_HYPHEN
                || isHyphen(mark)
                        && end > 1
                        && Character.isLowerCase(text.charAt(end - 2))
                        && Character.isLowerCase(line.charAt(0));
    }

    /** Whether the text ends in a hyphen right behind a word, which goes on in the next line. */
    private static boolean isCompound(CharSequence text) {
        int end = text.length();
        return end > 1 && isHyphen(text.charAt(end - 1)) && Latin.isWord(text.charAt(end - 2));
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010';
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean bracketed = false;
        int credit = creditFrom(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Glyphs.isSpace(c)) {
                char folded = Folding.fold(c);
                bracketed = folded == '(' || bracketed && folded != ')';
                clean.append(c);
                continue;
            }
            int end = i + 1;
            while (end < text.length() && Glyphs.isSpace(text.charAt(end))) {
                end++;
            }
            boolean inside = !clean.isEmpty() && end < text.length();
            if (inside && (bracketed || i >= credit || endsPart(clean) || Latin.isBlank(clean, text, end))) {
                clean.append(' ');
            }
            i = end - 1;
        }
        return clean.toString();
    }

    /** Whether what was read so far ends a sentence, or opens the paragraph, so that a blank behind it means something. */
    private static boolean endsPart(CharSequence text) {
        char last = text.charAt(text.length() - 1);
        return Glyphs.isStop(Folding.fold(last))
                || last == '”'
                || text.length() <= LONGEST_OPENING && OPENING.matcher(text).matches();
    }

    /** Where the credit after the last full stop begins: … 林一 江二 摄影报道; the length where there is none. */
    private static int creditFrom(String text) {
        int last = text.length() - 1;
        int lowest = Math.max(0, text.length() - 30);
        if (last < 0 || Glyphs.isStop(Folding.fold(text.charAt(last)))) {
            return text.length();
        }
        for (int i = last; i >= lowest; i--) {
            if (Glyphs.isStop(Folding.fold(text.charAt(i)))) {
                return i + 1;
            }
        }
        return text.length();
    }
}
