package dev.broadsheet.segment;

import java.util.List;

/** Scores every way in which the headings of one gap can be shared out between the bodies above and below. */
final class GapScores {

    private static final int LARGEST_GROUP = 5;
    private static final int SHORT = 4;

    /** Letters of a group that is rather a name than a headline, and of one that says more than headlines do. */
    private static final int TINY = 7;

    private static final int LONG = 50;

    /** Shared words that a reason names. */
    private static final int MOST_SHARED = 4;

    private final Layout layout;
    private final Overlap overlap;
    private final Weights weights;
    private final CueFinder finder;
    private final StoryFlow flow;

    GapScores(Layout layout, Overlap overlap, Weights weights, CueFinder finder, StoryFlow flow) {
        this.layout = layout;
        this.overlap = overlap;
        this.weights = weights;
        this.finder = finder;
        this.flow = flow;
    }

    /** Headings [from, to) of gap k as the headline of run r. */
    double group(int k, int from, int to, int r, boolean above, Direction direction) {
        if (from >= to) {
            return 0;
        }
        Gap gap = layout.gaps().get(k);
        double score = weights.of("plan.overlap") * shared(gap, from, to, r);
        score += above == (direction == Direction.BEFORE) ? weights.of("plan.direction") : 0;
        for (int i = from; i < to; i++) {
            boolean first = i == from;
            if (!first && gap.parted().get(i)) {
                score += weights.of("plan.parted");
            }
            score += to - from > 1 && isShort(gap.headings().get(i)) ? weights.of("plan.group.short") : 0;
            score += gap.headings().get(i).cues().scenes() > 0 ? weights.of("plan.scene") : 0;
            if (gap.headings().get(i).cues().label() != null) {
                score += first ? weights.of("plan.label") : -4 * weights.of("plan.label");
            }
            if (first && isDash(gap.headings().get(i))) {
                score += weights.of(to - from > 1 ? "plan.dash.first" : "plan.dash.alone");
            }
            if (i + 1 < to
                    && finder.isNotice(gap.headings().get(i).tight())
                    && !isDash(gap.headings().get(i + 1))) {
                score += weights.of("plan.group.notice");
            }
        }
        boolean withOthers = to - from > 1
                && gap.headings().subList(from, to).stream()
                        .anyMatch(heading -> heading.cues().note());
        score += withOthers || !above && isNote(r) ? weights.of("plan.note.grouped") : 0;
        if (gap.headings().get(to - 1).cues().label() != null) {
            score -= 4;
        }
        if (gap.headings().subList(from, to).stream().allMatch(this::isBanner)) {
            score += weights.of("plan.group.slogan");
        }
        score += to - from == 2 ? weights.of("plan.group.two") : to - from > 2 ? weights.of("plan.group.three") : 0;
        int letters = gap.text(from, to).length() - (to - from);
        score += to == gap.size() && k < layout.runs().size() ? weights.of("plan.group.flows") * flow.halves(k) : 0;
        score += letters < TINY ? weights.of("plan.group.tiny") : letters > LONG ? weights.of("plan.group.long") : 0;
        if (above
                ? isBylined(r)
                : to == gap.size() && !layout.bylinesUnder(k, to).isEmpty() && !isBylined(k)) {
            score += weights.of("plan.byline.before");
        }
        return score - Math.max(0, to - from - LARGEST_GROUP);
    }

    /** 编者按：… in one paragraph: a note that names itself, and has no headline below it. */
    private boolean isNote(int r) {
        Run run = layout.runs().get(r);
        String opening = run.first().cues().opening();
        return run.pieces().size() == 1 && opening != null && finder.isNote(opening);
    }

    /** Whether run r has a byline before it that is its own: not where 本报讯（记者 …） or a jump begins it. */
    private boolean isBylined(int r) {
        Run run = layout.runs().get(r);
        return !run.bylinesBefore().isEmpty() && !run.begins();
    }

    /** What the body repeats of a group: mostly its best heading, as kickers and slogans say little of the matter. */
    private double shared(Gap gap, int from, int to, int r) {
        double best = 0;
        for (int i = from; i < to; i++) {
            best = Math.max(best, overlap.coverage(gap.headings().get(i).tight(), r));
        }
        return 0.6 * best + 0.4 * overlap.coverage(gap.text(from, to), r);
    }

    /** A campaign's slogan, or the name of a section though it be marked as a heading; 简明新闻 is a headline at need. */
    private boolean isBanner(Piece heading) {
        return finder.isCampaign(heading)
                || "section".equals(heading.cues().furniture()) && !finder.isBriefs(heading.tight());
    }

    private static boolean isDash(Piece heading) {
        return heading.tight().startsWith("—");
    }

    /** Headings [from, to) of gap k as nobody's. */
    double leftover(int k, int from, int to) {
        double score = 0;
        for (int i = from; i < to; i++) {
            Piece heading = layout.gaps().get(k).headings().get(i);
            score += heading.firstLine().line().markup().isHeading() ? weights.of("plan.leftover.marked") : 0;
            if (heading.cues().note() || heading.cues().label() != null) {
                score += 3 * weights.of("plan.leftover");
            } else if (isBanner(heading) || heading.cues().furniture() != null && !finder.isBriefs(heading.tight())) {
                score += weights.of("plan.leftover.banner");
            } else if (heading.cues().scenes() > 0) {
                score += weights.of("plan.leftover.caption");
            } else if (isDash(heading)) {
                score += weights.of("plan.leftover.dash");
            } else if (isShort(heading)) {
                score += weights.of("plan.leftover.short");
            } else {
                score += weights.of("plan.leftover");
            }
        }
        return score;
    }

    /** A section's name rather than a headline, unless it is a label or an editor's note. */
    private boolean isShort(Piece heading) {
        return heading.tight().length() <= SHORT
                && !finder.isNotice(heading.tight())
                && !finder.isBriefs(heading.tight())
                && heading.cues().label() == null
                && !heading.cues().note();
    }

    double headless(boolean jumped) {
        return weights.of(jumped ? "plan.headless.jump" : "plan.headless");
    }

    /** Sharing a gap's headings out to both sides, where nothing but their own blank lines parts them. */
    double split(int k, int below, int above) {
        Gap gap = layout.gaps().get(k);
        boolean split = below > 0
                && below == above
                && above < gap.size()
                && !gap.parted().get(above)
                && !layout.runs().get(k - 1).isPictureStory()
                && !finder.isNotice(gap.headings().get(gap.size() - 1).tight());
        return split ? weights.of("plan.split") : 0;
    }

    double twoGroups() {
        return weights.of("plan.two.groups");
    }

    /** How much of a heading's wording a run repeats, by rarity, in percent. */
    long percent(String text, int run) {
        return Math.round(100 * overlap.coverage(text, run));
    }

    /** The words that a heading and a run share, for a human reader. */
    List<String> shared(String text, int run) {
        return SharedWords.of(text, layout.runs().get(run).text(), MOST_SHARED, overlap::rarity);
    }
}
