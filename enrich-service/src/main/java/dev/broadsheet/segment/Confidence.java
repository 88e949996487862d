package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How sure the program is of a story: the log-odds are the sum of its evidence, each times its weight in {@code
 * confidence.txt}. The weights are fitted, so that of the stories with a confidence of 0.8 about four in five are right.
 */
final class Confidence {

    static final Weights WEIGHTS = Weights.load("confidence.txt");

    /** Log-odds that are worth telling. */
    private static final double TOLD = 0.3;

    private static final String BIAS = "bias";

    private Confidence() {}

    /** Between 0 and 1, both excluded. */
    static double of(Evidence evidence) {
        double odds = WEIGHTS.of(BIAS);
        for (String name : names()) {
            odds += moves(evidence, name);
        }
        return 1 / (1 + Math.exp(-odds));
    }

    /** What moved the confidence most, in words: the strongest evidence first, with its log-odds. */
    static String reason(Evidence evidence) {
        String said = names().stream()
                .filter(name -> Math.abs(moves(evidence, name)) >= TOLD)
                .sorted(Comparator.comparingDouble(name -> -Math.abs(moves(evidence, name))))
                .map(name -> String.format(
                        Locale.ROOT, "%s (%+.1f)", Descriptions.of("confidence." + name), moves(evidence, name)))
                .collect(Collectors.joining("; "));
        return String.format(Locale.ROOT, "confidence %.2f%s%s", of(evidence), said.isEmpty() ? "" : ": ", said);
    }

    /** The kinds of evidence, in alphabetical order. */
    static List<String> names() {
        List<String> names = new ArrayList<>(WEIGHTS.names());
        names.remove(BIAS);
        names.sort(null);
        return names;
    }

    private static double moves(Evidence evidence, String name) {
        return evidence.of(name) * WEIGHTS.of(name);
    }
}
