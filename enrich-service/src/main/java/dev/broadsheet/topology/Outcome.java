package dev.broadsheet.topology;

/**
 * What a step made of a record, encoded.
 *
 * @param value null for a tombstone
 * @param dead whether it is a dead letter
 */
record Outcome(byte[] value, boolean dead) {

    static Outcome onward(byte[] value) {
        return new Outcome(value, false);
    }

    static Outcome dead(byte[] value) {
        return new Outcome(value, true);
    }
}
