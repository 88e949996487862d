package dev.broadsheet.topology;

/**
 * What a step made of a record, encoded.
 *
 * @param value null for a tombstone, and where a change ends
 */
record Outcome(byte[] value, Kind kind) {

    /** The end of a change; passes by whatever step does not wait for it. */
    static final Outcome END = new Outcome(null, Kind.END);

    /** What becomes of it. */
    enum Kind {
        ONWARD,
        DEAD,
        END
    }

    static Outcome onward(byte[] value) {
        return new Outcome(value, Kind.ONWARD);
    }

    static Outcome dead(byte[] value) {
        return new Outcome(value, Kind.DEAD);
    }

    boolean isDead() {
        return kind == Kind.DEAD;
    }
}
