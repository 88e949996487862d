package dev.broadsheet.serde;

import org.apache.kafka.common.config.ConfigException;

/** A class that the configuration names. */
final class ConfiguredClass {

    private ConfiguredClass() {}

    /** @throws ConfigException when there is no such class */
    static Class<?> find(String setting, String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ConfiguredClass.class.getClassLoader() : context;
        try {
            return Class.forName(name.strip(), true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ConfigException(setting, name, "there is no such class on the class path");
        }
    }
}
