package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import java.util.List;

/**
 * Makes clean text of lines: hard line breaks joined, the spaces that scanners leave inside Chinese text removed, those
 * that mean something kept (between Latin words, between the phrases of a headline, around names in brackets and
 * credits, after a full stop). Never drops or adds anything but white space.
 */
final class Prose {

    /** Below this two lines of a headline are phrases of their own; above it the line break cuts a phrase. */
    private static final double PHRASE = 3;

    private Prose() {}

    /** A paragraph from its lines, in order. */
    static String paragraph(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            join(text, Glyphs.trim(line), false);
        }
        return clean(text.toString());
    }

    /** A heading from its lines; the phrases of a headline set in several lines stay apart. */
    static String heading(List<Printed> lines) {
        StringBuilder text = new StringBuilder();
        Printed previous = null;
        for (Printed line : lines) {
            String words =
                    HeadingFeatures.isLetterspaced(line.folded()) ? Glyphs.tight(line.text()) : phrases(line.text());
            boolean phrase = previous != null
                    && !previous.endsInPause()
                    && WordJoins.score(previous.tight(), line.tight()) <= PHRASE;
            join(text, words, phrase);
            previous = line;
        }
        return text.toString();
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
        if (!text.isEmpty()) {
            boolean latin = isLatin(text.charAt(text.length() - 1)) && isLatin(line.charAt(0));
            if (apart || latin) {
                text.append(' ');
            }
        }
        text.append(line);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int brackets = 0;
        int credit = creditFrom(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Glyphs.isSpace(c)) {
                char folded = Folding.fold(c);
                brackets = folded == '(' ? 1 : folded == ')' ? 0 : brackets;
                clean.append(c);
                continue;
            }
            if (clean.isEmpty() || clean.charAt(clean.length() - 1) == ' ') {
                continue;
            }
            char before = clean.charAt(clean.length() - 1);
            char after = next(text, i);
            if (brackets > 0 || i >= credit || means(before, after)) {
                clean.append(' ');
            }
        }
        return clean.toString();
    }

    /** Whether a space between two characters of running text means something. */
    private static boolean means(char before, char after) {
        if (Glyphs.isStop(Folding.fold(before)) || before == '”') {
            return true;
        }
        return isLatin(before) && isLatin(after);
    }

    private static char next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Glyphs.isSpace(text.charAt(i))) {
                return text.charAt(i);
            }
        }
        return ' ';
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

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && c < 0x0250;
    }
}
