package dev.broadsheet.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown line by line: a line keeps its number, loses the markup and says what the markup meant. Where the
 * parser's reading would lose a printed letter (a stray tag, a reference definition, an indented poem taken for code),
 * the line stays as it is in the source. Tables written in HTML become tables as Markdown draws them (see {@link Html}).
 */
final class Markdown {

    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}[ \\t\\u3000]+\\S");
    private static final Pattern TABLE_ROW = Pattern.compile("(?s)^\\s*\\|.*\\|\\s*$");

    /** The rule under a table's head: | --- | :-: |. */
    private static final Pattern TABLE_RULE =
            Pattern.compile("(?m)^[ \\t]*+\\|(?:[ \\t]*+:?-++:?[ \\t]*+\\|)+[ \\t]*+$");

    private static final int DEEPEST = 16;
    private static final int LOWEST = 6;
    private static final int LONGEST_BOLD = 44;

    private Markdown() {}

    /** Whether a text that does not say what it is has headings as in Markdown, or tables as in Markdown or HTML. */
    static boolean isLikely(String text) {
        return HEADING.matcher(text).find() || TABLE_RULE.matcher(text).find() || Html.isLikely(text);
    }

    /** The lines of the text, numbered from 1. */
    static List<Line> read(List<String> tagged) {
        List<String> source = tagged.stream().map(Html::untag).toList();
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build()
                .parse(String.join("\n", source));
        Reading reading = new Reading(source.size());
        document.accept(reading);
        List<Line> lines = new ArrayList<>(source.size());
        for (int i = 0; i < source.size(); i++) {
            lines.add(line(i, source.get(i), reading));
        }
        return lines;
    }

    private static Line line(int i, String source, Reading reading) {
        Markup markup = reading.markup[i] == null ? Markup.NONE : reading.markup[i];
        if (markup.equals(Markup.NONE) && TABLE_ROW.matcher(source).matches()) {
            markup = new Markup(Markup.Kind.TABLE_ROW, 0);
        }
        StringBuilder read = reading.text[i];
        boolean whole = read != null && (reading.linked[i] || letters(read) >= letters(source));
        String text = whole ? indent(source) + read : source;
        return new Line(i + 1, text, markup);
    }

    private static String indent(String source) {
        int end = 0;
        while (end < source.length() && (Character.isWhitespace(source.charAt(end)))) {
            end++;
        }
        return source.substring(0, end);
    }

    private static int letters(CharSequence text) {
        return (int) text.chars().filter(Character::isLetterOrDigit).count();
    }

    /** Collects, for each line, its text without markup and the innermost block that says something of it. */
    private static final class Reading extends AbstractVisitor {
        private final StringBuilder[] text;
        private final Markup[] markup;
        private final boolean[] linked;

        Reading(int lines) {
            text = new StringBuilder[lines];
            markup = new Markup[lines];
            linked = new boolean[lines];
        }

        @Override
        public void visit(Heading heading) {
            if (heading.getSourceSpans().size() == 1) { // underlined text is more often a text over a rule
                mark(heading, new Markup(Markup.Kind.HEADING, heading.getLevel()));
            }
            visitChildren(heading);
        }

        @Override
        public void visit(ListItem item) {
            mark(item, new Markup(Markup.Kind.LIST_ITEM, 0));
            visitChildren(item);
        }

        @Override
        public void visit(BlockQuote quote) {
            mark(quote, new Markup(Markup.Kind.QUOTE, 0));
            visitChildren(quote);
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (isBold(paragraph)) {
                mark(paragraph, new Markup(Markup.Kind.HEADING, LOWEST));
            }
            visitChildren(paragraph);
        }

        /** A line that is bold from end to end: what some models write for a heading. */
        private static boolean isBold(Paragraph paragraph) {
            return paragraph.getSourceSpans().size() == 1
                    && paragraph.getSourceSpans().get(0).getLength() <= LONGEST_BOLD
                    && paragraph.getFirstChild() instanceof StrongEmphasis
                    && paragraph.getFirstChild() == paragraph.getLastChild();
        }

        @Override
        public void visit(Image image) {
            mark(image, new Markup(Markup.Kind.IMAGE, 0));
            visitChildren(image);
        }

        @Override
        public void visit(org.commonmark.node.Link link) {
            link.getSourceSpans().forEach(span -> linked[span.getLineIndex()] = true);
            visitChildren(link);
        }

        @Override
        public void visit(Text node) {
            append(node, node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            append(node, node.getLiteral());
        }

        private void append(Node node, String literal) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (spans.isEmpty()) {
                return;
            }
            int line = spans.get(0).getLineIndex();
            if (text[line] == null) {
                text[line] = new StringBuilder();
            }
            text[line].append(literal);
        }

        private void mark(Node node, Markup meaning) {
            for (SourceSpan span : node.getSourceSpans()) {
                markup[span.getLineIndex()] = meaning;
                linked[span.getLineIndex()] |= meaning.kind() == Markup.Kind.IMAGE;
            }
        }
    }
}
