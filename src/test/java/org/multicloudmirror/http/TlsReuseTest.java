package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.servers.CertificateAuthority;

/** What is expensive about TLS is done once a connection, or less. */
@Tag("tls")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsReuseTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int COPIES = 16;
    private static final int REQUESTS = 10;

    private final SSLContext identity;
    private final HttpRoute route;

    TlsReuseTest(@TempDir Path directory) throws IOException, CertificateException {
        CertificateAuthority authority = new CertificateAuthority(directory);
        identity = authority.server("dns:localhost");
        route = new HttpRoute(TIMEOUT, TIMEOUT, Trust.with(authority.certificate()), null);
    }

    @Test
    void sixteenCopiesShakeHandsOnceAConnection() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(COPIES);
        try (CountingTlsServer server = new CountingTlsServer(identity, true);
                HttpTransport transport = new HttpTransport(COPIES, route)) {
            CyclicBarrier together = new CyclicBarrier(COPIES);
            List<Future<?>> copies = new ArrayList<>();
            for (int copy = 0; copy < COPIES; copy++) {
                copies.add(threads.submit(() -> {
                    for (int request = 0; request < REQUESTS; request++) {
                        together.await();
                        get(transport, server);
                    }
                    return null;
                }));
            }
            for (Future<?> copy : copies) {
                copy.get();
            }

            assertThat(server.connections()).isBetween(1, COPIES);
            assertThat(server.handshakes()).isEqualTo(server.connections());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFurtherConnectionGoesOnWithTheSession() throws IOException {
        try (CountingTlsServer server = new CountingTlsServer(identity, false);
                HttpTransport transport = new HttpTransport(1, route)) {
            for (int request = 0; request < REQUESTS; request++) {
                get(transport, server);
            }

            assertThat(server.connections()).isEqualTo(REQUESTS);
            assertThat(server.handshakes()).isEqualTo(REQUESTS);
            assertThat(server.sessions()).isEqualTo(1);
        }
    }

    /** Two stores at one host have a transport each. */
    @Test
    void anotherTransportGoesOnWithTheSession() throws IOException {
        try (CountingTlsServer server = new CountingTlsServer(identity, true)) {
            for (int store = 0; store < 2; store++) {
                try (HttpTransport transport = new HttpTransport(1, route)) {
                    get(transport, server);
                }
            }

            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.sessions()).isEqualTo(1);
        }
    }

    @Test
    void theNewestVersionAndTheFastestCipherArePreferred() throws IOException {
        try (CountingTlsServer server = new CountingTlsServer(identity, true);
                HttpTransport transport = new HttpTransport(1, route)) {
            get(transport, server);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.ciphers())
                    .singleElement()
                    .asString()
                    .matches("TLSv1\\.3 TLS_AES_(128_GCM_SHA256|256_GCM_SHA384)");
        }
    }

    private static void get(HttpTransport transport, CountingTlsServer server) throws IOException {
        try (HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/page"))) {
            assertThat(reply.errorText()).isEqualTo("hello");
        }
    }
}
