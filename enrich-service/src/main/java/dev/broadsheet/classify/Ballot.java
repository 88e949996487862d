package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.classify.TopicEvidence.PartOfVote;
import dev.broadsheet.classify.TopicEvidence.WeighedTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The vote on one article's topics. Every part of the article has one vote, which it divides among the topics by the
 * evidence in it; headline, lead and body then count as {@link Zones} says. So a long body cannot shout down a headline.
 * Topics are positions in {@link MediaTopics#all()}, the top level first.
 */
final class Ballot {

    /** Evidence that a part must bring before it is half believed. */
    private static final double DOUBT = 1.0;

    /** How much the title model's vote counts beside the lexicon's for the headline of an article. */
    private static final double TRUST = 0.5;

    /** The same for a title that stands alone: what the model was trained on, and where the lexicon sees little. */
    private static final double TRUST_ALONE = 2;

    private static final int TOPICS = MediaTopics.pinned().all().size();
    private static final int TOP_LEVEL = MediaTopics.pinned().topLevel().size();

    private final double[] votes = new double[TOPICS];
    private final List<Part> parts = new ArrayList<>();
    private double cast;
    private double belief;
    private boolean ofTitle;

    private Ballot() {}

    /** The vote of an article's parts. */
    static Ballot of(ArticleText article, Lexicon lexicon, TitleModel model) {
        Ballot ballot = new Ballot();
        List<Zones.Zone> zones = Zones.zones(article);
        ballot.ofTitle = zones.size() == 1 && zones.get(0).isTitle();
        for (Zones.Zone zone : zones) {
            TopicScores scores = TopicScores.of(zone.text(), lexicon);
            double[] vote = divide(scores);
            if (zone.isTitle()) {
                consult(model, ballot.ofTitle ? TRUST_ALONE : TRUST, zone.text(), vote);
            }
            ballot.parts.add(new Part(zone.name(), scores, vote));
            ballot.count(zone.weight(), vote);
        }
        return ballot;
    }

    /** Share of the votes for a topic, lowered where all evidence is thin: 0 to 1. */
    double share(int topic) {
        return cast == 0 ? 0 : votes[topic] / cast * belief;
    }

    /** Whether the text has one part only: a line, not an article. */
    boolean isOfLine() {
        return parts.size() <= 1;
    }

    /** Whether the text is a title that stands alone. */
    boolean isOfTitle() {
        return ofTitle;
    }

    /** The terms that speak for a topic in any part of the article, strongest first. */
    List<WeighedTerm> terms(int topic) {
        Map<String, Double> weights = new TreeMap<>();
        for (Part part : parts) {
            part.scores().terms(topic).forEach(term -> weights.merge(term.text(), term.weight(), Double::sum));
        }
        return weights.entrySet().stream()
                .map(entry -> new WeighedTerm(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(WeighedTerm::weight).reversed())
                .toList();
    }

    /** What each part of the article gave to a topic. */
    List<PartOfVote> votes(int topic) {
        return parts.stream()
                .map(part -> new PartOfVote(part.name(), part.vote()[topic]))
                .toList();
    }

    private static double[] divide(TopicScores scores) {
        double evidence = DOUBT;
        for (int topic = 0; topic < TOP_LEVEL; topic++) {
            evidence += scores.of(topic);
        }
        double[] vote = new double[TOPICS];
        for (int topic = 0; topic < TOPICS; topic++) {
            vote[topic] = scores.of(topic) / evidence;
        }
        return vote;
    }

    /** The model knows a few topics only, so it speaks as far as the lexicon does not see one of the others. */
    private static void consult(TitleModel model, double most, String title, double[] vote) {
        double known = 0;
        for (int topic : model.topics()) {
            known += vote[topic];
        }
        double trust = most * (1 - (strength(vote) - known));
        double[] probability = model.probabilities(title);
        for (int k = 0; k < probability.length; k++) {
            vote[model.topics()[k]] += trust * probability[k];
        }
        for (int topic = 0; topic < TOPICS; topic++) {
            vote[topic] /= 1 + trust;
        }
    }

    private void count(double weight, double[] vote) {
        double strength = strength(vote);
        for (int topic = 0; topic < TOPICS; topic++) {
            votes[topic] += weight * vote[topic];
        }
        cast += weight * strength;
        belief = Math.max(belief, strength);
    }

    private static double strength(double[] vote) {
        double strength = 0;
        for (int topic = 0; topic < TOP_LEVEL; topic++) {
            strength += vote[topic];
        }
        return strength;
    }

    private record Part(String name, TopicScores scores, double[] vote) {}
}
