package dev.broadsheet.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A registry over real HTTP that answers as it is told, in order, the last answer again and again. */
final class ScriptedRegistry implements AutoCloseable {

    /** What a client asked. Header names are lower-case. */
    record Asked(String method, String uri, Map<String, String> headers, String body) {}

    /** One answer. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final String scheme;

    ScriptedRegistry(Answer... answers) {
        this(create(null, false), "http", answers);
    }

    private ScriptedRegistry(HttpServer server, String scheme, Answer... answers) {
        this.server = server;
        this.scheme = scheme;
        script.addAll(List.of(answers));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static ScriptedRegistry overTls(SSLContext tls, boolean clientMustShowCertificate, Answer... answers) {
        return new ScriptedRegistry(create(tls, clientMustShowCertificate), "https", answers);
    }

    static Answer json(int status, String body) {
        return text(status, "application/vnd.schemaregistry.v1+json", body, Map.of());
    }

    static Answer text(int status, String type, String body, Map<String, String> headers) {
        return exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answer refusal(int status, int code, String message) {
        return json(status, "{\"error_code\":%d,\"message\":\"%s\"}".formatted(code, message));
    }

    /** Ends the connection without an answer. */
    static Answer hangUp() {
        return HttpExchange::close;
    }

    String url() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new java.util.HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
            Answer answer = script.size() > 1 ? script.poll() : script.peek();
            answer.give(exchange);
        }
    }

    private static HttpServer create(SSLContext tls, boolean clientMustShowCertificate) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls == null) {
                return HttpServer.create(anyPort, 0);
            }
            HttpsServer server = HttpsServer.create(anyPort, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters ssl = tls.getDefaultSSLParameters();
                    ssl.setNeedClientAuth(clientMustShowCertificate);
                    parameters.setSSLParameters(ssl);
                }
            });
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
