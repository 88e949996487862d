package dev.broadsheet.page;

/**
 * One line of a page.
 *
 * @param number position in the page's source, counted from 1 at each line feed, as {@code cat -n} prints it
 * @param text the line's text without its line terminator and without the markup that {@code markup} stands for;
 *     otherwise as printed; may be empty. Where the markup puts several rows into one line of the source, as HTML may,
 *     a {@link #BREAK} stands between them
 * @param markup what the source's markup says of the line; never null
 */
public record Line(int number, String text, Markup markup) {

    /** Ends a row inside a line: U+2028, which Unicode has for it. */
    public static final char BREAK = '\u2028';

    /** A line without markup. */
    public static Line plain(int number, String text) {
        return new Line(number, text, Markup.NONE);
    }

    /** Whether nothing is printed on the line. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
