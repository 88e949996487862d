package dev.broadsheet.segment;

import java.util.EnumSet;

/**
 * The best path through the roles of a page's lines (Viterbi), and for each line by how much it is better than the best path
 * that takes the line for something else.
 */
final class RolePath {

    /** What a line can be by its looks and its neighbours; rows and verses are found among those. */
    static final Role[] ROLES = EnumSet.range(Role.PARAGRAPH, Role.FURNITURE).toArray(Role[]::new);

    /** A role that is better than another by less than this might have been the other. */
    private static final double CLOSE = 3;

    private final Role[] roles;
    private final Role[] rivals;
    private final double[] margins;

    /** What the path is scored by. */
    interface Scores {
        /** How well the role suits the line, whatever is around it. */
        double own(int line, Role role);

        /** How well the role follows the role of the line before; of the first line, how well it begins a page. */
        double follow(int line, Role before, Role role);
    }

    /** Finds the path through so many lines. */
    RolePath(int lines, Scores scores) {
        roles = new Role[lines];
        rivals = new Role[lines];
        margins = new double[lines];
        double[][][] steps = new double[lines][ROLES.length][ROLES.length];
        double[][] reached = new double[lines + 1][ROLES.length];
        int[][] from = new int[lines][ROLES.length];
        for (int i = 0; i < lines; i++) {
            for (int role = 0; role < ROLES.length; role++) {
                double own = scores.own(i, ROLES[role]);
                reached[i + 1][role] = Double.NEGATIVE_INFINITY;
                for (int before = 0; before < ROLES.length; before++) {
                    steps[i][before][role] = own + scores.follow(i, ROLES[before], ROLES[role]);
                    double score = reached[i][before] + steps[i][before][role];
                    if (score > reached[i + 1][role]) {
                        reached[i + 1][role] = score;
                        from[i][role] = before;
                    }
                }
            }
        }
        back(reached[lines], from);
        weigh(reached, steps);
    }

    private void back(double[] last, int[][] from) {
        int role = 0;
        for (int r = 1; r < ROLES.length; r++) {
            role = last[r] > last[role] ? r : role;
        }
        for (int i = roles.length - 1; i >= 0; i--) {
            roles[i] = ROLES[role];
            role = from[i][role];
        }
    }

    /** The best path through a role of a line is the best one up to it and the best one on from it. */
    private void weigh(double[][] reached, double[][][] steps) {
        double[] onward = new double[ROLES.length];
        for (int i = roles.length - 1; i >= 0; i--) {
            double best = reached[i + 1][roles[i].ordinal()] + onward[roles[i].ordinal()];
            double second = Double.NEGATIVE_INFINITY;
            for (Role role : ROLES) {
                double score = reached[i + 1][role.ordinal()] + onward[role.ordinal()];
                if (score > second && !isSameKind(role, roles[i])) {
                    second = score;
                    rivals[i] = role;
                }
            }
            margins[i] = best - second;
            onward = onward(onward, steps[i]);
        }
    }

    private static double[] onward(double[] after, double[][] steps) {
        double[] onward = new double[ROLES.length];
        for (int before = 0; before < ROLES.length; before++) {
            onward[before] = Double.NEGATIVE_INFINITY;
            for (int role = 0; role < ROLES.length; role++) {
                onward[before] = Math.max(onward[before], steps[before][role] + after[role]);
            }
        }
        return onward;
    }

    private static boolean isSameKind(Role one, Role other) {
        return one == other || one.isBody() && other.isBody();
    }

    /** The role of each line, in order. */
    Role[] roles() {
        return roles.clone();
    }

    /** The second best role of line i; body text is one role, whether it begins a paragraph or goes on. */
    Role rival(int i) {
        return rivals[i];
    }

    /** Whether line i might almost as well have its second best role. */
    boolean isClose(int i) {
        return margins[i] < CLOSE;
    }

    /** By how much the line's role is better than the second best, in the log-odds of the weights; not negative. */
    double margin(int i) {
        return margins[i];
    }
}
