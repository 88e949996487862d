package dev.broadsheet.classify;

import dev.broadsheet.classify.TopicEvidence.WeighedTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs the lexicon's hits in one text: a score for every topic, and the terms behind it. */
final class TopicScores {

    /** Value of the weights 0 to 4: one term that decides outweighs three that indicate. */
    private static final double[] VALUE = {0, 0.5, 1.2, 2.5, 4};

    private final Map<String, Double> byTopic = new HashMap<>();
    private final Map<String, List<WeighedTerm>> terms = new HashMap<>();

    private TopicScores() {}

    /** The scores of one text. */
    static TopicScores of(String text, Lexicon lexicon) {
        Map<Term, Integer> counts = new HashMap<>();
        lexicon.find(text, hit -> counts.merge(hit.entry().term(), 1, Integer::sum));
        TopicScores scores = new TopicScores();
        counts.forEach(scores::add);
        return scores;
    }

    /** The score of a topic, 0 without evidence. A second-level topic's evidence counts for its broader one too. */
    double of(String code) {
        return byTopic.getOrDefault(code, 0.0);
    }

    /** The terms that speak for a topic, strongest first. */
    List<WeighedTerm> terms(String code) {
        List<WeighedTerm> found = new ArrayList<>(terms.getOrDefault(code, List.of()));
        found.sort(Comparator.comparingDouble(WeighedTerm::weight).reversed().thenComparing(WeighedTerm::text));
        return found;
    }

    /** A term said again adds less each time: its value grows with the root of its count. */
    private void add(Term term, int count) {
        Map<String, Double> values = new HashMap<>();
        term.weights().forEach((code, weight) -> {
            double value = VALUE[weight] * Math.sqrt(count);
            values.merge(code, value, Math::max);
            String broader = MediaTopics.pinned().get(code).broader();
            if (broader != null) {
                values.merge(broader, value, Math::max);
            }
        });
        values.forEach((code, value) -> {
            byTopic.merge(code, value, Double::sum);
            terms.computeIfAbsent(code, c -> new ArrayList<>()).add(new WeighedTerm(term.text(), value));
        });
    }
}
