package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts a page's stories together: plan, headline groups, captions, leftovers, furniture. One page, one use. */
final class PageComposer {

    private static final int NEAR = 40;
    private static final double CAPTION_AFFINITY = 0.02;
    private static final double HEADLINE_COVERAGE = 0.5;

    /** A plan that is better than any other by so much is beyond doubt. */
    private static final double LARGE_MARGIN = 8;

    /** Lines that are nearly headings, of those that the reasons of a story without headline name. */
    private static final int MOST_NEARLY = 3;

    private final List<Sheet> sheets;
    private final List<Integer> numbers;
    private final RolePath path;
    private final Layout layout;
    private final Plan plan;
    private final Map<Integer, String> strays;
    private final Set<Integer> joined;
    private final Vocabulary words;
    private final CueFinder finder;
    private final HeadlineGroups groups;
    private final List<Printed> furniture = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();

    PageComposer(
            List<Printed> printed,
            List<Sheet> sheets,
            RolePath path,
            PagePlan planned,
            Set<Integer> joined,
            Vocabulary words,
            Weights weights,
            CueFinder finder) {
        this.sheets = sheets;
        this.numbers = printed.stream()
                .flatMap(Printed::withAdded)
                .map(Printed::number)
                .sorted()
                .toList();
        this.path = path;
        this.layout = planned.layout();
        this.plan = planned.plan();
        this.strays = planned.strays();
        this.joined = joined;
        this.words = words;
        this.finder = finder;
        this.groups = new HeadlineGroups(finder, weights);
    }

    /**
     * A page put together.
     *
     * @param direction null where the page has no body
     * @param evidence on which the confidence of each story rests
     * @param path the roles of the page's printed lines, before stories were told apart
     */
    record Composition(Segmentation segmentation, Direction direction, List<Evidence> evidence, RolePath path) {}

    Composition compose() {
        layout.furniture().forEach(piece -> furniture.addAll(piece.lines()));
        List<Story> stories = layout.runs().isEmpty() ? withoutBody() : withBodies();
        List<Line> apart = furniture.stream()
                .flatMap(Printed::withAdded)
                .sorted(Comparator.comparingInt(Printed::number))
                .map(Printed::line)
                .toList();
        stories = judged(SuspectedNoise.mark(stories, words));
        Segmentation segmentation = new Segmentation(stories, apart, sheets);
        return new Composition(segmentation, plan == null ? null : plan.direction(), evidence, path);
    }

    private List<Story> judged(List<Story> stories) {
        Evidence.share(evidence);
        List<Story> judged = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            Evidence told = evidence.get(i);
            judged.add(stories.get(i).judged(Confidence.of(told), Confidence.reason(told)));
        }
        return judged;
    }

    private List<Story> withBodies() {
        List<List<Piece>> captions = new ArrayList<>();
        plan.drafts().forEach(draft -> captions.add(new ArrayList<>()));
        Overlap stories = new Overlap(plan.drafts().stream().map(this::text).toList());
        layout.captions().forEach(caption -> captions.get(nearest(plan, stories, caption))
                .add(caption));
        Overlap bodies = new Overlap(plan.drafts().stream().map(this::bodyText).toList());
        leftovers(plan, stories, new HeadlineEdges(plan.drafts(), bodies), captions);
        List<Story> built = new ArrayList<>();
        for (int i = 0; i < plan.drafts().size(); i++) {
            built.add(story(plan.drafts().get(i), captions.get(i)));
            gatherEvidence(evidence.get(i), plan.drafts().get(i), bodies, i);
        }
        return built;
    }

    /** How far the plan is from another one, and how the headline's words are spread over this body and its neighbours. */
    private void gatherEvidence(Evidence told, Plan.Draft draft, Overlap bodies, int i) {
        told.add("nearly", !nearlyHeadings(draft).isEmpty());
        told.add("margin", Math.min(1, plan.margin(draft) / LARGE_MARGIN));
        String headings = headings(draft);
        if (!headings.isEmpty()) {
            int from = Math.max(0, i - 1);
            int to = Math.min(plan.drafts().size(), i + 2);
            double[] repeated = bodies.coverage(headings, from, to);
            double own = repeated[i - from];
            repeated[i - from] = 0;
            told.add("repeats", own);
            told.add("rival", Arrays.stream(repeated).max().orElse(0));
        }
    }

    /**
     * Headings that no body wanted: the missing headline of a story, a further part of the headline beside it, words to a
     * picture, or the page's furniture.
     */
    private void leftovers(Plan plan, Overlap stories, HeadlineEdges headlines, List<List<Piece>> captions) {
        for (Piece leftover : plan.leftovers()) {
            int best = nearest(plan, stories, leftover);
            Plan.Draft draft = plan.drafts().get(best);
            boolean banner = finder.isSlogan(leftover) || leftover.cues().furniture() != null;
            double width = leftover.lines().stream().mapToDouble(Printed::width).sum();
            if (!banner
                    && leftover.cues().scenes() > 0
                    && width >= 10
                    && stories.affinity(leftover.tight(), best) > CAPTION_AFFINITY) {
                captions.get(best).add(leftover);
            } else if (!banner
                    && !draft.hasHeadline()
                    && stories.coverage(leftover.tight(), best) >= HEADLINE_COVERAGE) {
                draft.above().add(leftover);
                draft.reasons().clear(); // of why it had none
                draft.reasons().add("headline found away from its body");
            } else if (banner || !headlines.add(leftover)) {
                furniture.addAll(leftover.lines());
            }
        }
    }

    /** The story that a caption or heading speaks of, among those around it. */
    private int nearest(Plan plan, Overlap stories, Piece piece) {
        int at = 0;
        while (at + 1 < plan.drafts().size()
                && layout.runs()
                                .get(plan.drafts().get(at + 1).runs().get(0))
                                .first()
                                .first()
                        < piece.first()) {
            at++;
        }
        int best = at;
        double bestScore = -1;
        for (int i = Math.max(0, at - NEAR); i < Math.min(plan.drafts().size(), at + NEAR); i++) {
            double score = stories.affinity(piece.tight(), i) - 0.004 * Math.abs(i - at);
            if (score > bestScore + 1e-9) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    private String text(Plan.Draft draft) {
        return headings(draft) + bodyText(draft);
    }

    private static String headings(Plan.Draft draft) {
        StringBuilder text = new StringBuilder();
        draft.headings().forEach(piece -> text.append(piece.tight()).append('\n'));
        return text.toString();
    }

    private Story story(Plan.Draft draft, List<Piece> captions) {
        StoryBuilder story = builder();
        HeadlineGroup group = groups.sort(draft.headings(), bodyText(draft));
        furniture.addAll(group.banners());
        draft.reasons().forEach(story::reason);
        story.headlines(group);
        if (draft.hasHeadline() && group.headline().isEmpty()) {
            story.reason("no headline: what stands with the text is a banner");
        }
        if (group.headline().isEmpty()) {
            nearlyHeadings(draft).forEach(story::reason);
        }
        for (int i = 0; i < draft.runs().size(); i++) {
            Run run = layout.runs().get(draft.runs().get(i));
            draft.intertitles().get(i).forEach(story::intertitle);
            (i == 0 ? draft.bylines() : run.bylinesBefore()).forEach(story::byline);
            run(story, run);
        }
        draft.signOffs().forEach(story::signOff);
        captions.forEach(story::caption);
        furniture.addAll(story.besideHeadings());
        return story.build();
    }

    /** Lines of a story's text that were nearly read as headings, one of which may be the headline that it lacks. */
    private List<String> nearlyHeadings(Plan.Draft draft) {
        List<String> nearly = new ArrayList<>();
        for (int run : draft.runs()) {
            for (Piece piece : layout.runs().get(run).pieces()) {
                for (int i = 0; i < piece.lines().size() && nearly.size() < MOST_NEARLY; i++) {
                    int at = piece.first() + i;
                    if (path.isClose(at) && path.rival(at) == Role.HEADING) {
                        nearly.add(String.format(
                                Locale.ROOT,
                                "line %d is nearly a heading: %.1f behind text",
                                piece.lines().get(i).number(),
                                path.margin(at)));
                    }
                }
            }
        }
        return nearly;
    }

    private String bodyText(Plan.Draft draft) {
        StringBuilder body = new StringBuilder();
        draft.runs().forEach(run -> body.append(layout.runs().get(run).text()));
        return body.toString();
    }

    private void run(StoryBuilder story, Run run) {
        for (Piece piece : run.pieces()) {
            if (piece.role() == Role.POEM_TITLE) {
                story.intertitle(piece);
            } else {
                story.paragraph(piece, joined.contains(piece.first()));
                if (strays.containsKey(piece.first())) {
                    story.stray(strays.get(piece.first()));
                }
            }
        }
        run.signOffs().forEach(story::signOff);
    }

    /** A page of headings and captions only, such as an advertisement: one story, told as it is printed. */
    private List<Story> withoutBody() {
        List<Piece> headings = layout.gaps().get(0).headings();
        if (headings.isEmpty() && layout.captions().isEmpty()) {
            return List.of();
        }
        StoryBuilder story = builder();
        if (!headings.isEmpty()) {
            story.headlines(HeadlineGroup.of(headings.get(0).lines(), List.of()));
            headings.subList(1, headings.size()).forEach(piece -> story.paragraph(piece, false));
        }
        layout.captions().forEach(story::caption);
        furniture.addAll(story.besideHeadings());
        story.reason("no running text on the page");
        return List.of(story.build());
    }

    private StoryBuilder builder() {
        evidence.add(new Evidence());
        return new StoryBuilder(words, finder.bylines(), sheets, numbers, evidence.get(evidence.size() - 1));
    }
}
