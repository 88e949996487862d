package dev.broadsheet.local.command;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Noise;
import dev.broadsheet.segment.Explanation;
import dev.broadsheet.segment.Explanation.ExplainedLine;
import dev.broadsheet.segment.Segmentation;
import dev.broadsheet.segment.Story;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Shows what was decided about a page: line by line with story and role, each story in a colour of its own, then the
 * reasons story by story: of its parts, its topics and its genre. Without colours the numbers say the same.
 */
final class ExplanationPrinter {

    private static final List<String> STORY_COLOURS =
            List.of("fg(39)", "fg(208)", "fg(76)", "fg(170)", "fg(220)", "fg(44)", "fg(203)", "fg(147)");
    private static final String NO_STORY = "faint";
    private static final String DOUBT = "fg(yellow)";
    private static final String INDENT = " ".repeat("line story role         ".length());

    private final PrintWriter out;

    ExplanationPrinter(PrintWriter out) {
        this.out = out;
    }

    /** @param articles what became of the page's stories, in their order */
    void print(String name, Explanation explained, List<Article> articles) {
        Segmentation page = explained.segmentation();
        line("bold", name + ": " + page.stories().size() + " articles" + direction(explained.direction()));
        line(NO_STORY, "‹ what was seen on a line, · what was weighed: log-odds, 0 is even, 3 is twenty to one");
        line(NO_STORY, "line story role         text");
        explained.lines().forEach(this::printLine);
        out.append('\n');
        for (int i = 0; i < page.stories().size(); i++) {
            printStory(i, page.stories().get(i), articles.get(i).getQuality().getReasons());
        }
        out.flush();
    }

    private static String direction(String direction) {
        return direction == null ? "" : "; headlines stand " + direction + " their bodies";
    }

    private void printLine(ExplainedLine explained) {
        String role = explained.role() == null ? "" : explained.role();
        String story = explained.story() < 0 ? "" : String.valueOf(explained.story() + 1);
        String text = String.format(
                Locale.ROOT,
                "%4d %5s %-12s %s",
                explained.line().number(),
                story,
                role,
                explained.line().text());
        out.append(Styles.apply(colour(explained.story(), role), text));
        if (!explained.cues().isEmpty()) {
            out.append(Styles.apply("faint", "   ‹ " + String.join("; ", explained.cues())));
        }
        out.append('\n');
        explained.doubts().forEach(doubt -> line(DOUBT, INDENT + "· " + doubt));
        explained.weighed().forEach(weighed -> line(NO_STORY, INDENT + "· " + weighed));
    }

    private static String colour(int story, String role) {
        if (story < 0) {
            return NO_STORY;
        }
        String colour = STORY_COLOURS.get(story % STORY_COLOURS.size());
        return role.equals("headline") ? colour + ",bold,underline" : colour;
    }

    private void printStory(int index, Story story, List<String> reasons) {
        String headline = story.headline() == null ? "(no headline)" : story.headline();
        line(colour(index, "headline"), "story " + (index + 1) + "  " + headline);
        reasons.forEach(reason -> line(Styles.PLAIN, "  - " + reason));
        for (Noise noise : story.suspectedNoise()) {
            line("fg(red)", "  - suspected noise (" + noise.getKind() + "): " + noise.getText());
        }
    }

    private void line(String style, String text) {
        out.append(Styles.apply(style, text)).append('\n');
    }
}
