package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Page;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.LineRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks that everything a page prints is in exactly one place: every line with something on it in one story's lines or
 * in the furniture, and in every field of a story exactly the characters of the lines that it says it came from, in that order.
 * White space aside, and the dash before a headline and the arrows after it, which are not part of it.
 */
final class PrintedOnce {

    private static final Pattern SPLIT = Pattern.compile("[-\u2010\u2011\u00AD]$");

    private static final String LEAD_IN = "—–―－-─~～";
    private static final String LEAD_OUT = ">》»▶►→";

    private final Segmentation segmentation;
    private final Map<Integer, Line> printed;
    private final Map<Integer, Integer> places = new TreeMap<>();

    private PrintedOnce(Page page) {
        this.segmentation = new Segmenter().segment(page);
        this.printed = page.lines().stream()
                .filter(line -> !Glyphs.trim(line.text()).isEmpty())
                .collect(Collectors.toMap(Line::number, Function.identity()));
    }

    static void check(Page page) {
        new PrintedOnce(page).check();
    }

    private void check() {
        segmentation.stories().forEach(this::story);
        for (Line line : segmentation.furniture()) {
            assertThat(line).isEqualTo(printed.get(line.number()));
            places.merge(line.number(), 1, Integer::sum);
        }
        Map<Integer, Integer> once = new TreeMap<>();
        printed.keySet().forEach(number -> once.put(number, 1));
        assertThat(places).as("how often each line is placed").isEqualTo(once);
    }

    private void story(Story story) {
        heading(story, "kicker", story.kicker());
        heading(story, "headline", story.headline());
        heading(story, "subheadline", story.subheadline());
        List<String> body = story.body().stream().map(BodyBlock::getText).toList();
        assertPrinted(tight(body), lines(story, Set.of("body", "intertitle")));
        assertPrinted(tight(story.byline()), lines(story, Set.of("byline")));
        assertPrinted(tight(story.captions()), lines(story, Set.of("caption")));
    }

    /** Every character of the lines in their order; but a hyphen at a line's end may have split a word. */
    private static void assertPrinted(String said, List<String> lines) {
        String printed = lines.stream()
                .map(Glyphs::tight)
                .map(line -> SPLIT.matcher(line).find()
                        ? Pattern.quote(line.substring(0, line.length() - 1))
                                + SPLIT.pattern().replace("$", "?")
                        : Pattern.quote(line))
                .collect(Collectors.joining());
        assertThat(Pattern.matches(printed, said))
                .as("%s is printed as %s", said, lines)
                .isTrue();
    }

    private void heading(Story story, String role, String text) {
        String lines = tight(lines(story, Set.of(role)));
        String said = text == null ? "" : Glyphs.tight(text);
        assertThat(lines).as(role).contains(said);
        int at = lines.indexOf(said);
        assertThat(lines.substring(0, at).chars()).allMatch(c -> LEAD_IN.indexOf(c) >= 0);
        assertThat(lines.substring(at + said.length()).chars()).allMatch(c -> LEAD_OUT.indexOf(c) >= 0);
    }

    /** What is printed in the story's lines of some roles, in the story's order. */
    private List<String> lines(Story story, Set<String> roles) {
        List<String> texts = new ArrayList<>();
        for (LineRange range : story.lines()) {
            assertThat(range.getLast()).isGreaterThanOrEqualTo(range.getFirst());
            for (int n = range.getFirst(); roles.contains(range.getRole()) && n <= range.getLast(); n++) {
                if (printed.containsKey(n)) {
                    places.merge(n, 1, Integer::sum);
                    texts.add(printed.get(n).text());
                }
            }
        }
        return texts;
    }

    private static String tight(List<String> texts) {
        return Glyphs.tight(String.join("", texts));
    }
}
