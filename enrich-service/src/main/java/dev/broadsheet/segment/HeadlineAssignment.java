package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares the headings of a page out among its bodies, all at once: a shortest path over the gaps between runs of body
 * text. In each gap the headings may close the story above (headline below its body), open the story below, part it
 * (intertitles), or belong to nobody (banners). The page is planned twice, for headlines that precede and that follow
 * their bodies, and the better plan wins; the direction is a prior, not a rule, so that a page may mix both.
 */
final class HeadlineAssignment {

    /** What is known of the story that is open: no headline yet, the same but come from another page, or its level. */
    private static final int NO_HEAD = 0;

    private static final int NO_HEAD_JUMPED = 1;
    private static final int HEAD = 2;

    /** The same states, of a story that names who wrote it. */
    private static final int SIGNED = HEAD + 8;

    static final int STATES = 2 * SIGNED;

    /** Gaps with more headings than this (a contents list, a poem) are shared out at their ends only. */
    private static final int LARGEST_GAP = 12;

    private final Layout layout;
    private final GapScores scores;
    private final StoryFlow flow;

    HeadlineAssignment(Layout layout, GapScores scores, StoryFlow flow) {
        this.layout = layout;
        this.scores = scores;
        this.flow = flow;
    }

    /** The best plan for a page that has at least one run. */
    Plan plan() {
        Plan before = plan(Direction.BEFORE);
        Plan after = plan(Direction.AFTER);
        return after.score() > before.score() ? after : before;
    }

    /** The ways to share out gap k, on a page whose headlines mostly stand on one side. */
    Shares shares(int k, Direction direction) {
        return new Shares(k, direction);
    }

    /** One step of a path: the state that it leads to, and what it is worth. */
    record Step(int to, double score, Choice choice) {}

    private Plan plan(Direction direction) {
        int n = layout.runs().size();
        double[][] best = new double[n + 2][STATES];
        for (double[] states : best) {
            Arrays.fill(states, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        Choice[][] choices = new Choice[n + 1][STATES];
        List<Shares> gaps =
                IntStream.rangeClosed(0, n).mapToObj(k -> shares(k, direction)).toList();
        for (int k = 0; k <= n; k++) {
            for (int state = 0; state < STATES; state++) {
                for (Step step : gaps.get(k).steps(state, best[k][state])) {
                    double score = best[k][state] + step.score();
                    if (score > best[k + 1][step.to()]) {
                        best[k + 1][step.to()] = score;
                        choices[k][step.to()] = step.choice();
                    }
                }
            }
        }
        Choice[] path = path(choices);
        return new PlanReader(layout, scores, path, rivals(best, path, gaps), best[n + 1][0]).read(direction);
    }

    private static Choice[] path(Choice[][] choices) {
        Choice[] path = new Choice[choices.length];
        int state = 0;
        for (int k = path.length - 1; k >= 0; k--) {
            path[k] = choices[k][state];
            state = path[k].from();
        }
        return path;
    }

    /**
     * For each gap the best plan of the page that shares this gap out in another way: the best path up to a step and the
     * best path on from it, over all other steps.
     */
    private Rival[] rivals(double[][] best, Choice[] path, List<Shares> gaps) {
        int n = layout.runs().size();
        Rival[] rivals = new Rival[n + 1];
        double[] onward = new double[STATES];
        Arrays.fill(onward, Double.NEGATIVE_INFINITY);
        onward[0] = 0;
        for (int k = n; k >= 0; k--) {
            double[] from = new double[STATES];
            Arrays.fill(from, Double.NEGATIVE_INFINITY);
            double second = Double.NEGATIVE_INFINITY;
            for (int state = 0; state < STATES; state++) {
                for (Step step : gaps.get(k).steps(state, best[k][state])) {
                    double rest = step.score() + onward[step.to()];
                    from[state] = Math.max(from[state], rest);
                    double whole = best[k][state] + rest;
                    if (whole > second && !step.choice().sharesAs(path[k])) {
                        second = whole;
                        rivals[k] = new Rival(step.choice(), whole);
                    }
                }
            }
            onward = from;
        }
        return rivals;
    }

    /** The ways to share out one gap, with what their scores have in common for every state worked out once. */
    final class Shares {
        private final int k;
        private final int size;
        private final List<Piece> headings;
        private final double[] above;
        private final double[] below;
        private final double starts;
        private final double past;

        /** By the level of the story's headline; NaN where no state asked for it yet. */
        private final double[] goesOn = new double[SIGNED - HEAD];

        private Shares(int k, Direction direction) {
            this.k = k;
            this.headings = layout.gaps().get(k).headings();
            this.size = headings.size();
            this.above = new double[size + 1];
            this.below = new double[Math.min(size, LARGEST_GAP) + 1];
            boolean last = k == layout.runs().size();
            for (int from = first(); !last && from <= size; from++) {
                above[from] = scores.group(k, from, size, k, true, direction);
            }
            for (int to = 1; k > 0 && to < below.length; to++) {
                below[to] = scores.group(k, 0, to, k - 1, false, direction);
            }
            boolean between = k > 0 && !last;
            this.starts = between ? flow.starts(k) : 0;
            this.past = between && size > 0 ? flow.goesOnPast(k) : 0;
            Arrays.fill(goesOn, Double.NaN);
        }

        /** @param reached the best score with which the state is reached; below everything where it is not */
        List<Step> steps(int state, double reached) {
            List<Step> steps = new ArrayList<>();
            if (reached > Double.NEGATIVE_INFINITY) {
                if (k == 0) {
                    open(steps);
                } else if (k == layout.runs().size()) {
                    close(state, steps);
                } else {
                    goOn(state, steps);
                    part(state, steps);
                }
            }
            return steps;
        }

        private void open(List<Step> steps) {
            for (int from = first(); from <= size; from++) {
                double score = scores.leftover(0, 0, from) + above[from];
                steps.add(new Step(stateOf(from), score, new Choice(0, false, false, 0, from)));
            }
        }

        private void goOn(int state, List<Step> steps) {
            double signed = isSigned(state) ? flow.signsAgain(k) : 0;
            int next = flow.isSigned(k) && !isSigned(state) ? state + SIGNED : state;
            int level = Math.max(0, state % SIGNED - HEAD);
            steps.add(new Step(next, signed + goesOn(level), new Choice(state, true, true, 0, size)));
            if (size > 0) {
                steps.add(new Step(
                        next, signed + past + scores.leftover(k, 0, size), new Choice(state, true, false, 0, size)));
            }
        }

        private double goesOn(int level) {
            if (Double.isNaN(goesOn[level])) {
                goesOn[level] = flow.goesOn(k, level);
            }
            return goesOn[level];
        }

        private void part(int state, List<Step> steps) {
            for (int to = 0; to < below.length; to++) {
                double closed = starts + closing(state, to);
                for (int from = Math.max(to, first()); from <= size; from++) {
                    double score = closed + scores.split(k, to, from) + scores.leftover(k, to, from) + above[from];
                    steps.add(new Step(stateOf(from), score, new Choice(state, false, false, to, from)));
                }
            }
        }

        private void close(int state, List<Step> steps) {
            for (int to = 0; to < below.length; to++) {
                double score = closing(state, to) + scores.leftover(k, to, size);
                steps.add(new Step(0, score, new Choice(state, false, false, to, size)));
            }
        }

        /** The story above ends with the first {@code to} headings of the gap as its headline. */
        private double closing(int state, int to) {
            int head = state % SIGNED;
            if (to == 0) {
                return head >= HEAD ? 0 : scores.headless(head == NO_HEAD_JUMPED);
            }
            return below[to] + (head >= HEAD ? scores.twoGroups() : 0);
        }

        private int first() {
            return Math.max(0, size - LARGEST_GAP);
        }

        /** The state of a story that begins with run k, whose headline the gap's headings from {@code from} are. */
        private int stateOf(int from) {
            return head(from) + (flow.isSigned(k) ? SIGNED : 0);
        }

        private int head(int from) {
            if (from == size) {
                return layout.runs().get(k).first().cues().jumpFrom() != null ? NO_HEAD_JUMPED : NO_HEAD;
            }
            int highest = headings.subList(from, size).stream()
                    .mapToInt(heading -> heading.firstLine().line().markup().level())
                    .filter(level -> level > 0)
                    .min()
                    .orElse(0);
            return HEAD + Math.min(highest, 6);
        }
    }

    private static boolean isSigned(int state) {
        return state >= SIGNED;
    }
}
