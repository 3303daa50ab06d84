package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.rotation.Origin;
import org.multicloudmirror.rotation.Rotating;

/** A file of certificates that is replaced while connections are open. */
@Tag("tls")
class TrustRotationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final AtomicLong nanos = new AtomicLong();
    private final CertificateAuthority old;
    private final CertificateAuthority other;
    private final Path file;
    private final HttpRoute route;

    TrustRotationTest(@TempDir Path directory) throws IOException, CertificateException {
        old = new CertificateAuthority(Files.createDirectory(directory.resolve("old")));
        other = new CertificateAuthority(Files.createDirectory(directory.resolve("other")));
        file = Files.copy(old.certificate(), directory.resolve("ca.pem"));
        route = new HttpRoute(
                TIMEOUT,
                TIMEOUT,
                HttpRoute.LEAST_RATE,
                new Rotating<>(Trust.with(file), new Certificates(), nanos::get),
                null);
    }

    /** The server's certificate is replaced together with the file: its next connection is the first to need it. */
    @Test
    void aHandshakeThatFailsIsMadeOnceMoreWithTheFileOfToday() throws IOException {
        try (CountingTlsServer before = new CountingTlsServer(old.server("dns:localhost"), true);
                CountingTlsServer after = new CountingTlsServer(other.server("dns:localhost"), true);
                HttpTransport transport = new HttpTransport(2, route)) {
            get(transport, before);
            assertThatThrownBy(() -> get(transport, after)).isInstanceOf(SSLException.class);

            replace();
            get(transport, after);

            assertThatThrownBy(() -> get(transport, before))
                    .as("a connection that was made before is not used again")
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void connectionsOfTheFileBeforeAreLetGo() throws IOException {
        try (CountingTlsServer server = new CountingTlsServer(old.server("dns:localhost"), true);
                HttpTransport transport = new HttpTransport(2, route)) {
            get(transport, server);
            get(transport, server);
            assertThat(server.connections()).isEqualTo(1);

            Files.writeString(file, Files.readString(old.certificate()) + Files.readString(other.certificate()));
            nanos.addAndGet(Duration.ofSeconds(4).toNanos());
            HttpReply open = transport.send(new HttpCall("GET", server.endpoint(), "/page"));
            nanos.addAndGet(Duration.ofSeconds(4).toNanos());
            get(transport, server);
            assertThat(open.errorText()).as("it goes on to its end").isEqualTo("hello");
            open.close();
            get(transport, server);
            get(transport, server);

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private void replace() throws IOException {
        Path fresh = Files.copy(other.certificate(), file.resolveSibling("fresh"));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void get(HttpTransport transport, CountingTlsServer server) throws IOException {
        try (HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/page"))) {
            assertThat(reply.errorText()).isEqualTo("hello");
        }
    }

    private final class Certificates implements Origin<SSLContext> {

        @Override
        public List<Path> files() {
            return List.of(file);
        }

        @Override
        public SSLContext read() {
            try {
                return Trust.with(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (CertificateException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
