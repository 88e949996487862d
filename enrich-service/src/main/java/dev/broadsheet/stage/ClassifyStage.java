package dev.broadsheet.stage;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.classify.GenreClassifier;
import dev.broadsheet.classify.TopicClassifier;
import dev.broadsheet.schema.Article;

/** Segmented article to classified article: the second stage, as a function. Thread-safe. */
public final class ClassifyStage {

    private final TopicClassifier topics = new TopicClassifier();
    private final GenreClassifier genres = new GenreClassifier();

    /** The article with its topics and its genre. */
    public Article classify(Article article) {
        return Article.newBuilder(article)
                .setTopics(topics.classify(ArticleText.of(article)))
                .setGenre(genres.genre(article))
                .build();
    }
}
