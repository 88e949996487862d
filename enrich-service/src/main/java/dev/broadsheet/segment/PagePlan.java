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
        Overlap overlap = new Overlap(layout.runs().stream().map(Run::text).toList());
        GapScores scores = new GapScores(layout, overlap, weights, finder);
        StoryFlow flow = new StoryFlow(layout, overlap, weights, finder);
        return new PagePlan(layout, HeadlineAssignment.plan(layout, scores, flow));
    }

    double score() {
        return plan == null ? 0 : plan.score();
    }
}
