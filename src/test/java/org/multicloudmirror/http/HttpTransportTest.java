package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {

    private static final int LENGTH = 10_000;

    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpTransport transport =
            new HttpTransport(4, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30)));
    private final HttpServer server;
    private final Endpoint endpoint;

    HttpTransportTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        endpoint = Endpoint.parse("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            connections.add(exchange.getRemoteAddress());
            exchange.getRequestBody().readAllBytes();
            boolean isSilent = exchange.getRequestURI().getPath().equals("/silent");
            exchange.sendResponseHeaders(200, isSilent ? Long.MAX_VALUE : LENGTH);
            exchange.getResponseBody().write(new byte[LENGTH]);
            exchange.getResponseBody().flush();
            if (isSilent) {
                await();
            }
            exchange.close();
        });
        server.start();
    }

    @Test
    void asksOnceForEachRequest() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpRoute route = new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30));
        try (HttpTransport admitted = new HttpTransport(1, route, asked::incrementAndGet)) {
            for (int request = 0; request < 3; request++) {
                try (HttpReply reply = admitted.send(new HttpCall("GET", endpoint, "/"))) {
                    reply.body().readAllBytes();
                }
            }
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void sendsNothingThatIsNotAdmitted() throws IOException {
        HttpRoute route = new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30));
        Admission closed = () -> {
            throw new IOException("closed");
        };
        try (HttpTransport refusing = new HttpTransport(1, route, closed)) {
            assertThatThrownBy(() -> refusing.send(new HttpCall("GET", endpoint, "/")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("closed");
        }
        assertThat(connections).isEmpty();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        transport.close();
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void keepsTheConnectionOfABodyThatWasReadToItsAnnouncedLength() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (InputStream body = transport.send(get("/whole")).body()) {
                assertThat(body.readNBytes(LENGTH)).hasSize(LENGTH);
            }
        }

        assertThat(connections).hasSize(1);
    }

    @Test
    void drainsABodyThatWasReadToItsEndAlready() throws IOException {
        try (HttpReply reply = transport.send(get("/whole"))) {
            assertThat(reply.body().readAllBytes()).hasSize(LENGTH);
            reply.drain();
        }
        transport.send(get("/whole")).close();

        assertThat(connections).hasSize(1);
    }

    @Test
    void dropsTheConnectionOfABodyThatIsClosedEarlyWithoutReadingOn() throws IOException {
        try (InputStream body = transport.send(get("/silent")).body()) {
            assertThat(body.read()).isZero();
        }
        try (InputStream body = transport.send(get("/whole")).body()) {
            assertThat(body.readAllBytes()).hasSize(LENGTH);
        }

        assertThat(connections).hasSize(2);
    }

    @Test
    void failsARequestWhoseBodyEndsEarly() {
        HttpCall put =
                new HttpCall("PUT", endpoint, "/whole").body(new HttpBody(new ByteArrayInputStream(new byte[3]), 5));

        assertThatThrownBy(() -> transport.send(put))
                .isInstanceOf(IOException.class)
                .hasMessage("the body ended after 3 of 5 bytes");
    }

    private HttpCall get(String target) {
        return new HttpCall("GET", endpoint, target);
    }

    private void await() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
