package dev.broadsheet.stage;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.classify.GenreClassifier;
import dev.broadsheet.classify.TopicClassifier;
import dev.broadsheet.classify.TopicEvidence;
import dev.broadsheet.classify.TopicEvidence.WeighedTerm;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Quality;
import dev.broadsheet.schema.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Segmented article to classified article: the second stage, as a function. Thread-safe. */
public final class ClassifyStage {

    private static final int TERMS_NAMED = 5;
    private static final String TOPIC = "topic ";
    private static final String GENRE = "genre ";

    private final TopicClassifier topics = new TopicClassifier();
    private final GenreClassifier genres = new GenreClassifier();

    /**
     * The article with its topics and its genre, and why it got them among the reasons of its quality. An article that was
     * classified before is classified anew.
     */
    public Article classify(Article article) {
        TopicClassifier.Judgement topic = topics.judge(ArticleText.of(article));
        GenreClassifier.Verdict genre = genres.explain(article);
        List<String> reasons = new ArrayList<>(article.getQuality().getReasons());
        reasons.removeIf(reason -> reason.startsWith(TOPIC) || reason.startsWith(GENRE));
        reasons.addAll(reasons(topic));
        reasons.add(GENRE + genre.genre().value() + ": " + genre.reason());
        return Article.newBuilder(article)
                .setTopics(topic.topics())
                .setGenre(genre.genre().value())
                .setQuality(Quality.newBuilder(article.getQuality())
                        .setReasons(reasons)
                        .build())
                .build();
    }

    /** One for each top-level topic; where there is none, what came nearest. */
    private static List<String> reasons(TopicClassifier.Judgement judgement) {
        Set<String> given = judgement.topics().stream().map(Topic::getCode).collect(Collectors.toSet());
        return given.isEmpty()
                ? judgement.evidence().stream()
                        .limit(1)
                        .map(nearest -> TOPIC + "none; nearest " + told(nearest))
                        .toList()
                : judgement.evidence().stream()
                        .filter(evidence -> given.contains(evidence.topic().getCode()))
                        .map(evidence -> TOPIC + told(evidence))
                        .toList();
    }

    private static String told(TopicEvidence evidence) {
        Topic topic = evidence.topic();
        String votes = evidence.votes().stream()
                .map(vote -> String.format(Locale.ROOT, "%s %.0f %%", vote.part(), 100 * vote.share()))
                .collect(Collectors.joining(", "));
        String terms = evidence.terms().stream()
                .limit(TERMS_NAMED)
                .map(WeighedTerm::text)
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s %s %.2f (%s): %s",
                topic.getCode(),
                topic.getLabelZh(),
                topic.getScore(),
                votes,
                terms.isEmpty() ? "wording" : terms);
    }
}
