package org.multicloudmirror.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.multicloudmirror.control.ServerLimits;
import org.multicloudmirror.metrics.Metrics;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** Health and metrics over HTTP, at the paths that Camel's own management server has. Reads only. */
final class ServiceHttp implements AutoCloseable {

    private static final String TEXT = "text/plain; charset=utf-8";

    static {
        ServerLimits.set();
    }

    private final HttpServer server;

    /** Half a request holds a thread until it is given up: as many as there are. */
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "observe"));

    /**
     * Answers from now on.
     *
     * @throws InvalidSettingException when address and port cannot be had
     */
    ServiceHttp(Settings settings, CamelContext context, Supplier<Boolean> isReady, Metrics metrics) {
        InetSocketAddress address =
                new InetSocketAddress(settings.text(Setting.OBSERVE_HOST), settings.number(Setting.OBSERVE_PORT));
        if (address.isUnresolved()) {
            throw settings.invalid(
                    Setting.OBSERVE_HOST,
                    settings.text(Setting.OBSERVE_HOST),
                    "an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all");
        }
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw settings.invalid(
                    Setting.OBSERVE_PORT,
                    settings.text(Setting.OBSERVE_PORT),
                    "a port that is free at " + address.getHostString() + ", or 0 for none (" + e.getMessage() + ")");
        }
        server.setExecutor(threads);
        server.createContext(
                "/observe/health/live", health(() -> HealthCheckHelper.invokeLiveness(context), () -> true));
        server.createContext(
                "/observe/health/ready", health(() -> HealthCheckHelper.invokeReadiness(context), isReady));
        server.createContext(
                "/observe/metrics",
                exchange -> answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.text()));
        server.start();
    }

    private static HttpHandler health(Supplier<Collection<HealthCheck.Result>> checks, Supplier<Boolean> also) {
        return exchange -> {
            Collection<HealthCheck.Result> results = checks.get();
            boolean up = also.get() && results.stream().allMatch(result -> result.getState() == HealthCheck.State.UP);
            String problems = results.stream()
                    .filter(result -> result.getState() != HealthCheck.State.UP)
                    .map(result -> result.getCheck().getId() + ": "
                            + result.getMessage().orElse("down") + "\n")
                    .collect(Collectors.joining());
            answer(exchange, up ? 200 : 503, TEXT, (up ? "UP\n" : "DOWN\n") + problems);
        };
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            boolean isRead = exchange.getRequestMethod().equals("GET");
            byte[] body = (isRead ? text : "GET only\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", isRead ? type : TEXT);
            exchange.sendResponseHeaders(isRead ? status : 405, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
