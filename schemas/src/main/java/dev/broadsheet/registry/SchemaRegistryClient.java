package dev.broadsheet.registry;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A schema registry. Thread-safe.
 *
 * <p>Every method throws {@link RegistryException} when the registry cannot be reached within the configured bound or
 * refuses.
 */
public interface SchemaRegistryClient extends AutoCloseable {

    /**
     * A client by Confluent's configuration names; {@code schema.registry.url} says which registries to ask, or
     * {@code mock://scope} for one in memory. Does no I/O. Clients of the same settings share connections and what they have learnt.
     *
     * @throws org.apache.kafka.common.config.ConfigException when a setting is missing or wrong
     */
    static SchemaRegistryClient of(Map<String, ?> config) {
        RegistrySettings settings = RegistrySettings.of(config);
        return settings.mockScope() != null
                ? InMemoryRegistry.ofScope(settings.mockScope())
                : SharedClients.of(settings);
    }

    /**
     * Adds a schema to a subject's history, unless it is there already.
     *
     * @return the schema's id
     */
    int register(String subject, Schema schema);

    /**
     * Finds a schema in a subject's history.
     *
     * @return the schema's id
     */
    int lookUp(String subject, Schema schema);

    /** The schema with this id. */
    Schema schemaById(int id);

    /** The newest schema of a subject's history. */
    RegisteredSchema latest(String subject);

    /** Every subject, in the registry's order. */
    List<String> subjects();

    /** Numbers of a subject's versions, ascending. */
    List<Integer> versions(String subject);

    /** The level to which new schemas of a subject are held, such as {@code BACKWARD}; the registry's own where it has none. */
    String compatibility(String subject);

    /** Sets the level to which new schemas of a subject are held. */
    void setCompatibility(String subject, String level);

    @Override
    void close();
}
