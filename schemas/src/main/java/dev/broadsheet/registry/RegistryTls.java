package dev.broadsheet.registry;

import static dev.broadsheet.registry.RegistrySettings.text;

import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * TLS towards the registry, by Kafka's own {@code ssl.*} settings under the prefix {@code schema.registry.}: trust
 * stores and key stores in JKS, PKCS12 or PEM, in files or inline. Kafka's code reads them, so that what works for a
 * broker works for the registry.
 */
final class RegistryTls {

    private RegistryTls() {}

    /**
     * The context to connect with.
     *
     * @param ssl settings by Kafka's names
     * @return null where nothing is set and the JDK's default applies
     * @throws ConfigException when a store cannot be read
     */
    static SSLContext context(Map<String, ?> ssl) {
        if (ssl.isEmpty()) {
            return null;
        }
        requireHostNames(ssl);
        ConfigDef definition = new ConfigDef();
        SslConfigs.addClientSslSupport(definition);
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(new Parsed(definition, ssl).values());
            return factory.sslContext();
        } catch (ConfigException e) {
            throw e;
        } catch (KafkaException e) {
            throw new ConfigException("Invalid " + RegistrySettings.PREFIX + "ssl.* settings: " + e.getMessage());
        }
    }

    /** The JDK's HTTP client always compares host names; a setting that would say otherwise must not pass silently. */
    private static void requireHostNames(Map<String, ?> ssl) {
        String name = SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG;
        if (ssl.containsKey(name) && !"https".equalsIgnoreCase(text(ssl, name))) {
            throw new ConfigException(RegistrySettings.PREFIX + name, text(ssl, name), "only https is supported");
        }
    }

    private static final class Parsed extends AbstractConfig {
        Parsed(ConfigDef definition, Map<String, ?> given) {
            super(definition, given, false);
        }
    }
}
