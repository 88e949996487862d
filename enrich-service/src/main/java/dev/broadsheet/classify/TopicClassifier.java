package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Assigns IPTC Media Topics. Thread-safe. */
public final class TopicClassifier {

    /** Evidence that a part of the text must bring before it is half believed. */
    private static final double DOUBT = 1.0;

    /** A first topic below this share of the evidence is a guess, and left out. */
    private static final double FIRST = 0.25;

    private static final int EXPLAINED = 3;

    private final Lexicon lexicon = Lexicon.shared();
    private final List<MediaTopic> topLevel = MediaTopics.pinned().topLevel();

    /** Topics of an article, best first; empty where the evidence is too thin to say. */
    public List<Topic> classify(ArticleText text) {
        List<Scored> ranked = rank(text);
        List<Topic> topics = new ArrayList<>();
        if (!ranked.isEmpty() && ranked.get(0).score() >= FIRST) {
            topics.add(ranked.get(0).topic());
        }
        return topics;
    }

    /** The first topics by evidence, whether or not they suffice, with the terms behind them. */
    public List<TopicEvidence> explain(ArticleText text) {
        List<Zones.Zone> zones = Zones.zones(text);
        String all = String.join("\n", zones.stream().map(Zones.Zone::text).toList());
        TopicScores scores = TopicScores.of(all, lexicon);
        return rank(text).stream()
                .limit(EXPLAINED)
                .filter(scored -> scored.score() > 0)
                .map(scored -> new TopicEvidence(
                        scored.topic(), scores.terms(scored.media().code())))
                .toList();
    }

    private List<Scored> rank(ArticleText text) {
        double[] share = new double[topLevel.size()];
        double heard = 0;
        for (Zones.Zone zone : Zones.zones(text)) {
            TopicScores scores = TopicScores.of(zone.text(), lexicon);
            double total =
                    topLevel.stream().mapToDouble(t -> scores.of(t.code())).sum();
            heard += total > 0 ? zone.weight() : 0;
            for (int i = 0; i < share.length; i++) {
                share[i] += zone.weight() * scores.of(topLevel.get(i).code()) / (total + DOUBT);
            }
        }
        List<Scored> ranked = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            ranked.add(new Scored(topLevel.get(i), heard > 0 ? share[i] / heard : 0));
        }
        ranked.sort(Comparator.comparingDouble(Scored::score).reversed());
        return ranked;
    }

    private record Scored(MediaTopic media, double score) {
        Topic topic() {
            return new Topic(media.code(), media.labelZh(), media.labelEn(), score);
        }
    }
}
