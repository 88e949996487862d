package dev.broadsheet.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers {@code /health} (alive), {@code /ready} and {@code /metrics} (Prometheus). */
final class HealthServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final ObjectMapper json = new ObjectMapper();
    private final String host;
    private final int port;
    private final Javalin server;

    HealthServer(String host, int port, Supplier<Health> check, Supplier<String> metrics) {
        this.host = host;
        this.port = port;
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/health", request -> answer(request, check.get(), Health::alive));
            config.routes.get("/ready", request -> answer(request, check.get(), Health::ready));
            config.routes.get("/metrics", request -> request.contentType("text/plain; version=0.0.4; charset=utf-8")
                    .result(metrics.get()));
        });
    }

    private void answer(Context request, Health health, Predicate<Health> good) throws java.io.IOException {
        request.status(good.test(health) ? OK : UNAVAILABLE)
                .contentType("application/json")
                .result(json.writeValueAsBytes(health));
    }

    void start() {
        server.start(host, port);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
