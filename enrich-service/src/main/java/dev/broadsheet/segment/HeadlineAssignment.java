package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    private static final int STATES = 2 * SIGNED;

    /** Gaps with more headings than this (a contents list, a poem) are shared out at their ends only. */
    private static final int LARGEST_GAP = 12;

    private final Layout layout;
    private final GapScores scores;

    private HeadlineAssignment(Layout layout, GapScores scores) {
        this.layout = layout;
        this.scores = scores;
    }

    /** The best plan for a page that has at least one run. */
    static Plan plan(Layout layout, GapScores scores) {
        HeadlineAssignment assignment = new HeadlineAssignment(layout, scores);
        Plan before = assignment.plan(Direction.BEFORE);
        Plan after = assignment.plan(Direction.AFTER);
        return after.score() > before.score() ? after : before;
    }

    /** How a gap was shared out: [0, below) close the story above, [above, size) open the one below. */
    private record Choice(int from, boolean same, boolean intertitles, int below, int above) {}

    private Plan plan(Direction direction) {
        int n = layout.runs().size();
        double[] best = new double[STATES];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        Choice[][] choices = new Choice[n + 1][STATES];
        open(best, choices[0], direction);
        for (int k = 1; k < n; k++) {
            best = step(k, best, choices[k], direction);
        }
        double[] end = new double[STATES];
        Arrays.fill(end, Double.NEGATIVE_INFINITY);
        close(n, best, end, choices[n], direction);
        return new PlanReader(layout, scores, direction, end[0]).read(n, choices);
    }

    private void open(double[] best, Choice[] choices, Direction direction) {
        int m = layout.gaps().get(0).size();
        for (int above = first(m); above <= m; above++) {
            double score = scores.leftover(0, 0, above) + scores.group(0, above, m, 0, true, direction);
            offer(best, choices, state(0, above), score, new Choice(-1, false, false, 0, above));
        }
    }

    private double[] step(int k, double[] before, Choice[] choices, Direction direction) {
        double[] best = new double[STATES];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        int m = layout.gaps().get(k).size();
        double past = scores.goesOnPast(k);
        double starts = scores.starts(k);
        for (int state = 0; state < STATES; state++) {
            if (before[state] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            int level = Math.max(0, state % SIGNED - HEAD);
            double same = before[state] + (isSigned(state) ? scores.signsAgain(k) : 0);
            int next = scores.isSigned(k) && !isSigned(state) ? state + SIGNED : state;
            offer(best, choices, next, same + scores.goesOn(k, level), new Choice(state, true, true, 0, m));
            if (m > 0) {
                offer(best, choices, next, same + past, new Choice(state, true, false, 0, m));
            }
            for (int below = 0; below <= Math.min(m, LARGEST_GAP); below++) {
                double closed = before[state] + starts + closing(k, state, below, direction);
                for (int above = Math.max(below, first(m)); above <= m; above++) {
                    double score = closed
                            + scores.split(k, below, above)
                            + scores.leftover(k, below, above)
                            + scores.group(k, above, m, k, true, direction);
                    offer(best, choices, state(k, above), score, new Choice(state, false, false, below, above));
                }
            }
        }
        return best;
    }

    private void close(int n, double[] before, double[] end, Choice[] choices, Direction direction) {
        int m = layout.gaps().get(n).size();
        for (int state = 0; state < STATES; state++) {
            for (int below = 0; below <= Math.min(m, LARGEST_GAP); below++) {
                double score = before[state] + closing(n, state, below, direction) + scores.leftover(n, below, m);
                offer(end, choices, 0, score, new Choice(state, false, false, below, m));
            }
        }
    }

    /** The story above gap k ends with the first {@code below} headings of the gap as its headline. */
    private double closing(int k, int state, int below, Direction direction) {
        int head = state % SIGNED;
        if (below == 0) {
            return head >= HEAD ? 0 : scores.headless(head == NO_HEAD_JUMPED);
        }
        double score = scores.group(k, 0, below, k - 1, false, direction);
        return head >= HEAD ? score + scores.twoGroups() : score;
    }

    private static boolean isSigned(int state) {
        return state >= SIGNED;
    }

    private static int first(int headings) {
        return Math.max(0, headings - LARGEST_GAP);
    }

    /** The state of a story that begins with run k, whose headline the headings of gap k from {@code above} are. */
    private int state(int k, int above) {
        return head(k, above) + (scores.isSigned(k) ? SIGNED : 0);
    }

    private int head(int k, int above) {
        Gap gap = layout.gaps().get(k);
        if (above < gap.size()) {
            int level = 7;
            for (int i = above; i < gap.size(); i++) {
                int own = gap.headings().get(i).firstLine().line().markup().level();
                level = own > 0 ? Math.min(level, own) : level;
            }
            return HEAD + (level == 7 ? 0 : level);
        }
        return layout.runs().get(k).first().cues().jumpFrom() != null ? NO_HEAD_JUMPED : NO_HEAD;
    }

    private static void offer(double[] best, Choice[] choices, int state, double score, Choice choice) {
        if (score > best[state]) {
            best[state] = score;
            choices[state] = choice;
        }
    }

    /** Turns the best path back into stories. */
    private static final class PlanReader {
        private final Layout layout;
        private final GapScores scores;
        private final Direction direction;
        private final double score;
        private final List<Plan.Draft> drafts = new ArrayList<>();
        private final List<Piece> leftovers = new ArrayList<>();

        PlanReader(Layout layout, GapScores scores, Direction direction, double score) {
            this.layout = layout;
            this.scores = scores;
            this.direction = direction;
            this.score = score;
        }

        Plan read(int n, Choice[][] choices) {
            Choice[] path = new Choice[n + 1];
            int state = 0;
            for (int k = n; k >= 0; k--) {
                path[k] = choices[k][state];
                state = path[k].from();
            }
            for (int k = 0; k <= n; k++) {
                gap(k, path[k], k == n);
            }
            return new Plan(drafts, leftovers, direction, score);
        }

        private void gap(int k, Choice choice, boolean last) {
            List<Piece> headings = layout.gaps().get(k).headings();
            if (choice.same()) {
                Plan.Draft draft = drafts.get(drafts.size() - 1);
                draft.runs().add(k);
                draft.intertitles().add(choice.intertitles() ? headings : List.of());
                if (!choice.intertitles()) {
                    leftovers.addAll(headings);
                }
                return;
            }
            if (choice.below() > 0) {
                Plan.Draft above = drafts.get(drafts.size() - 1);
                above.below().addAll(headings.subList(0, choice.below()));
                above.reasons().add(reason(k, 0, choice.below(), k - 1, "headline printed after its body"));
            }
            leftovers.addAll(headings.subList(choice.below(), choice.above()));
            boolean signed = choice.below() > 0 && choice.above() == headings.size() && layout.isSigned(k);
            if (signed) {
                drafts.get(drafts.size() - 1)
                        .signOffs()
                        .addAll(layout.runs().get(k).bylinesBefore());
            }
            if (!last) {
                start(
                        k,
                        headings,
                        choice,
                        signed ? List.of() : layout.runs().get(k).bylinesBefore());
            }
        }

        private void start(int k, List<Piece> headings, Choice choice, List<Piece> bylines) {
            Plan.Draft draft = new Plan.Draft(
                    new ArrayList<>(List.of(k)),
                    new ArrayList<>(List.of(List.of())),
                    new ArrayList<>(headings.subList(choice.above(), headings.size())),
                    new ArrayList<>(),
                    bylines,
                    new ArrayList<>(),
                    new ArrayList<>());
            if (draft.hasHeadline()) {
                draft.reasons().add(reason(k, choice.above(), headings.size(), k, "headline printed before its body"));
            }
            drafts.add(draft);
        }

        private String reason(int k, int from, int to, int run, String where) {
            String text = layout.gaps().get(k).text(from, to);
            List<String> shared = scores.shared(text, run);
            String said = shared.isEmpty() ? where : where + "; both say " + String.join(" ", shared);
            int rival = run == k ? k - 1 : k;
            return rival < 0 || rival >= layout.runs().size()
                    ? said
                    : said + "; the text repeats " + scores.percent(text, run) + " % of it, the text "
                            + (rival < run ? "above " : "below ") + scores.percent(text, rival) + " %";
        }
    }
}
