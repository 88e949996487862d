package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import java.util.List;

/**
 * What was decided about every line of a page, and why, for a reader who wants to know where a headline went wrong.
 *
 * @param lines every line of the page in order, blank ones included
 * @param segmentation the outcome; {@link ExplainedLine#story} counts its stories, whose own reasons it holds
 * @param direction where the page's headlines stand: {@code before} or {@code after} their bodies; null where there
 *     is no body
 */
public record Explanation(List<ExplainedLine> lines, Segmentation segmentation, String direction) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param line the line
     * @param role kicker, headline, subheadline, byline, body, intertitle, caption or furniture; null for a blank line
     * @param story index of its story among the segmentation's, from 0; -1 for furniture and blank lines
     * @param cues the cues that were seen on it (begins with 本报讯, jumps to page 2, byline …) and, where the line is a
     *     heading, nearly one, or one that no story wanted, its score as a heading and the features that made it, by
     *     their names in {@code weights.txt}; empty where there were none
     */
    public record ExplainedLine(Line line, String role, int story, List<String> cues) {

        public ExplainedLine {
            cues = List.copyOf(cues);
        }
    }
}
