package dev.broadsheet.registry;

import static dev.broadsheet.registry.RegistrySettings.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;

/**
 * Tells a registry who is asking.
 *
 * @param headers names and values of request headers; empty for an anonymous client
 */
record Credentials(Map<String, String> headers) {

    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String BEARER_TOKEN = "bearer.auth.token";

    Credentials {
        headers = Map.copyOf(headers);
    }

    /**
     * Credentials for one registry.
     *
     * @param urlUserInfo what its address holds before the {@code @}, percent-encoded; null where there is none
     * @throws ConfigException when a source is unknown, or the one that is named holds nothing
     */
    static Credentials of(Map<String, ?> options, String urlUserInfo) {
        String basic = text(options, BASIC_SOURCE);
        String bearer = text(options, BEARER_SOURCE);
        if (bearer == null) {
            return basic(basic == null ? "URL" : basic, options, urlUserInfo);
        }
        if (basic != null && !basic.equalsIgnoreCase("URL")) {
            throw new ConfigException("Both " + BASIC_SOURCE + " and " + BEARER_SOURCE + " are set: choose one");
        }
        return bearer(bearer, options);
    }

    @Override
    public String toString() {
        return headers.keySet().toString(); // the values are secrets
    }

    private static Credentials basic(String source, Map<String, ?> options, String urlUserInfo) {
        String userInfo =
                switch (source.toUpperCase(Locale.ROOT)) {
                    case "URL" -> decode(urlUserInfo);
                    case "USER_INFO" -> required(options, USER_INFO, BASIC_SOURCE + " is USER_INFO");
                    case "SASL_INHERIT" -> saslUserInfo(options);
                    default ->
                        throw new ConfigException(BASIC_SOURCE, source, "expected URL, USER_INFO or SASL_INHERIT");
                };
        if (userInfo == null) {
            return new Credentials(Map.of());
        }
        String encoded = Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
        return new Credentials(Map.of("Authorization", "Basic " + encoded));
    }

    private static Credentials bearer(String source, Map<String, ?> options) {
        if (!source.equalsIgnoreCase("STATIC_TOKEN")) {
            throw new ConfigException(
                    BEARER_SOURCE,
                    source,
                    "expected STATIC_TOKEN; for OAuth build with the Maven profile 'confluent', whose client fetches tokens");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + required(options, BEARER_TOKEN, BEARER_SOURCE + " is STATIC_TOKEN"));
        putIfSet(headers, "target-sr-cluster", text(options, "bearer.auth.logical.cluster"));
        putIfSet(headers, "Confluent-Identity-Pool-Id", text(options, "bearer.auth.identity.pool.id"));
        return new Credentials(headers);
    }

    /** The user that Kafka's own client logs in as. */
    private static String saslUserInfo(Map<String, ?> options) {
        String jaas = required(options, SaslConfigs.SASL_JAAS_CONFIG, BASIC_SOURCE + " is SASL_INHERIT");
        for (AppConfigurationEntry entry : JaasContext.loadClientContext(
                        Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(jaas)))
                .configurationEntries()) {
            Object user = entry.getOptions().get("username");
            Object password = entry.getOptions().get("password");
            if (user != null && password != null) {
                return user + ":" + password;
            }
        }
        throw new ConfigException(BASIC_SOURCE + " is SASL_INHERIT, but " + SaslConfigs.SASL_JAAS_CONFIG
                + " holds no username and password");
    }

    private static String required(Map<String, ?> options, String name, String because) {
        String value = text(options, name);
        if (value == null) {
            throw new ConfigException("Missing " + name + ": " + because);
        }
        return value;
    }

    private static String decode(String urlUserInfo) {
        return urlUserInfo == null ? null : URLDecoder.decode(urlUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void putIfSet(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
