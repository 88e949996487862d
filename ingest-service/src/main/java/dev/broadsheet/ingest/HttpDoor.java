package dev.broadsheet.ingest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP door: its routes, its limits, and one problem document for whatever goes wrong. */
final class HttpDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

    /** A sender that is silent for so long must not keep a place from others. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** How long connections on which nothing happens stay open once the service stops. */
    private static final Duration GOODBYE = Duration.ofMillis(100);

    private final IngestConfig config;
    private final BearerTokens tokens;
    private final InFlight inFlight;
    private final List<Route> routes;
    private final Optional<SslContextFactory.Server> tls;
    private final Javalin javalin;

    /** One route of the door. The OpenAPI document is tested against these. */
    record Route(HandlerType method, String path, Handler handler) {}

    HttpDoor(
            IngestConfig config,
            PageProducer producer,
            BearerTokens tokens,
            IngestMetrics metrics,
            Supplier<CheckResult> check) {
        this.config = config;
        this.tokens = tokens;
        this.inFlight = new InFlight(config.http().maxInFlight());
        this.tls = Tls.of(config.http().tls());
        metrics.gaugeInFlight(inFlight::count);
        PageRoutes pages = new PageRoutes(producer, tokens, inFlight, metrics, config.maxPageBytes());
        byte[] openApi = resource("openapi.json");
        this.routes = List.of(
                new Route(HandlerType.PUT, "/v1/pages/{publication}/{date}/{page}", pages::put),
                new Route(HandlerType.DELETE, "/v1/pages/{publication}/{date}/{page}", pages::delete),
                new Route(HandlerType.POST, "/v1/pages", pages::post),
                new Route(HandlerType.GET, "/openapi", ctx -> ctx.contentType("application/json")
                        .result(openApi)),
                new Route(HandlerType.GET, "/health", ctx -> ctx.json(new Status("alive"))),
                new Route(HandlerType.GET, "/ready", ctx -> ready(ctx, check.get())),
                new Route(
                        HandlerType.GET, "/metrics", ctx -> ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
                                .result(metrics.scrape())));
        this.javalin = Javalin.create(this::configure);
    }

    private record Status(String status) {}

    List<Route> routes() {
        return routes;
    }

    /** @throws IllegalStateException when the address cannot be listened on */
    void start() {
        try {
            javalin.start();
        } catch (JavalinException e) {
            throw new IllegalStateException(
                    "HTTP cannot listen on " + config.http().host() + ":"
                            + config.http().port() + ": " + (e.getCause() == null ? e : e.getCause()).getMessage(),
                    e);
        }
        LOG.info(
                "Listening on {}://{}:{}",
                tls.isPresent() ? "https" : "http",
                config.http().host(),
                port());
        if (!tokens.areRequired() && !isLoopback(config.http().host())) {
            LOG.warn("No tokens are configured: whoever reaches this port can write and withdraw pages");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The port it listens on, also where configuration left the choice to the machine. */
    int port() {
        return javalin.port();
    }

    /** Lets requests under way finish, then stops listening. */
    @Override
    public void close() {
        try {
            if (!inFlight.drain(config.shutdownTimeout())) {
                LOG.warn("{} pages were still under way and are cut off", inFlight.count());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        javalin.stop();
    }

    private void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.prefer405over404 = true;
        javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        javalin.jetty.modifyServer(server -> {
            // After the last page has its answer, the answer must still reach its sender.
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(config.shutdownTimeout().toMillis());
            server.setErrorHandler(HttpDoor::unreadable);
        });
        javalin.jetty.addConnector(this::connector);
        routes.forEach(route -> javalin.routes.addHttpHandler(route.method(), route.path(), route.handler()));
        javalin.routes.exception(PageRefusedException.class, (e, ctx) -> problem(ctx, e.refusal(), e.getMessage()));
        javalin.routes.exception(HttpResponseException.class, this::httpProblem);
        javalin.routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            problem(ctx, Refusal.INTERNAL, "This is a fault of the service; its log says more.");
        });
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = tls.map(context -> {
                    // Names are the client's to check: this service may be called by any.
                    http.addCustomizer(new SecureRequestCustomizer(false));
                    return new ServerConnector(server, context, new HttpConnectionFactory(http));
                })
                .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
        connector.setHost(config.http().host());
        connector.setPort(config.http().port());
        connector.setIdleTimeout(SILENCE.toMillis());
        connector.setShutdownIdleTimeout(GOODBYE.toMillis());
        return connector;
    }

    private void ready(Context ctx, CheckResult check) {
        if (check.ok()) {
            ctx.json(new Status("ready"));
        } else {
            problem(ctx, Refusal.UNAVAILABLE, check.detail());
        }
    }

    private void problem(Context ctx, Refusal refusal, String detail) {
        Problem.write(
                ctx, refusal, detail, Math.max(1, config.http().retryAfter().toSeconds()));
    }

    private void httpProblem(HttpResponseException e, Context ctx) {
        switch (e.getStatus()) {
            case 404 -> problem(ctx, Refusal.NOT_FOUND, "The service has no such path; GET /openapi lists them.");
            case 405 -> {
                List<String> allowed = routes.stream()
                        .filter(route -> e.getDetails()
                                .getOrDefault("availableMethods", "")
                                .contains(route.method().name()))
                        .map(route -> route.method().name())
                        .distinct()
                        .toList();
                ctx.header("Allow", String.join(", ", allowed));
                problem(ctx, Refusal.METHOD_NOT_ALLOWED, "Use " + String.join(" or ", allowed) + " here.");
            }
            default -> {
                LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
                problem(ctx, Refusal.INTERNAL, "This is a fault of the service; its log says more.");
            }
        }
    }

    /** Answers what Jetty refuses before any route sees it, such as a path or a header it cannot read. */
    private static boolean unreadable(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Object cause = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        Problem problem = new Problem(
                "about:blank",
                HttpStatus.getMessage(status),
                status,
                String.valueOf(cause),
                request.getHttpURI().getPath());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
        return true;
    }

    private static byte[] resource(String name) {
        try (InputStream stream = HttpDoor.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
