package org.multicloudmirror.it.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A door before a real server's, at which every so many object requests of a method go wrong in a way of one's choice. */
public final class FaultyDoor implements AutoCloseable {

    private final URI real;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger counted = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();
    private volatile Strike strike = new Strike("", 1, Fault.RESET);

    private record Strike(String method, int every, Fault fault) {}

    /**
     * @param real the address of the real door
     */
    public FaultyDoor(String real) {
        this.real = URI.create(real);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where clients come in, with the path of the real door. */
    public String url() {
        return authority() + real.getRawPath();
    }

    /** From now on every so many requests for an object go wrong. */
    public FaultyDoor every(int requests, String method, Fault fault) {
        counted.set(0);
        struck.set(0);
        strike = new Strike(method, requests, fault);
        return this;
    }

    /** How many requests went wrong. */
    public int struck() {
        return struck.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Strike now = strike;
            Forwarded request = new Forwarded(real, exchange);
            boolean isDue = request.isAbout(now.method()) && counted.incrementAndGet() % now.every() == 0;
            if (isDue) {
                struck.incrementAndGet();
                now.fault().strike(exchange, request);
            } else {
                request.forward().give(exchange, authority());
            }
        }
    }

    private String authority() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
