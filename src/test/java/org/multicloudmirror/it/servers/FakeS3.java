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
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An S3 service that misbehaves as it is told: a request takes the next answer that was scripted for it, and the
 * right one when none is left. It checks no signature.
 */
public final class FakeS3 implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeBuckets buckets = new FakeBuckets();
    private final Map<String, LinkedBlockingDeque<Answer>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Answer> endings = new ConcurrentHashMap<>();
    private final Map<String, Map.Entry<String, Answer>> regions = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public FakeS3() {
        this(null);
    }

    /**
     * @param identity what the server proves its name {@code localhost} with, or null for plain HTTP
     */
    public FakeS3(@Nullable SSLContext identity) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (identity == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer secure = HttpsServer.create(address, 0);
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

    public String endpoint() {
        return (server instanceof HttpsServer ? "https://localhost:" : "http://127.0.0.1:")
                + server.getAddress().getPort();
    }

    /** How a store that leads here is configured. */
    public Map<String, String> asStore() {
        return Map.of(
                "driver", "s3",
                "endpoint", endpoint(),
                "region", "us-east-1",
                "access-key", "fake-user",
                "secret-key", "fake-secret");
    }

    /** The objects of a bucket, which is made if need be. */
    public SortedMap<String, byte[]> bucket(String bucket) {
        return buckets.bucket(bucket);
    }

    public FakeS3 object(String bucket, String key, String content) {
        bucket(bucket).put(key, content.getBytes(UTF_8));
        return this;
    }

    /** The next answers to a request, which is written as {@code GET bucket/key} or {@code LIST bucket}. */
    public FakeS3 next(String request, Answer... answers) {
        scripts.computeIfAbsent(request, name -> new LinkedBlockingDeque<>()).addAll(List.of(answers));
        return this;
    }

    /** The answer to a request once the next ones are used up. */
    public FakeS3 always(String request, Answer answer) {
        endings.put(request, answer);
        return this;
    }

    /** Puts a bucket into a region: what is signed for another one gets an answer of its own. */
    public FakeS3 region(String bucket, String region, Answer elsewhere) {
        regions.put(bucket, Map.entry("/" + region + "/s3/", elsewhere));
        return this;
    }

    /** A listing's page that ends before a key and says that another page follows. */
    public Answer pageBefore(String bucket, String key) {
        return Answer.text(200, FakeListing.page(bucket(bucket).headMap(key), "more"));
    }

    /** The requests so far, written as for {@link #next}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath().substring(1);
            int slash = path.indexOf('/');
            String bucket = decoded(slash < 0 ? path : path.substring(0, slash));
            String key = slash < 0 ? "" : decoded(path.substring(slash + 1));
            String method = exchange.getRequestMethod();
            String request = (method.equals("GET") && key.isEmpty() ? "LIST" : method) + " " + bucket
                    + (key.isEmpty() ? "" : "/" + key);
            requests.add(request);
            Map.Entry<String, Answer> region = regions.get(bucket);
            boolean isElsewhere = region != null
                    && !String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                            .contains(region.getKey());
            (isElsewhere ? region.getValue() : answer(request, bucket, key)).give(exchange);
            exchange.getRequestBody().readAllBytes();
        }
    }

    private Answer answer(String request, String bucket, String key) {
        LinkedBlockingDeque<Answer> script = scripts.get(request);
        Answer next = script == null ? null : script.poll();
        Answer scripted = next == null ? endings.get(request) : next;
        return scripted == null ? exchange -> buckets.answer(exchange, bucket, key) : scripted;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }
}
