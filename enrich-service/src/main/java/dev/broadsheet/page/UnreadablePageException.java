package dev.broadsheet.page;

/** A page whose bytes can never be read as text: unknown media type, not decodable, or empty. */
public final class UnreadablePageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do about it, for an operator */
    public UnreadablePageException(String message) {
        super(message);
    }
}
