package dev.broadsheet.enrich.reprint;

/**
 * Where a {@link ReprintIndex} keeps its state: a map from short ASCII keys to bytes. A Kafka Streams key-value store fits as it
 * is; {@link InMemoryReprintStore} serves tests and one-off runs.
 */
public interface ReprintStore {

    /** The bytes under a key; null where there are none. */
    byte[] get(String key);

    /** Puts bytes under a key; null removes it. */
    void put(String key, byte[] value);
}
