package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Puts a page's stories together: plan, headline groups, captions, leftovers, furniture. One page, one use. */
final class PageComposer {

    private static final int NEAR = 40;
    private static final double CAPTION_AFFINITY = 0.02;
    private static final double HEADLINE_COVERAGE = 0.5;

    private final Page page;
    private final List<Integer> numbers;
    private final Layout layout;
    private final Plan plan;
    private final Set<Integer> joined;
    private final Vocabulary words;
    private final CueFinder finder;
    private final List<Printed> furniture = new ArrayList<>();
    private LocalDate issueDate;

    PageComposer(
            Page page,
            List<Printed> printed,
            PagePlan planned,
            Set<Integer> joined,
            Vocabulary words,
            CueFinder finder) {
        this.page = page;
        this.numbers = printed.stream()
                .flatMap(Printed::withAdded)
                .map(Printed::number)
                .sorted()
                .toList();
        this.layout = planned.layout();
        this.plan = planned.plan();
        this.joined = joined;
        this.words = words;
        this.finder = finder;
    }

    /**
     * A page put together.
     *
     * @param direction null where the page has no body
     */
    record Composition(Segmentation segmentation, Direction direction) {}

    Composition compose() {
        layout.furniture().forEach(piece -> furniture.addAll(piece.lines()));
        issueDate = page.issueDate() == null ? PageHeader.read(furniture).issueDate() : page.issueDate();
        List<Story> stories = layout.runs().isEmpty() ? withoutBody() : withBodies();
        PageHeader header = PageHeader.read(furniture);
        List<Line> apart = furniture.stream()
                .flatMap(Printed::withAdded)
                .sorted(Comparator.comparingInt(Printed::number))
                .map(Printed::line)
                .toList();
        stories = SuspectedNoise.mark(stories, words);
        Segmentation segmentation =
                new Segmentation(stories, apart, header.publication(), header.issueDate(), header.label());
        return new Composition(segmentation, plan == null ? null : plan.direction());
    }

    private List<Story> withBodies() {
        List<List<Piece>> captions = new ArrayList<>();
        plan.drafts().forEach(draft -> captions.add(new ArrayList<>()));
        Overlap stories = new Overlap(plan.drafts().stream().map(this::text).toList());
        layout.captions().forEach(caption -> captions.get(nearest(plan, stories, caption))
                .add(caption));
        leftovers(plan, stories, captions);
        List<Story> built = new ArrayList<>();
        for (int i = 0; i < plan.drafts().size(); i++) {
            built.add(story(plan.drafts().get(i), stories, i, captions.get(i)));
        }
        return built;
    }

    /** Headings that no body wanted: the missing headline of a story, words to a picture, or the page's furniture. */
    private void leftovers(Plan plan, Overlap stories, List<List<Piece>> captions) {
        for (Piece leftover : plan.leftovers()) {
            int best = nearest(plan, stories, leftover);
            Plan.Draft draft = plan.drafts().get(best);
            boolean banner =
                    finder.isSlogan(leftover.tight()) || leftover.cues().furniture() != null;
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
                draft.reasons().add("headline found away from its body");
            } else {
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
        StringBuilder text = new StringBuilder();
        draft.above().forEach(piece -> text.append(piece.tight()).append('\n'));
        draft.below().forEach(piece -> text.append(piece.tight()).append('\n'));
        draft.runs().forEach(run -> text.append(layout.runs().get(run).text()));
        return text.toString();
    }

    private Story story(Plan.Draft draft, Overlap stories, int index, List<Piece> captions) {
        StoryBuilder story = builder();
        List<Piece> headings = new ArrayList<>(draft.above());
        headings.addAll(draft.below());
        Overlap body = new Overlap(List.of(bodyText(draft)));
        HeadlineGroup group = new HeadlineGroups(finder).sort(headings, text -> body.coverage(text, 0));
        furniture.addAll(group.banners());
        story.headlines(group);
        draft.reasons().forEach(story::reason);
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

    private String bodyText(Plan.Draft draft) {
        StringBuilder body = new StringBuilder();
        draft.runs().forEach(run -> body.append(layout.runs().get(run).text()));
        return body.toString();
    }

    private void run(StoryBuilder story, Run run) {
        for (Piece piece : run.pieces()) {
            boolean goesOn = joined.contains(piece.first());
            story.paragraph(piece, goesOn);
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
            story.headlines(new HeadlineGroup(List.of(), headings.get(0).lines(), List.of(), List.of()));
            headings.subList(1, headings.size()).forEach(piece -> story.paragraph(piece, false));
        }
        layout.captions().forEach(story::caption);
        furniture.addAll(story.besideHeadings());
        story.reason("no running text on the page");
        return List.of(story.build());
    }

    private StoryBuilder builder() {
        return new StoryBuilder(words, finder.bylines(), issueDate, numbers);
    }
}
