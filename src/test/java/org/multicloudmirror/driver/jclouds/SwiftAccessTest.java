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
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.TransientStoreException;

/** Tokens and regions, at an identity service that answers as Rackspace's does. */
class SwiftAccessTest {

    private static final int WORKERS = 16;

    private final AtomicInteger logins = new AtomicInteger();
    private CyclicBarrier allRefused = new CyclicBarrier(WORKERS);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    private Set<String> refused = Set.of("token-1");
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

    /** A login that succeeded is no reason to believe that it was in vain: the request is worth another try. */
    @Test
    void aFreshTokenThatIsRefusedMayBeTakenLater() {
        refused = Set.of("token-1", "token-2");
        allRefused = new CyclicBarrier(1);
        try (ObjectStore store = store("")) {
            assertThatThrownBy(() -> store.bucketExists("photos"))
                    .isInstanceOf(TransientStoreException.class)
                    .hasMessage(url() + "/ORD: the store refuses a token that was just given out (401)");
            assertThat(store.bucketExists("photos")).isTrue();
        }
        assertThat(logins).hasValue(3);
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
        if (isRefused) {
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
