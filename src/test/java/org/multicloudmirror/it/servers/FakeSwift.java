package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Swift behind tempauth with one user, whose containers are there and empty and take every object. */
public final class FakeSwift implements AutoCloseable {

    private final HttpServer server;
    private final String key;
    private final String token;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /**
     * @param key what the user's login must have
     * @param token what every other request must have
     */
    public FakeSwift(String key, String token) {
        this.key = key;
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method and path of each request. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(request);
            if (request.equals("GET /auth/v1.0")) {
                logIn(exchange);
            } else if (!token.equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("[]".getBytes(UTF_8));
            } else {
                exchange.getResponseHeaders().set("ETag", FakeBuckets.md5(body));
                exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 204 : 201, -1);
            }
        }
    }

    private void logIn(HttpExchange exchange) throws IOException {
        if (!key.equals(exchange.getRequestHeaders().getFirst("X-Auth-Key"))) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        exchange.getResponseHeaders().set("X-Auth-Token", token);
        exchange.getResponseHeaders().set("X-Storage-Url", url() + "/v1/AUTH_fake");
        exchange.sendResponseHeaders(200, -1);
    }
}
