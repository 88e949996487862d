package dev.broadsheet.segment;

import java.util.Map;

/**
 * A page in one reading order, and the best plan for it.
 *
 * @param plan null where the page has no body
 * @param strays why paragraphs that stand elsewhere are read where they are, by the first line of their piece
 */
record PagePlan(Layout layout, Plan plan, Map<Integer, String> strays) {

    static PagePlan of(Layout layout, Weights weights, CueFinder finder) {
        if (layout.runs().isEmpty()) {
            return new PagePlan(layout, null, Map.of());
        }
        return new PagePlan(
                layout, assignment(layout, overlap(layout), weights, finder).plan(), Map.of());
    }

    PagePlan with(Map<Integer, String> strays) {
        return new PagePlan(layout, plan, strays);
    }

    static Overlap overlap(Layout layout) {
        return new Overlap(layout.runs().stream().map(Run::text).toList());
    }

    static HeadlineAssignment assignment(Layout layout, Overlap overlap, Weights weights, CueFinder finder) {
        StoryFlow flow = new StoryFlow(layout, overlap, weights, finder);
        return new HeadlineAssignment(layout, new GapScores(layout, overlap, weights, finder, flow), flow);
    }

    double score() {
        return plan == null ? 0 : plan.score();
    }
}
