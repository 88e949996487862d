package dev.broadsheet.registry;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * One client for all who ask with the same settings. A stream has a serde for every step of every task, hundreds in all;
 * each would open connections with a thread of their own and learn the same few ids. A client lives as long as somebody
 * refers to it.
 */
final class SharedClients {

    private static final Map<RegistrySettings, WeakReference<SchemaRegistryClient>> CLIENTS = new HashMap<>();

    private SharedClients() {}

    static synchronized SchemaRegistryClient of(RegistrySettings settings) {
        WeakReference<SchemaRegistryClient> known = CLIENTS.get(settings);
        SchemaRegistryClient client = known == null ? null : known.get();
        if (client == null) {
            CLIENTS.values().removeIf(reference -> reference.get() == null);
            client = new CachingRegistry(new HttpRegistry(settings), settings.latestCacheTtl());
            CLIENTS.put(settings, new WeakReference<>(client));
        }
        return client;
    }
}
