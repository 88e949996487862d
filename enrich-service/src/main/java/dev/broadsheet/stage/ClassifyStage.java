package dev.broadsheet.stage;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.classify.GenreClassifier;
import dev.broadsheet.classify.TopicClassifier;
import dev.broadsheet.classify.TopicEvidence;
import dev.broadsheet.classify.TopicEvidence.WeighedTerm;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Quality;
import java.util.ArrayList;
import java.util.List;
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
        topic.evidence().stream().findFirst().map(ClassifyStage::reason).ifPresent(reasons::add);
        reasons.add(GENRE + genre.genre().value() + ": " + genre.reason());
        return Article.newBuilder(article)
                .setTopics(topic.topics())
                .setGenre(genre.genre().value())
                .setQuality(Quality.newBuilder(article.getQuality())
                        .setReasons(reasons)
                        .build())
                .build();
    }

    private static String reason(TopicEvidence evidence) {
        String terms = evidence.terms().stream()
                .limit(TERMS_NAMED)
                .map(WeighedTerm::text)
                .collect(Collectors.joining(", "));
        return TOPIC + evidence.topic().getCode() + " " + evidence.topic().getLabelZh() + ": "
                + (terms.isEmpty() ? "wording" : terms);
    }
}
