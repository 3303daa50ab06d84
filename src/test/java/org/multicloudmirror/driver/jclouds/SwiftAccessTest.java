package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;

/** Tokens and regions, at an identity service that answers as Rackspace's does. */
class SwiftAccessTest {

    private static final int WORKERS = 16;

    private final AtomicInteger logins = new AtomicInteger();
    private final CyclicBarrier allRefused = new CyclicBarrier(WORKERS);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    private volatile Set<String> refused = Set.of("token-1");
    private String user = "\"RAX-AUTH:defaultRegion\": \"ORD\", ";

    SwiftAccessTest() throws IOException {}

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/v2.0/tokens", this::logIn);
        server.createContext("/ORD", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The token of the first login is refused to all workers at the same moment. */
    @Test
    void logsInOnceForAllWorkersWhenTheTokenRanOut() throws Exception {
        try (ObjectStore store = store("")) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                answers.add(threads.submit(() -> store.bucketExists("photos")));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(logins).hasValue(2);
    }

    /** Ceph's gateway says 401 of what is not allowed. */
    @Test
    void logsInOnceForAllWorkersThatAreNotAllowed() throws Exception {
        refused = Set.of("token-1", "token-2");
        try (ObjectStore store = store("")) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                answers.add(threads.submit(() -> store.bucketExists("photos")));
            }
            for (Future<Boolean> answer : answers) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(AccessDeniedException.class);
            }
            for (int i = 0; i < WORKERS; i++) {
                assertThatThrownBy(() -> store.bucketExists("photos"))
                        .isInstanceOf(AccessDeniedException.class)
                        .hasMessage("cf://photos: 401; check the credentials and permissions of store cf");
            }
            assertThat(logins).hasValue(2);

            refused = Set.of();
            assertThat(store.bucketExists("photos")).isTrue();
        }
        assertThat(logins).hasValue(2);
    }

    @Test
    void namesTheRegionsWhenNoneIsTheDefault() {
        user = "";
        try (ObjectStore store = store("")) {
            assertThatThrownBy(() -> store.bucketExists("photos"))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageEndingWith("the account has more than one region; set mirror.stores.cf.region to one of"
                            + " DFW, ORD");
        }
        try (ObjectStore store = store("LON")) {
            assertThatThrownBy(() -> store.bucketExists("photos"))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("the account has no region \"LON\"");
        }
    }

    private ObjectStore store(String region) {
        HttpTransport transport =
                new HttpTransport(WORKERS, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(30)));
        return JcloudsStores.open(
                new JcloudsSettings("cf", "rackspace-cloudfiles-us", url() + "/v2.0/", "joe", "key", region, Map.of()),
                transport);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void logIn(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String token = "token-" + logins.incrementAndGet();
        String endpoint = "{\"region\": \"%1$s\", \"tenantId\": \"t\", \"publicURL\": \"" + url() + "/%1$s\"}";
        String answer = "{\"access\": {\"token\": {\"id\": \"" + token + "\", \"expires\":"
                + " \"2099-01-01T00:00:00.000Z\", \"tenant\": {\"id\": \"t\", \"name\": \"t\"}}, \"user\": {" + user
                + "\"id\": \"1\", \"name\": \"joe\", \"roles\": []}, \"serviceCatalog\": [{\"name\": \"cloudFiles\","
                + " \"type\": \"object-store\", \"endpoints\": [" + endpoint.formatted("DFW") + ", "
                + endpoint.formatted("ORD") + "]}]}}";
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean isRefused = refused.contains(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
        if (isRefused && exchange.getRequestHeaders().getFirst("X-Auth-Token").equals("token-1")) {
            try {
                allRefused.await();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
        exchange.sendResponseHeaders(isRefused ? 401 : 204, -1);
        exchange.close();
    }
}
