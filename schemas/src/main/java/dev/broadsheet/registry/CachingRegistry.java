package dev.broadsheet.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.apache.avro.Schema;

/**
 * Remembers what never changes, the ids and their schemas, for good, and the newest version of a subject for a while.
 * Failures are not remembered: the schema that is missing now may be registered in a moment.
 */
final class CachingRegistry implements SchemaRegistryClient {

    private final SchemaRegistryClient registry;
    private final Duration latestTtl;
    private final LongSupplier nanoTime;
    private final Map<Key, Integer> registered = new ConcurrentHashMap<>();
    private final Map<Key, Integer> found = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();

    private record Key(String subject, Schema schema) {}

    private record Latest(RegisteredSchema schema, long seenAt) {}

    /** @param latestTtl how long a subject's newest version is believed; null for ever */
    CachingRegistry(SchemaRegistryClient registry, Duration latestTtl) {
        this(registry, latestTtl, System::nanoTime);
    }

    CachingRegistry(SchemaRegistryClient registry, Duration latestTtl, LongSupplier nanoTime) {
        this.registry = registry;
        this.latestTtl = latestTtl;
        this.nanoTime = nanoTime;
    }

    @Override
    public int register(String subject, Schema schema) {
        return cached(registered, new Key(subject, schema), key -> registry.register(key.subject(), key.schema()));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return cached(found, new Key(subject, schema), key -> registry.lookUp(key.subject(), key.schema()));
    }

    @Override
    public Schema schemaById(int id) {
        return schemas.computeIfAbsent(id, registry::schemaById);
    }

    @Override
    public RegisteredSchema latest(String subject) {
        Latest known = latest.get(subject);
        if (known == null || isStale(known)) {
            known = new Latest(registry.latest(subject), nanoTime.getAsLong());
            latest.put(subject, known);
        }
        return known.schema();
    }

    @Override
    public List<String> subjects() {
        return registry.subjects();
    }

    @Override
    public List<Integer> versions(String subject) {
        return registry.versions(subject);
    }

    @Override
    public String compatibility(String subject) {
        return registry.compatibility(subject);
    }

    @Override
    public void setCompatibility(String subject, String level) {
        registry.setCompatibility(subject, level);
    }

    @Override
    public void close() {
        registry.close();
    }

    private boolean isStale(Latest known) {
        return latestTtl != null && nanoTime.getAsLong() - known.seenAt() >= latestTtl.toNanos();
    }

    private static int cached(Map<Key, Integer> cache, Key key, ToIntFunction<Key> ask) {
        return cache.computeIfAbsent(key, ask::applyAsInt);
    }
}
