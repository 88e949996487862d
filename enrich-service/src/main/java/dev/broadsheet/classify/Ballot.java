package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import java.util.List;

/**
 * The vote on one article's topics. Every part of the article has one vote, which it divides among the topics by the
 * evidence in it; headline, lead and body then count as {@link Zones} says. So a long body cannot shout down a headline.
 * Topics are positions in {@link MediaTopics#all()}, the top level first.
 */
final class Ballot {

    /** Evidence that a part must bring before it is half believed. */
    private static final double DOUBT = 1.0;

    /** How much the title model's vote counts beside the lexicon's. */
    private static final double TRUST = 0.5;

    private static final int TOPICS = MediaTopics.pinned().all().size();
    private static final int TOP_LEVEL = MediaTopics.pinned().topLevel().size();

    private final double[] votes = new double[TOPICS];
    private final int parts;
    private double cast;
    private double belief;

    private Ballot(int parts) {
        this.parts = parts;
    }

    /** The vote of an article's parts. */
    static Ballot of(ArticleText article, Lexicon lexicon, TitleModel model) {
        List<Zones.Zone> zones = Zones.zones(article);
        Ballot ballot = new Ballot(zones.size());
        for (Zones.Zone zone : zones) {
            double[] vote = divide(TopicScores.of(zone.text(), lexicon));
            if (zone.isTitle()) {
                consult(model, zone.text(), vote);
            }
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
        return parts <= 1;
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
    private static void consult(TitleModel model, String title, double[] vote) {
        double known = 0;
        for (int topic : model.topics()) {
            known += vote[topic];
        }
        double trust = TRUST * (1 - (strength(vote) - known));
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
}
