package dev.broadsheet.replay;

import java.time.Duration;

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

    /** @param state how far the replay was when the stream no longer advanced */
    static ReplayException stalled(String state, Duration patience) {
        return new ReplayException(state + ", but the pipeline has not advanced for " + patience.toSeconds()
                + " s; is the enrich service running?");
    }
}
