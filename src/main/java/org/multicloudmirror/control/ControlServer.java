package org.multicloudmirror.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.control.Answer.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a service be asked and told over HTTP, on the loopback, at a port that the system chooses. Whoever has the token
 * of its file may; only POST changes anything.
 */
public final class ControlServer implements AutoCloseable {

    /** On an answer: who answers, the ticket of a run, and whether somebody should look. */
    static final String SERVICE = "Mirror-Service";

    static final String TICKET = "Mirror-Ticket";
    static final String ATTENTION = "Mirror-Attention";

    private static final List<byte[]> LOOPBACKS =
            List.of(new byte[] {127, 0, 0, 1}, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

    private static final String TEXT = "text/plain";
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    static {
        ServerLimits.set();
    }

    private final Controls controls;
    private final ControlFile file;
    private final HttpServer server;
    private final Admittance admittance;
    private final ServiceAddress address;
    private final long pid = ProcessHandle.current().pid();

    /** Half a request holds a thread until it is given up: as many as there are. */
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "control"));

    private boolean isClosed;

    /**
     * Answers from now on.
     *
     * @param scenarios the file that is served; empty when there is none
     * @throws IOException when there is no loopback
     */
    public ControlServer(Controls controls, ControlFile file, String scenarios) throws IOException {
        this.controls = controls;
        this.file = file;
        this.server = bound(LOOPBACKS);
        this.admittance = new Admittance(server.getAddress().getPort());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        this.address = new ServiceAddress(
                server.getAddress().getAddress().getHostAddress(),
                server.getAddress().getPort(),
                admittance.token(),
                pid,
                Instant.now(),
                scenarios);
    }

    /**
     * Says in its file where it is, whoever was there before.
     *
     * @throws IOException when that cannot be written
     */
    public synchronized void tell() throws IOException {
        file.write(address);
    }

    /**
     * Says so again where its file is gone: removed, written in vain on a full disk, or taken over by another service that
     * has ended.
     *
     * @return whether that was so
     * @throws IOException when it cannot be written
     */
    public synchronized boolean keep() throws IOException {
        if (isClosed || Files.exists(file.path())) {
            return false;
        }
        file.write(address);
        return true;
    }

    /** A machine may have one of the two only. */
    static HttpServer bound(List<byte[]> addresses) throws IOException {
        IOException refused = new IOException("there is no loopback");
        for (byte[] address : addresses) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(address), 0), 0);
            } catch (IOException e) {
                refused.addSuppressed(e);
            }
        }
        throw refused;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Admittance.Refusal> refusal = admittance.refusal(exchange);
            if (refusal.isPresent()) {
                send(exchange, refusal.get().code(), TEXT, refusal.get().why() + "\n");
                return;
            }
            exchange.getResponseHeaders().set(SERVICE, Long.toString(pid));
            answer(exchange);
        } catch (RuntimeException e) {
            LOG.error("a request to the control port failed", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean reads = path.equals("/status") || path.equals("/end") || path.equals("/");
        if (!exchange.getRequestMethod().equals(reads ? "GET" : "POST")) {
            send(exchange, 405, TEXT, (reads ? "GET" : "POST") + " only\n");
            return;
        }
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        Optional<String> name = Optional.ofNullable(asked.get("name"));
        switch (path) {
            case "/" -> send(exchange, 200, TEXT, "");
            case "/status" -> status(exchange, name);
            case "/end" -> send(exchange, controls.end(asked.getOrDefault("ticket", "")));
            case "/trigger" -> send(exchange, controls.trigger(name.orElse("")));
            case "/cancel" -> send(exchange, controls.cancel(name.orElse("")));
            case "/resume" -> send(exchange, controls.resume(name));
            case "/pause" -> pause(exchange, name, asked.get("until"));
            default -> send(exchange, Answer.of(Result.UNKNOWN, "there is nothing at this path"));
        }
    }

    private void pause(HttpExchange exchange, Optional<String> name, @Nullable String until) throws IOException {
        try {
            send(exchange, controls.pause(name, until == null ? Pauses.UNTIL_RESUMED : Instant.parse(until)));
        } catch (DateTimeException e) {
            send(exchange, 400, TEXT, "until is no time\n");
        }
    }

    private void status(HttpExchange exchange, Optional<String> name) throws IOException {
        ServiceStatus all = controls.status();
        ServiceStatus status = name.map(all::of).orElse(all);
        if (name.isPresent() && status.scenarios().isEmpty()) {
            List<String> names =
                    all.scenarios().stream().map(ScenarioStatus::name).toList();
            send(exchange, new KnownNames(names, all.place()).unknown(name.get()));
            return;
        }
        exchange.getResponseHeaders().set(ATTENTION, Boolean.toString(status.needsAttention()));
        if (wantsText(exchange)) {
            send(exchange, 200, TEXT, String.join("\n", StatusText.lines(status, ZoneId.systemDefault())) + "\n");
        } else {
            send(exchange, 200, "application/json", StatusJson.write(status));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (!answer.ticket().isEmpty()) {
            exchange.getResponseHeaders().set(TICKET, answer.ticket());
        }
        if (wantsText(exchange)) {
            send(exchange, answer.result().code(), TEXT, answer.message() + "\n");
        } else {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("message", answer.message());
            if (!answer.ticket().isEmpty()) {
                fields.put("ticket", answer.ticket());
            }
            send(exchange, answer.result().code(), "application/json", FlatJson.write(fields));
        }
    }

    private static boolean wantsText(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Accept", List.of()).contains(TEXT);
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String each : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = each.indexOf('=');
            parameters.put(
                    equals < 0 ? each : each.substring(0, equals),
                    URLDecoder.decode(equals < 0 ? "" : each.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        forget();
        stop();
    }

    private synchronized void forget() {
        isClosed = true;
        try {
            file.remove(admittance.token());
        } catch (IOException e) {
            LOG.debug("{} stays", file.path(), e);
        }
    }

    /** Who waits for the end of a run hears of it. */
    private void stop() {
        threads.shutdown();
        try {
            threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
