package dev.broadsheet.deadletter;

import dev.broadsheet.schema.DeadLetter;

/**
 * A dead letter in its topic.
 *
 * @param number its offset in the topic, by which an operator names it
 * @param letter what failed, where and why
 * @param open false once it has been redriven or discarded
 */
public record FiledLetter(long number, DeadLetter letter, boolean open) {

    /** The page or article it is about, or the place it came from. */
    public String subject() {
        if (letter.getArticleId() != null) {
            return letter.getArticleId();
        }
        return letter.getPageId() != null
                ? letter.getPageId()
                : letter.getTopic() + "-" + letter.getPartition() + "@" + letter.getOffset();
    }
}
