package dev.broadsheet.classify;

import dev.broadsheet.classify.TopicEvidence.WeighedTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weighs the lexicon's hits in one text: a score for every topic, and the terms behind it. */
final class TopicScores {

    private final Lexicon lexicon;
    private final int[] numbers;
    private final double[] scores = new double[MediaTopics.pinned().all().size()];

    private TopicScores(Lexicon lexicon, int[] numbers) {
        this.lexicon = lexicon;
        this.numbers = numbers;
        forEachTerm((entry, factor) -> {
            TermValues term = entry.values();
            for (int i = 0; i < term.topics().length; i++) {
                scores[term.topics()[i]] += term.values()[i] * factor;
            }
        });
        for (int topic = 0; topic < scores.length; topic++) {
            scores[topic] = Math.max(0, scores[topic]);
        }
    }

    /** The scores of one text. */
    static TopicScores of(String text, Lexicon lexicon) {
        List<Lexicon.Hit> hits = lexicon.find(text);
        int[] numbers = new int[hits.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = hits.get(i).entry().number();
        }
        Arrays.sort(numbers);
        return new TopicScores(lexicon, numbers);
    }

    /** The score of the topic at this position of {@link MediaTopics#all()}, 0 without evidence. */
    double of(int topic) {
        return scores[topic];
    }

    /** The terms that speak for a topic, in no particular order. */
    List<WeighedTerm> terms(int topic) {
        List<WeighedTerm> found = new ArrayList<>();
        forEachTerm((entry, factor) -> {
            double value = entry.values().at(topic) * factor;
            if (value > 0) {
                found.add(new WeighedTerm(entry.term().text(), value));
            }
        });
        return found;
    }

    /** Each different term once; said again it adds less each time: its value grows with the root of its count. */
    private void forEachTerm(TermVisitor visitor) {
        int from = 0;
        while (from < numbers.length) {
            int to = from;
            while (to < numbers.length && numbers[to] == numbers[from]) {
                to++;
            }
            visitor.visit(lexicon.entry(numbers[from]), Math.sqrt(to - from));
            from = to;
        }
    }

    private interface TermVisitor {
        void visit(Lexicon.Entry entry, double factor);
    }
}
