package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server that writes down what was asked of it, and answers what a test scripted. */
public final class SeenRequests implements AutoCloseable {

    /** One request as it came over the wire; names of headers in lower case. */
    public record Seen(String method, String target, Map<String, String> headers, String body) {

        /** A header, or an empty text. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Seen> requests = new CopyOnWriteArrayList<>();
    private volatile Answer otherwise = Answer.text(200, "");

    /** At the loopback address. */
    public SeenRequests() {
        this(InetAddress.getLoopbackAddress());
    }

    public SeenRequests(InetAddress address) {
        this(address, null);
    }

    /** At {@code localhost}, by https. */
    public SeenRequests(SSLContext identity) {
        this(InetAddress.getLoopbackAddress(), identity);
    }

    private SeenRequests(InetAddress address, @Nullable SSLContext identity) {
        InetSocketAddress any = new InetSocketAddress(address, 0);
        try {
            if (identity == null) {
                server = HttpServer.create(any, 0);
            } else {
                HttpsServer secure = HttpsServer.create(any, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(identity));
                server = secure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return (server instanceof HttpsServer ? "https://localhost:" : "http://127.0.0.1:") + port();
    }

    /** The answer to a request, which is written as its method and its target without the query. */
    public SeenRequests on(String request, Answer answer) {
        answers.put(request, answer);
        return this;
    }

    /** The answer to all others; an empty 200 at first. */
    public SeenRequests otherwise(Answer answer) {
        otherwise = answer;
        return this;
    }

    public List<Seen> requests() {
        return List.copyOf(requests);
    }

    /** Method and target of each request. */
    public List<String> lines() {
        return requests.stream().map(Seen::toString).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(
                            name.toLowerCase(Locale.ROOT),
                            new String(String.join(",", values).getBytes(ISO_8859_1), UTF_8)));
            Seen seen = new Seen(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, new String(body, UTF_8));
            requests.add(seen);
            String key = seen.method() + " " + seen.target().replaceFirst("\\?.*", "");
            answers.getOrDefault(key, otherwise).give(exchange);
        }
    }
}
