package dev.broadsheet.ingest;

import java.util.Objects;

/** A page that was not taken. The message says what is wrong, where, and what to do about it. */
public final class PageRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public PageRefusedException(Refusal refusal, String detail) {
        this(refusal, detail, null);
    }

    public PageRefusedException(Refusal refusal, String detail, Throwable cause) {
        // One line, whatever it quotes: it goes into logs and reason files.
        super(detail.replaceAll("\\p{Cc}", "\uFFFD"), cause);
        this.refusal = Objects.requireNonNull(refusal);
    }

    public Refusal refusal() {
        return refusal;
    }
}
