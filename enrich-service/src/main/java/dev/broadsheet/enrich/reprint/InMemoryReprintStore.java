package dev.broadsheet.enrich.reprint;

import java.util.HashMap;
import java.util.Map;

/** A store that lasts as long as the process. Not thread-safe. */
public final class InMemoryReprintStore implements ReprintStore {

    private final Map<String, byte[]> entries = new HashMap<>();

    @Override
    public byte[] get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    /** How many entries there are. */
    public int size() {
        return entries.size();
    }
}
