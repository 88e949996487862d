package dev.broadsheet.local;

/** A part of the local system cannot start; the message tells an operator why and what to do. */
public final class LocalStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalStartException(String message) {
        super(message);
    }

    LocalStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
