package dev.broadsheet.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * A registry in memory, for tests: one for each scope of {@code mock://scope}, shared by the whole process, because
 * the producers and consumers of a test configure themselves apart. It holds schemas to BACKWARD like the real one.
 */
final class InMemoryRegistry implements SchemaRegistryClient {

    private static final Map<String, InMemoryRegistry> SCOPES = new ConcurrentHashMap<>();
    private static final String DEFAULT_LEVEL = "BACKWARD";

    private final Map<String, List<RegisteredSchema>> subjects = new LinkedHashMap<>();
    private final Map<String, String> levels = new LinkedHashMap<>();
    private final List<Schema> schemas = new ArrayList<>();

    static InMemoryRegistry ofScope(String scope) {
        return SCOPES.computeIfAbsent(scope, name -> new InMemoryRegistry());
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        List<RegisteredSchema> history = subjects.getOrDefault(subject, List.of());
        for (RegisteredSchema earlier : history) {
            if (earlier.schema().equals(schema)) {
                return earlier.id();
            }
        }
        requireCompatible(subject, schema, history);
        int id = schemas.indexOf(schema) + 1;
        if (id == 0) {
            schemas.add(schema);
            id = schemas.size();
        }
        subjects.computeIfAbsent(subject, name -> new ArrayList<>())
                .add(new RegisteredSchema(subject, history.size() + 1, id, schema));
        return id;
    }

    @Override
    public synchronized int lookUp(String subject, Schema schema) {
        return history(subject).stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst()
                .orElseThrow(() -> notFound(
                        Fault.SETUP,
                        RegistryException.SCHEMA_NOT_FOUND,
                        "looking up " + schema.getFullName() + " in subject " + subject,
                        "Schema not found"))
                .id();
    }

    @Override
    public synchronized Schema schemaById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw notFound(
                    Fault.POISON,
                    RegistryException.SCHEMA_NOT_FOUND,
                    "fetching schema id " + id,
                    "Schema " + id + " not found");
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        List<RegisteredSchema> history = history(subject);
        return history.get(history.size() - 1);
    }

    @Override
    public synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    @Override
    public synchronized List<Integer> versions(String subject) {
        return history(subject).stream().map(RegisteredSchema::version).toList();
    }

    @Override
    public synchronized String compatibility(String subject) {
        return levels.getOrDefault(subject, DEFAULT_LEVEL);
    }

    @Override
    public synchronized void setCompatibility(String subject, String level) {
        levels.put(subject, level);
    }

    /** Stays open: the other clients of the scope go on using it. */
    @Override
    public void close() {}

    private List<RegisteredSchema> history(String subject) {
        List<RegisteredSchema> history = subjects.get(subject);
        if (history == null) {
            throw notFound(
                    Fault.SETUP,
                    RegistryException.SUBJECT_NOT_FOUND,
                    "reading subject " + subject,
                    "Subject '" + subject + "' not found.");
        }
        return history;
    }

    private void requireCompatible(String subject, Schema schema, List<RegisteredSchema> history) {
        String level = compatibility(subject);
        if (history.isEmpty() || level.equals("NONE")) {
            return;
        }
        Schema newest = history.get(history.size() - 1).schema();
        var result = SchemaCompatibility.checkReaderWriterCompatibility(schema, newest);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw RegistryException.refused(
                    Fault.SETUP,
                    RegistryException.INCOMPATIBLE,
                    RegistryException.INCOMPATIBLE,
                    "registering " + schema.getFullName() + " under subject " + subject,
                    result.getResult().getIncompatibilities().toString());
        }
    }

    private static RegistryException notFound(Fault fault, int code, String asked, String answer) {
        return RegistryException.refused(fault, 404, code, asked, answer);
    }
}
