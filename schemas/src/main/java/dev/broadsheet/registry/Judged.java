package dev.broadsheet.registry;

/** A failure that says itself what it calls for. */
public interface Judged {

    /** What the failure calls for. */
    Fault fault();
}
