package dev.broadsheet.topic;

/** What a broker does with old records of a topic. */
public enum Cleanup {
    /** Keeps the newest record of every key for ever. */
    COMPACT("compact"),
    /** Drops records when their retention is over. */
    DELETE("delete");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** The value of Kafka's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }
}
