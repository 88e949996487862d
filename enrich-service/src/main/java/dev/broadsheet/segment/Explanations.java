package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Page;
import dev.broadsheet.schema.LineRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the evidence of a segmentation into words. */
final class Explanations {

    /** Body text scores 0 as a heading where nothing speaks for or against it; lines of prose score far lower. */
    private static final double NEARLY = -1;

    private final Page page;
    private final Segmentation segmentation;
    private final LineContext context;
    private final HeadingFeatures headings;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final Map<Integer, String> added = new HashMap<>();
    private final Map<Integer, String> roles = new HashMap<>();
    private final Map<Integer, Integer> stories = new HashMap<>();

    Explanations(Page page, Segmentation segmentation, LineContext context, Weights weights) {
        this.page = page;
        this.segmentation = segmentation;
        this.context = context;
        this.headings = new HeadingFeatures(weights);
    }

    /** @param direction null where the page has no body */
    Explanation explain(Direction direction) {
        for (int i = 0; i < context.size(); i++) {
            int index = i;
            indexes.put(context.line(i).number(), i);
            context.line(i).asides().forEach(aside -> aside.lines()
                    .forEach(line -> added.put(
                            line.number(),
                            aside.suspicion() + ", at line "
                                    + context.line(index).number())));
        }
        for (int s = 0; s < segmentation.stories().size(); s++) {
            for (LineRange range : segmentation.stories().get(s).lines()) {
                place(range, s);
            }
        }
        segmentation.furniture().forEach(line -> roles.put(line.number(), "furniture"));
        List<Explanation.ExplainedLine> lines = new ArrayList<>();
        page.lines().forEach(line -> lines.add(line(line)));
        String where = direction == null ? null : direction.name().toLowerCase(Locale.ROOT);
        return new Explanation(lines, segmentation, where);
    }

    private void place(LineRange range, int story) {
        for (int number = range.getFirst(); number <= range.getLast(); number++) {
            if (indexes.containsKey(number) || added.containsKey(number)) {
                roles.put(number, range.getRole());
                stories.put(number, story);
            }
        }
    }

    private Explanation.ExplainedLine line(Line line) {
        Integer i = indexes.get(line.number());
        String suspicion = added.get(line.number());
        List<String> said = i != null ? cues(i) : suspicion != null ? List.of(suspicion) : List.of();
        return new Explanation.ExplainedLine(
                line, roles.get(line.number()), stories.getOrDefault(line.number(), -1), said);
    }

    private List<String> cues(int i) {
        Cues cues = context.cues(i);
        List<String> said = new ArrayList<>();
        add(said, cues.opening() != null, "begins with " + cues.opening());
        add(said, cues.jumpFrom() != null, "comes from page " + cues.jumpFrom());
        add(said, cues.jumpTo() != null, "goes on on page " + cues.jumpTo());
        add(said, cues.byline() != null, cues.signOff() ? "sign-off" : "byline");
        add(said, cues.credit() != null, "picture credit");
        add(said, cues.label() != null, "label");
        add(said, cues.note(), "editor's note");
        add(said, cues.caption(), "begins as a caption");
        add(said, cues.furniture() != null, "looks like a " + cues.furniture());
        said.addAll(heading(i, cues));
        return said;
    }

    /** What spoke for a heading: where the line became one, where no story wanted it, and where little was missing. */
    private List<String> heading(int i, Cues cues) {
        String role = roles.getOrDefault(context.line(i).number(), "");
        double score = headings.score(context, i);
        String became;
        if (role.endsWith("headline") || role.equals("kicker") || role.equals("intertitle")) {
            became = "a heading";
        } else if (role.equals("furniture") && cues.furniture() == null) {
            became = "a heading that no story wanted";
        } else if (role.equals("body") && score > NEARLY) {
            became = "nearly a heading";
        } else {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        said.add(String.format(Locale.ROOT, "%s (%.1f)", became, score));
        said.addAll(headings.features(context, i));
        return said;
    }

    private static void add(List<String> said, boolean holds, String cue) {
        if (holds) {
            said.add(cue);
        }
    }
}
