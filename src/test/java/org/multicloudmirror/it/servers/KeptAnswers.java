package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * What real services once answered to listings and HEADs, answered again, behind an S3 door and behind tempauth. The
 * bytes of an object follow from its key and size. Nothing can be written.
 */
public final class KeptAnswers implements AutoCloseable {

    private static final String ACCOUNT = "/v1/AUTH_kept";

    private final HttpServer server;
    private final Map<String, JsonNode> answers = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /**
     * Answers what a resource holds.
     *
     * @param resource a JSON array of objects with method, path, status, headers and body
     */
    public KeptAnswers(String resource) throws IOException {
        try (InputStream kept = KeptAnswers.class.getResourceAsStream(resource)) {
            new ObjectMapper()
                    .readTree(kept)
                    .forEach(answer -> answers.put(
                            answer.get("method").asText()
                                    + " "
                                    + decoded(answer.get("path").asText()),
                            answer));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    /** A store that leads to what came from an S3 door. */
    public Map<String, String> asS3Store() {
        return Map.of(
                "driver", "s3",
                "endpoint", url(),
                "region", "us-east-1",
                "access-key", "any",
                "secret-key", "any");
    }

    /** A store that leads to what came from a Swift. */
    public Map<String, String> asSwiftStore() {
        return Map.of(
                "driver", "jclouds", "endpoint", url() + "/auth/v1.0", "identity", "any:any", "credential", "any");
    }

    /** Method and decoded path of each request about an object. */
    public List<String> objectRequests() {
        return requests.stream()
                .filter(request -> request.matches("[A-Z]+ /[^/]+/.+"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether a request is about an object that is there, as in {@code HEAD /bucket/key}. */
    public boolean isOfAnObject(String request) {
        return answers.containsKey("HEAD " + request.substring(request.indexOf(' ') + 1));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = decoded(exchange.getRequestURI().getRawPath());
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            if (path.equals("/auth/v1.0")) {
                exchange.getResponseHeaders().set("X-Auth-Token", "any");
                exchange.getResponseHeaders().set("X-Storage-Url", url() + ACCOUNT);
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            String name = path.startsWith(ACCOUNT) ? path.substring(ACCOUNT.length()) : path;
            String method = exchange.getRequestMethod();
            requests.add(method + " " + name);
            JsonNode answer = answers.get(method + " " + name);
            JsonNode head = answers.get("HEAD " + name);
            if (answer != null) {
                boolean isRest = query.matches("(.*&)?(marker|start-after|continuation-token)=.+");
                String body = answer.get("body").asText();
                send(exchange, answer, isRest ? withoutEntries(body) : body);
            } else if (method.equals("GET") && head != null && query.equals("null")) {
                sendContent(exchange, head, name.substring(name.indexOf('/', 1) + 1));
            } else {
                exchange.sendResponseHeaders(method.equals("GET") || method.equals("HEAD") ? 404 : 403, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, JsonNode answer, String text) throws IOException {
        setHeaders(exchange, answer);
        byte[] body = text.getBytes(UTF_8);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.get("status").asInt(), isHead ? -1 : body.length);
        if (!isHead) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void sendContent(HttpExchange exchange, JsonNode head, String key) throws IOException {
        setHeaders(exchange, head);
        int size = Integer.parseInt(exchange.getResponseHeaders().getFirst("Content-Length"));
        exchange.getResponseHeaders().remove("Content-Length");
        exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
        if (size > 0) {
            exchange.getResponseBody().write(content(key, size));
        }
    }

    private static void setHeaders(HttpExchange exchange, JsonNode answer) {
        answer.get("headers").properties().forEach(header -> {
            if (!header.getKey().equalsIgnoreCase("Transfer-Encoding")) {
                exchange.getResponseHeaders()
                        .set(
                                header.getKey(),
                                new String(header.getValue().asText().getBytes(UTF_8), ISO_8859_1));
            }
        });
    }

    private static String withoutEntries(String listing) {
        return listing.startsWith("[") ? "[]" : listing.replaceAll("<Contents>.*</Contents>", "");
    }

    /** What was written into the objects when the answers were kept. */
    private static byte[] content(String key, int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i + (i >> 8) * 7 + (i >> 16) * 13 + key.length());
        }
        return content;
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
    }
}
