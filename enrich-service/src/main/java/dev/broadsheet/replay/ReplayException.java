package dev.broadsheet.replay;

/** A replay that cannot begin or cannot go on; the message says why and what to do. */
public final class ReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for an operator */
    public ReplayException(String message) {
        super(message);
    }

    /** @param message for an operator */
    public ReplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
