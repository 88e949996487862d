package dev.broadsheet.page;

/**
 * What a source's markup says of a line. A vision model's heading levels are hints, never the truth.
 *
 * @param kind the kind of block the line belongs to
 * @param level heading level 1 to 6 for a heading, otherwise 0
 */
public record Markup(Kind kind, int level) {

    /** No markup: plain text, or an ordinary paragraph. */
    public static final Markup NONE = new Markup(Kind.NONE, 0);

    /** Kinds of blocks that Markdown can tell. */
    public enum Kind {
        NONE,
        HEADING,
        LIST_ITEM,
        QUOTE,
        TABLE_ROW,
        /** A picture's alternative text. */
        IMAGE
    }

    public boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
