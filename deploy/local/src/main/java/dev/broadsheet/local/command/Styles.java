package dev.broadsheet.local.command;

import picocli.CommandLine.Help.Ansi;

/** Colours and weights, where the terminal has them; {@code NO_COLOR} and {@code CLICOLOR_FORCE} are heard. */
final class Styles {

    /** No style. */
    static final String PLAIN = "";

    private Styles() {}

    /**
     * The text in a style. What looks like picocli's markup in the text means nothing.
     *
     * @param style picocli's names, e.g. {@code bold,fg(red)}
     */
    static String apply(String style, String text) {
        if (style.isEmpty() || !Ansi.AUTO.enabled()) {
            return text;
        }
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
