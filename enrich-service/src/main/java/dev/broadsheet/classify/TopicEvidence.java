package dev.broadsheet.classify;

import dev.broadsheet.schema.Topic;
import java.util.List;

/**
 * Why an article got a topic.
 *
 * @param topic the topic with its score
 * @param votes what headline, lead and body gave to it, those that the article has, in this order
 * @param terms the terms that spoke for it, strongest first
 */
public record TopicEvidence(Topic topic, List<PartOfVote> votes, List<WeighedTerm> terms) {

    public TopicEvidence {
        votes = List.copyOf(votes);
        terms = List.copyOf(terms);
    }

    /**
     * The vote of a part of the article.
     *
     * @param part headline, lead or body
     * @param share share of its vote that the topic got, 0 to 1
     */
    public record PartOfVote(String part, double share) {}

    /**
     * A term and what it contributed.
     *
     * @param text the term as the lexicon has it
     * @param weight its contribution, larger is more; comparable within one article
     */
    public record WeighedTerm(String text, double weight) {}
}
