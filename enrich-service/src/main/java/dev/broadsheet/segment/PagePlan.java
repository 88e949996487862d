package dev.broadsheet.segment;

/**
 * A page in one reading order, and the best plan for it.
 *
 * @param plan null where the page has no body
 */
record PagePlan(Layout layout, Plan plan) {

    static PagePlan of(Layout layout, Weights weights, CueFinder finder) {
        if (layout.runs().isEmpty()) {
            return new PagePlan(layout, null);
        }
        return new PagePlan(
                layout, assignment(layout, overlap(layout), weights, finder).plan());
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
