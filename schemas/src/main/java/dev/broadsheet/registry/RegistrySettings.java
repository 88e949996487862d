package dev.broadsheet.registry;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * The registry client's settings, under Confluent's names. Each may be written with the prefix
 * {@code schema.registry.}, which then wins, so that one set of properties can configure broker and registry apart.
 *
 * @param urls registries to ask, in order of preference, without user information; empty for a mock
 * @param mockScope scope of the registry in memory; null for a real one
 * @param credentials what to send with every request, for each of the urls
 * @param connectTimeout for a connection to be made
 * @param readTimeout for an answer to arrive, whole
 * @param maxRetries attempts after the first one
 * @param retryWait pause before the first retry; it doubles with each
 * @param retryMaxWait longest pause
 * @param latestCacheTtl how long a subject's newest version is believed; null for ever
 * @param normalize whether the registry is to compare schemas in their normal form
 * @param proxyHost proxy to go through; null for none
 * @param proxyPort its port
 * @param tls the settings under {@code schema.registry.ssl.}, by Kafka's names, such as {@code ssl.truststore.location}
 */
record RegistrySettings(
        List<URI> urls,
        String mockScope,
        Map<URI, Credentials> credentials,
        Duration connectTimeout,
        Duration readTimeout,
        int maxRetries,
        Duration retryWait,
        Duration retryMaxWait,
        Duration latestCacheTtl,
        boolean normalize,
        String proxyHost,
        int proxyPort,
        Map<String, Object> tls) {

    static final String PREFIX = "schema.registry.";
    static final String URL = "schema.registry.url";

    private static final String MOCK = "mock://";

    /** @throws ConfigException when a setting is missing or wrong */
    static RegistrySettings of(Map<String, ?> config) {
        Map<String, Object> options = withoutPrefix(config);
        List<String> texts = urlTexts(config.get(URL));
        String scope = mockScope(texts);
        List<URI> urls = new ArrayList<>();
        Map<URI, Credentials> credentials = new HashMap<>();
        if (scope == null) {
            for (String text : texts) {
                URI given = parse(text);
                URI url = withoutUserInfo(given);
                urls.add(url);
                credentials.put(url, Credentials.of(options, given.getRawUserInfo()));
            }
        }
        long latestTtl = number(options, "latest.cache.ttl.sec", -1, -1);
        return new RegistrySettings(
                List.copyOf(urls),
                scope,
                Map.copyOf(credentials),
                Duration.ofMillis(number(options, "http.connect.timeout.ms", 10_000, 1)),
                Duration.ofMillis(number(options, "http.read.timeout.ms", 30_000, 1)),
                (int) number(options, "max.retries", 3, 0),
                Duration.ofMillis(number(options, "retries.wait.ms", 500, 1)),
                Duration.ofMillis(number(options, "retries.max.wait.ms", 10_000, 1)),
                latestTtl < 0 ? null : Duration.ofSeconds(latestTtl),
                flag(options, "normalize.schemas", false),
                text(options, "proxy.host"),
                (int) number(options, "proxy.port", 8080, 1),
                tls(config));
    }

    /** One setting as text; null where it is absent or empty. */
    static String text(Map<String, ?> options, String name) {
        Object value = options.get(name);
        if (value == null) {
            return null;
        }
        String text = value instanceof Password password ? password.value() : value.toString();
        return text.isBlank() ? null : text.strip();
    }

    /** A yes-or-no setting. */
    static boolean flag(Map<String, ?> options, String name, boolean otherwise) {
        String text = text(options, name);
        if (text == null) {
            return otherwise;
        }
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new ConfigException(name, text, "expected true or false");
        }
        return Boolean.parseBoolean(text);
    }

    /** Where to and nothing else: the rest may be secret. */
    @Override
    public String toString() {
        return urls.toString();
    }

    /** Without the prefix, {@code ssl.*} is about the brokers. */
    private static Map<String, Object> tls(Map<String, ?> config) {
        Map<String, Object> tls = new HashMap<>();
        config.forEach((name, value) -> {
            if (value != null && name.startsWith(PREFIX + "ssl.")) {
                tls.put(name.substring(PREFIX.length()), value);
            }
        });
        return Map.copyOf(tls);
    }

    private static Map<String, Object> withoutPrefix(Map<String, ?> config) {
        Map<String, Object> options = new HashMap<>();
        config.forEach((name, value) -> {
            if (value != null) {
                options.put(name, value);
            }
        });
        config.forEach((name, value) -> {
            if (value != null && name.startsWith(PREFIX)) {
                options.put(name.substring(PREFIX.length()), value);
            }
        });
        return options;
    }

    private static List<String> urlTexts(Object setting) {
        List<String> texts = new ArrayList<>();
        String all = setting instanceof List<?> list
                ? String.join(",", list.stream().map(Object::toString).toList())
                : setting == null ? "" : setting.toString();
        for (String text : all.split(",")) {
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        if (texts.isEmpty()) {
            throw new ConfigException(
                    "Missing " + URL + ": say where the schema registry is, such as http://localhost:8081");
        }
        return texts;
    }

    private static String mockScope(List<String> texts) {
        long mocks = texts.stream().filter(text -> text.startsWith(MOCK)).count();
        if (mocks == 0) {
            return null;
        }
        if (texts.size() > 1) {
            throw new ConfigException(URL, String.join(",", texts), "a mock:// registry stands alone");
        }
        return texts.get(0).substring(MOCK.length());
    }

    private static URI parse(String text) {
        try {
            URI url = URI.create(text);
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (http && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // falls through: the message of the one below says what is expected, and repeats no password
        }
        throw new ConfigException("Invalid " + URL + " '" + text.replaceAll("//[^/@]*@", "//[hidden]@")
                + "': expected http://host:port or https://host:port, several separated by commas");
    }

    private static URI withoutUserInfo(URI url) {
        String authority = url.getRawAuthority();
        String host = authority.substring(authority.indexOf('@') + 1);
        String path = url.getRawPath().replaceAll("/+$", "");
        return URI.create(url.getScheme() + "://" + host + path);
    }

    private static long number(Map<String, ?> options, String name, long otherwise, long least) {
        String text = text(options, name);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message
        }
        throw new ConfigException(name, text, "expected a whole number, " + least + " or more");
    }
}
