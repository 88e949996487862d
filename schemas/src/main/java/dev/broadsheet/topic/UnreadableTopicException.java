package dev.broadsheet.topic;

/** A topic that cannot be read; the message says why and what to do. */
public final class UnreadableTopicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for an operator */
    public UnreadableTopicException(String message, Throwable cause) {
        super(message, cause);
    }
}
