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
     * One line. Scores are log-odds: 0 is even, 3 is twenty to one.
     *
     * @param line the line
     * @param role kicker, headline, subheadline, byline, body, intertitle, caption or furniture; null for a blank line
     * @param story index of its story among the segmentation's, from 0; -1 for furniture and blank lines
     * @param cues what was seen on it: begins with 本报讯, goes on on page 2, byline …; empty where nothing was
     * @param doubts what else it might have been: the role that came close second, or the one in which it was first read; empty
     *     where the role is beyond doubt
     * @param weighed where the line is a heading or nearly one, its score as a heading with the features that made it, in words
     */
    public record ExplainedLine(
            Line line, String role, int story, List<String> cues, List<String> doubts, List<String> weighed) {

        public ExplainedLine {
            cues = List.copyOf(cues);
            doubts = List.copyOf(doubts);
            weighed = List.copyOf(weighed);
        }
    }
}
