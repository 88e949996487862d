package dev.broadsheet.config;

import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The options of a service, declared by an interface with {@link io.smallrye.config.ConfigMapping}. An option
 * {@code broadsheet.ingest.http.port} is set by the environment variable {@code BROADSHEET_INGEST_HTTP_PORT}.
 *
 * <p>An option that does not exist is an error: without effect, a misspelt one would be found by nobody.
 *
 * <p>Needs SmallRye Config on the class path, which this module does not bring along: readers of topics have no options.
 *
 * @param <T> the interface
 */
public final class ServiceOptions<T> {

    private final Class<T> type;
    private final String prefix;
    private final SortedMap<String, String> defaults = new TreeMap<>();

    /** @param type interface whose methods are the options */
    public ServiceOptions(Class<T> type) {
        ConfigClass options = ConfigClass.configClass(type);
        this.type = type;
        this.prefix = options.getPrefix();
        options.getProperties().forEach((name, value) -> {
            // A list is one option; its elements by index are another way to write it, which variables cannot.
            if (!name.endsWith("[*]")) {
                defaults.put(name, value);
            }
        });
    }

    /** What the names of all options begin with, without the dot. */
    public String prefix() {
        return prefix;
    }

    /** Every option with its default, sorted by name; the default is null where there is none. */
    public SortedMap<String, String> defaults() {
        return Collections.unmodifiableSortedMap(defaults);
    }

    /** The environment variable of an option, by MicroProfile Config's rule. */
    public static String variable(String option) {
        return option.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /**
     * What environment variables set; those of others and empty ones are passed over.
     *
     * @return values by option
     * @throws IllegalArgumentException when a variable with this service's prefix sets no option; one line
     */
    public Map<String, String> fromEnvironment(Map<String, String> environment) {
        SortedMap<String, String> options = new TreeMap<>();
        defaults.keySet().forEach(option -> options.put(variable(option), option));
        Map<String, String> values = new TreeMap<>();
        environment.forEach((variable, value) -> {
            if (!variable.startsWith(variable(prefix) + "_")) {
                return;
            }
            if (!options.containsKey(variable)) {
                throw new IllegalArgumentException("The environment variable " + variable
                        + " sets no option; there are " + String.join(", ", options.keySet()));
            }
            if (!value.isBlank()) {
                values.put(options.get(variable), value.strip());
            }
        });
        return values;
    }

    /**
     * The options, with defaults for those that are left out.
     *
     * @param values by option
     * @throws IllegalArgumentException when an option does not exist or cannot have its value; one line
     */
    public T of(Map<String, String> values) {
        try {
            return new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(values, "the given options", 200))
                    .withMapping(type)
                    .build()
                    .getConfigMapping(type);
        } catch (ConfigValidationException e) {
            throw new IllegalArgumentException(e.getProblem(0).getMessage().replaceAll("SRCFG\\d+: ", ""), e);
        }
    }
}
