package org.multicloudmirror.it.servers;

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
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Takes webhooks and pings, remembers them, and answers as it is told, or else 200. */
public final class FakeWebhook implements AutoCloseable {

    /**
     * What came.
     *
     * @param headers by name, in any case
     */
    public record Post(String method, String target, Map<String, String> headers, String body) {}

    /** One answer. */
    private record Said(int status, Map<String, String> headers) {}

    private final HttpServer server;
    private final String scheme;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Queue<Said> answers = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public FakeWebhook() {
        this(null);
    }

    /**
     * @param identity for TLS; null for none
     */
    public FakeWebhook(@Nullable SSLContext identity) {
        this.scheme = identity == null ? "http" : "https";
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (identity == null) {
                server = HttpServer.create(any, 0);
            } else {
                HttpsServer tls = HttpsServer.create(any, 0);
                tls.setHttpsConfigurator(new HttpsConfigurator(identity));
                server = tls;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its address with a path. */
    public String url(String path) {
        return scheme + "://localhost:" + server.getAddress().getPort() + path;
    }

    /** The next request is answered so; the ones behind as they are told. */
    public FakeWebhook then(int status, String... headers) {
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.put(headers[i], headers[i + 1]);
        }
        answers.add(new Said(status, fields));
        return this;
    }

    /** What has come. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /** The targets of what has come. */
    public List<String> targets() {
        return posts.stream().map(post -> post.method() + " " + post.target()).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        posts.add(new Post(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        Said said = answers.isEmpty() ? new Said(200, Map.of()) : answers.remove();
        said.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(said.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
