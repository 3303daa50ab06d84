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

/** The services that give a role's keys to what runs at AWS: STS, the container's and the instance's metadata. */
public final class FakeAws implements AutoCloseable {

    private static final String KEYS = "\"AccessKeyId\": \"%s\", \"SecretAccessKey\": \"PlantedRoleSecret\","
            + " \"Token\": \"PlantedRoleToken\", \"Expiration\": \"2099-01-01T00:00:00Z\"";

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public FakeAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean isSts = exchange.getRequestMethod().equals("POST");
            answer(exchange, isSts ? sts(form) : "", isSts ? 200 : 404);
        });
        server.createContext("/container", exchange -> answer(exchange, "{" + KEYS.formatted("CONTAINER") + "}", 200));
        server.createContext("/latest/api/token", exchange -> answer(exchange, "metadata-token", 200));
        server.createContext(
                "/latest/meta-data/iam/security-credentials",
                exchange -> answer(
                        exchange,
                        exchange.getRequestURI().getPath().endsWith("/role")
                                ? "{\"Code\": \"Success\", " + KEYS.formatted("INSTANCE") + "}"
                                : "role",
                        200));
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

    private static String sts(String form) {
        boolean isWeb = form.contains("Action=AssumeRoleWithWebIdentity");
        String action = isWeb ? "AssumeRoleWithWebIdentity" : "AssumeRole";
        return "<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action
                + "Result><Credentials><AccessKeyId>" + (isWeb ? "WEBIDENTITY" : "ASSUMED") + "</AccessKeyId>"
                + "<SecretAccessKey>PlantedRoleSecret</SecretAccessKey><SessionToken>PlantedRoleToken</SessionToken>"
                + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></" + action + "Result></" + action
                + "Response>";
    }

    private void answer(HttpExchange exchange, String text, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
