package dev.broadsheet.segment;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Descent by the gradient's signs (Riedmiller and Braun 1993), which needs no line search. */
final class ResilientPropagation {

    private static final double FIRST_STEP = 0.1;

    private ResilientPropagation() {}

    /** Where the function lies whose gradient is given, after so many rounds from {@code start}. */
    static double[] minimum(double[] start, int rounds, UnaryOperator<double[]> gradient) {
        double[] w = start.clone();
        double[] step = new double[w.length];
        Arrays.fill(step, FIRST_STEP);
        double[] last = new double[w.length];
        for (int round = 0; round < rounds; round++) {
            double[] slope = gradient.apply(w);
            for (int k = 0; k < w.length; k++) {
                double turn = slope[k] * last[k];
                step[k] = turn > 0 ? Math.min(1, step[k] * 1.2) : turn < 0 ? step[k] * 0.5 : step[k];
                last[k] = turn < 0 ? 0 : slope[k];
                w[k] -= Math.signum(last[k]) * step[k];
            }
        }
        return w;
    }
}
