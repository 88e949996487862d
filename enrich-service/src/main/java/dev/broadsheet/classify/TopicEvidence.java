package dev.broadsheet.classify;

import dev.broadsheet.schema.Topic;
import java.util.List;

/**
 * Why an article got a topic.
 *
 * @param topic the topic with its score
 * @param terms the terms that spoke for it, strongest first
 */
public record TopicEvidence(Topic topic, List<WeighedTerm> terms) {

    public TopicEvidence {
        terms = List.copyOf(terms);
    }

    /**
     * A term and what it contributed.
     *
     * @param text the term as the lexicon has it
     * @param weight its contribution, larger is more; comparable within one article
     */
    public record WeighedTerm(String text, double weight) {}
}
