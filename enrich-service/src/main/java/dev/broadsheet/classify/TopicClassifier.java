package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Assigns IPTC Media Topics. Thread-safe. */
public final class TopicClassifier {

    /** The first topic of a title that stands alone with a smaller share of the evidence is a guess, and left out. */
    private static final double FIRST_OF_TITLE = 0.3;

    /** The same for a single paragraph, on which the title model has no vote. */
    private static final double FIRST_OF_LINE = 0.36;

    /** A whole article touches more subjects, and more text stands behind the first of them. */
    private static final double FIRST_OF_ARTICLE = 0.22;

    /** A second subject stands beside the first with at least this share, and this part of the first's. */
    private static final double SECOND = 0.25;

    private static final double BESIDE_FIRST = 0.6;

    /** A second-level topic is named where it carries most of the evidence for its top-level topic. */
    private static final double MOST = 0.6;

    private static final int EXPLAINED = 3;

    private final Lexicon lexicon;
    private final TitleModel model;
    private final List<MediaTopic> all = MediaTopics.pinned().all();
    private final List<Integer> topLevel = positions(null);

    /** A classifier with this package's lexicon and title model, which are loaded once for all classifiers. */
    public TopicClassifier() {
        this(Lexicon.shared(), TitleModel.shared());
    }

    TopicClassifier(Lexicon lexicon, TitleModel model) {
        this.lexicon = lexicon;
        this.model = model;
    }

    /**
     * Topics of an article, best first: a top-level topic, its second-level topic where the evidence is good, then a
     * second top-level topic where the article has two subjects. Empty where the evidence is too thin to say.
     */
    public List<Topic> classify(ArticleText text) {
        return judge(text).topics();
    }

    /** The first topics by evidence, whether or not it suffices, with the terms behind them. */
    public List<TopicEvidence> explain(ArticleText text) {
        return judge(text).evidence();
    }

    /** Topics and evidence at once. */
    public Judgement judge(ArticleText text) {
        Ballot ballot = Ballot.of(text, lexicon, model);
        List<Integer> ranked = ranked(topLevel, ballot);
        List<TopicEvidence> evidence = ranked.stream()
                .limit(EXPLAINED)
                .filter(topic -> ballot.share(topic) > 0)
                .map(topic -> new TopicEvidence(labelled(topic, ballot), ballot.votes(topic), ballot.terms(topic)))
                .toList();
        return new Judgement(topics(ranked, ballot), evidence);
    }

    private List<Topic> topics(List<Integer> ranked, Ballot ballot) {
        double first = ballot.share(ranked.get(0));
        double second = ballot.share(ranked.get(1));
        List<Topic> topics = new ArrayList<>();
        if (first >= enough(ballot)) {
            add(topics, ranked.get(0), ballot);
            if (second >= SECOND && second >= BESIDE_FIRST * first) {
                add(topics, ranked.get(1), ballot);
            }
        }
        return topics;
    }

    private static double enough(Ballot ballot) {
        if (ballot.isOfTitle()) {
            return FIRST_OF_TITLE;
        }
        return ballot.isOfLine() ? FIRST_OF_LINE : FIRST_OF_ARTICLE;
    }

    private void add(List<Topic> topics, int topic, Ballot ballot) {
        topics.add(labelled(topic, ballot));
        ranked(positions(all.get(topic).code()), ballot).stream()
                .findFirst()
                .filter(narrower -> ballot.share(narrower) >= MOST * ballot.share(topic))
                .ifPresent(narrower -> topics.add(labelled(narrower, ballot)));
    }

    private Topic labelled(int topic, Ballot ballot) {
        MediaTopic media = all.get(topic);
        return new Topic(media.code(), media.labelZh(), media.labelEn(), ballot.share(topic));
    }

    /** Positions of the topics right below one, or of the top level. */
    private List<Integer> positions(String broader) {
        return IntStream.range(0, all.size())
                .filter(topic -> Objects.equals(all.get(topic).broader(), broader))
                .boxed()
                .toList();
    }

    private static List<Integer> ranked(List<Integer> topics, Ballot ballot) {
        List<Integer> ranked = new ArrayList<>(topics);
        ranked.sort(Comparator.<Integer>comparingDouble(ballot::share).reversed());
        return ranked;
    }

    /**
     * What an article is about, and why.
     *
     * @param topics as {@link #classify} gives them
     * @param evidence as {@link #explain} gives it
     */
    public record Judgement(List<Topic> topics, List<TopicEvidence> evidence) {

        public Judgement {
            topics = List.copyOf(topics);
            evidence = List.copyOf(evidence);
        }
    }
}
