package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Page;
import dev.broadsheet.schema.LineRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the evidence of a segmentation into words. */
final class Explanations {

    private final Page page;
    private final Segmentation segmentation;
    private final LineContext context;
    private final RolePath path;
    private final Weights weights;
    private final HeadingFeatures headings;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final Map<Integer, String> added = new HashMap<>();
    private final Map<Integer, String> roles = new HashMap<>();
    private final Map<Integer, Integer> stories = new HashMap<>();

    Explanations(Page page, Segmentation segmentation, LineContext context, RolePath path, Weights weights) {
        this.page = page;
        this.segmentation = segmentation;
        this.context = context;
        this.path = path;
        this.weights = weights;
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
        int story = stories.getOrDefault(line.number(), -1);
        if (i == null) {
            String suspicion = added.get(line.number());
            List<String> cues = suspicion == null ? List.of() : List.of(suspicion);
            return new Explanation.ExplainedLine(line, roles.get(line.number()), story, cues, List.of(), List.of());
        }
        return new Explanation.ExplainedLine(line, roles.get(line.number()), story, cues(i), doubts(i), weighed(i));
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
        add(said, cues.furniture() != null, "looks like " + Descriptions.of("furniture." + cues.furniture()));
        add(said, isHeading(i) && "furniture".equals(role(i)), "a heading that no story wanted");
        return said;
    }

    private List<String> doubts(int i) {
        List<String> said = new ArrayList<>();
        add(said, !kind(role(i)).equals(kind(path.roles()[i])), "at first read as " + kind(path.roles()[i]));
        if (path.isClose(i)) {
            said.add(String.format(Locale.ROOT, "nearly %s: %.1f behind", kind(path.rival(i)), path.margin(i)));
        }
        return said;
    }

    private List<String> weighed(int i) {
        boolean nearly = path.isClose(i) && path.rival(i) == Role.HEADING;
        return isHeading(i) || nearly ? List.of(heading(i)) : List.of();
    }

    /** The line's score as a heading and what made it, the weightiest first. */
    private String heading(int i) {
        Stream<String> features = Stream.concat(Stream.of("head.bias"), headings.features(context, i).stream());
        return String.format(Locale.ROOT, "as a heading %.1f: ", headings.score(context, i))
                + features.sorted(Comparator.comparingDouble(name -> -Math.abs(weights.of(name))))
                        .map(name -> String.format(Locale.ROOT, "%s %+.1f", Descriptions.of(name), weights.of(name)))
                        .collect(Collectors.joining("; "));
    }

    private String role(int i) {
        return roles.getOrDefault(context.line(i).number(), "");
    }

    private boolean isHeading(int i) {
        return path.roles()[i] == Role.HEADING || kind(role(i)).equals(kind(Role.HEADING));
    }

    private static String kind(Role role) {
        return switch (role) {
            case PARAGRAPH, CONTINUATION, ROW, VERSE, POEM_TITLE -> "text";
            case HEADING -> "a heading";
            case BYLINE -> "a byline";
            case CAPTION -> "a caption";
            case FURNITURE -> "furniture";
        };
    }

    /** Of what kind a line is that a story has in a role; a heading that no story wants is still one. */
    private static String kind(String role) {
        return switch (role) {
            case "body" -> kind(Role.PARAGRAPH);
            case "byline" -> kind(Role.BYLINE);
            case "caption" -> kind(Role.CAPTION);
            case "furniture" -> kind(Role.FURNITURE);
            default -> kind(Role.HEADING);
        };
    }

    private static void add(List<String> said, boolean holds, String cue) {
        if (holds) {
            said.add(cue);
        }
    }
}
