package dev.broadsheet.segment;

/**
 * How a gap is shared out: the headings [0, below) close the story above, [above, size) open the one below, those between are
 * nobody's.
 *
 * @param from the state of the story above it, as {@link HeadlineAssignment} counts them
 * @param same whether the story above goes on below the gap, whose headings then close and open none
 * @param intertitles whether it then has the gap's headings as intertitles
 */
record Choice(int from, boolean same, boolean intertitles, int below, int above) {

    /** Whether the headings go to the same stories, whatever came before. */
    boolean sharesAs(Choice other) {
        return same == other.same && intertitles == other.intertitles && below == other.below && above == other.above;
    }
}
