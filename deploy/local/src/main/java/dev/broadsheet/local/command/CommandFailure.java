package dev.broadsheet.local.command;

/** A command cannot do what it was asked to; the message is the one line its user sees. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
