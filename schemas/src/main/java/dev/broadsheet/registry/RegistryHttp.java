package dev.broadsheet.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to whichever of the registries answers.
 *
 * <p>A passing failure (no connection, no answer in time, 408, 429, 5xx) moves on to the next registry at once, and
 * when all have been tried, waits: the pause doubles each round up to its limit, with jitter, or lasts as long as the
 * registry asks by {@code Retry-After}. Any other answer is final.
 */
final class RegistryHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final long MAX_ANSWER_BYTES = 16 << 20;
    private static final int MAX_MESSAGE = 1_000;
    private static final Set<Integer> PASSING_STATUS = Set.of(408, 429);
    private static final double JITTER = 0.25;

    private final RegistrySettings settings;
    private final HttpClient client;
    private final RetryPolicy<Object> retries;
    private final AtomicInteger preferred = new AtomicInteger();

    /** What a request is for, what it says, and how a refusal is to be taken. */
    record Question(String method, String path, JsonNode body, String asked, RefusalJudge judge) {}

    /** Decides what a final refusal calls for. */
    interface RefusalJudge {
        Fault judge(int status, int errorCode);
    }

    /** A passing failure on its way to the retry policy. */
    private static final class Passing extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RegistryException reported;
        private final transient Duration retryAfter;

        Passing(RegistryException reported, Duration retryAfter) {
            super(reported.getMessage(), reported);
            this.reported = reported;
            this.retryAfter = retryAfter;
        }
    }

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        this.client = client(settings);
        this.retries = retries(settings);
    }

    /**
     * Asks until there is a final answer.
     *
     * @return the answer's JSON
     * @throws RegistryException when the answer is a refusal, or none came within the bound
     */
    JsonNode ask(Question question) {
        try {
            return Failsafe.with(retries).get(() -> askEach(question));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof Passing passing) {
                throw passing.reported;
            }
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
            throw e;
        }
    }

    /** The JDK's client has nothing to close before Java 21; it ends when it is no longer referred to. */
    @Override
    public void close() {}

    private JsonNode askEach(Question question) throws Passing, InterruptedException {
        int count = settings.urls().size();
        Passing last = null;
        for (int tried = 0; tried < count; tried++) {
            int index = Math.floorMod(preferred.get(), count);
            try {
                return askOne(settings.urls().get(index), question);
            } catch (Passing e) {
                last = e;
                preferred.compareAndSet(index, (index + 1) % count);
                LOG.debug("{}", e.getMessage());
            }
        }
        throw last;
    }

    private JsonNode askOne(URI url, Question question) throws Passing, InterruptedException {
        HttpRequest request = request(url, question);
        HttpResponse<byte[]> response = send(url, request, question);
        if (response.statusCode() / 100 == 2) {
            return parse(url, response, question);
        }
        RegistryException refusal = refusal(url, response, question);
        if (refusal.fault() == Fault.PASSING) {
            throw new Passing(refusal, retryAfter(response));
        }
        throw refusal;
    }

    private HttpRequest request(URI url, Question question) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + question.path()))
                .timeout(settings.readTimeout())
                .header("Accept", MEDIA_TYPE + ", application/json");
        settings.credentials().get(url).headers().forEach(builder::header);
        if (question.body() == null) {
            return builder.method(question.method(), BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", MEDIA_TYPE)
                .method(
                        question.method(),
                        BodyPublishers.ofString(question.body().toString()))
                .build();
    }

    /** Waits with a bound of its own: the request's time-out ends with the answer's headers. */
    private HttpResponse<byte[]> send(URI url, HttpRequest request, Question question)
            throws Passing, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, answer -> new BoundedBody(MAX_ANSWER_BYTES));
        Duration bound = settings.connectTimeout().plus(settings.readTimeout());
        try {
            return sent.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw noAnswer(url, question, e.getCause());
        } catch (TimeoutException e) {
            throw noAnswer(url, question, new IOException("no answer within " + bound.toMillis() + " ms"));
        } finally {
            sent.cancel(true);
        }
    }

    private static Passing noAnswer(URI url, Question question, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String message = question.asked() + ": no answer from the schema registry at " + url + ": " + reason;
        if (isMistrust(cause)) {
            throw new RegistryException(Fault.SETUP, 0, 0, message, cause);
        }
        return new Passing(new RegistryException(Fault.PASSING, 0, 0, message, cause), null);
    }

    /** A certificate that is not trusted stays so; a handshake that was cut off is a connection like any other. */
    private static boolean isMistrust(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof CertificateException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static JsonNode parse(URI url, HttpResponse<byte[]> response, Question question) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new RegistryException(
                    Fault.SETUP,
                    response.statusCode(),
                    response.statusCode(),
                    question.asked() + ": the answer from " + url + " is no JSON; is this a schema registry?",
                    e);
        }
    }

    private static RegistryException refusal(URI url, HttpResponse<byte[]> response, Question question) {
        int status = response.statusCode();
        int code = status;
        String message = new String(response.body(), StandardCharsets.UTF_8);
        try {
            JsonNode body = JSON.readTree(response.body());
            code = body.path("error_code").asInt(status);
            message = body.path("message").asText(message);
        } catch (IOException e) {
            LOG.trace("a refusal that is no JSON is passed on as text", e);
        }
        boolean passing = status / 100 == 5 || PASSING_STATUS.contains(status);
        Fault fault = passing ? Fault.PASSING : question.judge().judge(status, code);
        String shown = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
        return RegistryException.refused(fault, status, code, question.asked() + " at " + url, shown.strip());
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    private static RetryPolicy<Object> retries(RegistrySettings settings) {
        Duration first = settings.retryWait();
        Duration longest = settings.retryMaxWait();
        var policy = RetryPolicy.builder()
                .handle(Passing.class)
                .withMaxRetries(settings.maxRetries())
                .withDelayFnOn(context -> askedPause(context.getLastException(), longest), Passing.class);
        var paused = first.compareTo(longest) < 0 ? policy.withBackoff(first, longest) : policy.withDelay(longest);
        return paused.withJitter(JITTER).build();
    }

    /** The pause that the registry asks for, within our bound; negative, which is Failsafe's word for none, otherwise. */
    private static Duration askedPause(Throwable failure, Duration longest) {
        Duration asked = failure instanceof Passing passing ? passing.retryAfter : null;
        if (asked == null) {
            return Duration.ofNanos(-1);
        }
        return asked.compareTo(longest) < 0 ? asked : longest;
    }

    private static HttpClient client(RegistrySettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.connectTimeout());
        SSLContext tls = RegistryTls.context(settings.tls());
        if (tls != null) {
            builder.sslContext(tls);
        }
        if (settings.proxyHost() != null) {
            builder.proxy(ProxySelector.of(new InetSocketAddress(settings.proxyHost(), settings.proxyPort())));
        }
        return builder.build();
    }
}
