package org.multicloudmirror.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.it.servers.FakeProxy;

/** Whom TLS believes, and what a proxy is told. The certificates are made once, which takes seconds. */
@Tag("tls")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpRouteTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String LOGIN = "joe:pass word";

    private final Path directory;
    private final CertificateAuthority authority;
    private final SSLContext localhost;
    private final SSLContext otherHost;

    @SuppressWarnings("NullAway.Init")
    private HttpServer plain;

    @SuppressWarnings("NullAway.Init")
    private FakeProxy proxy;

    HttpRouteTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.authority = new CertificateAuthority(directory);
        this.localhost = authority.server("dns:localhost");
        this.otherHost = authority.server("dns:other.example.org");
    }

    @BeforeEach
    void start() throws IOException {
        plain = started(HttpServer.create());
        proxy = new FakeProxy(LOGIN);
    }

    @AfterEach
    void close() throws IOException {
        plain.stop(0);
        proxy.close();
    }

    @Test
    void refusesACertificateOfAnUnknownAuthority() throws IOException {
        HttpServer server = https(localhost);
        Endpoint endpoint =
                Endpoint.parse("https://localhost:" + server.getAddress().getPort());

        IOException refused = failure(endpoint, new HttpRoute(TIMEOUT, TIMEOUT));

        assertThat(HttpFailure.describe(endpoint, refused))
                .isEqualTo(endpoint + ": TLS failed, nobody who is trusted vouches for the server's certificate; set"
                        + " mirror.http.ca to a PEM file with its certificate authority");
        server.stop(0);
    }

    @Test
    void trustsAnAuthorityThatIsAdded() throws IOException, CertificateException {
        HttpServer server = https(localhost);

        assertThat(answer(
                        Endpoint.parse(
                                "https://localhost:" + server.getAddress().getPort()),
                        trusting(null)))
                .isEqualTo("hello");
        server.stop(0);
    }

    @Test
    void refusesTheNameOfAnotherHostAllTheSame() throws IOException, CertificateException {
        HttpServer server = https(otherHost);
        Endpoint endpoint =
                Endpoint.parse("https://localhost:" + server.getAddress().getPort());

        IOException refused = failure(endpoint, trusting(null));

        assertThat(HttpFailure.describe(endpoint, refused))
                .startsWith(endpoint + ": TLS failed: ")
                .contains("other.example.org")
                .endsWith("; use a host name that the certificate is for");
        server.stop(0);
    }

    @Test
    void keepsJavasOwnAuthorities() throws IOException, CertificateException {
        Path none = Files.writeString(directory.resolve("empty.pem"), "no certificate\n");

        assertThat(catchThrowableOfType(CertificateException.class, () -> Trust.with(none)))
                .isNotNull();
        assertThat(Trust.with(authority.certificate()).getProtocol()).isEqualTo("TLS");
    }

    @Test
    void sendsABodyByTheProxyWithItsLogin() throws IOException {
        Endpoint endpoint = endpoint(plain);
        HttpRoute route = new HttpRoute(TIMEOUT, TIMEOUT, null, proxy(LOGIN));

        assertThat(answer(endpoint, route)).isEqualTo("hello");
        assertThat(proxy.requests()).containsExactly("PUT " + endpoint + "/a%20b HTTP/1.1");
    }

    @Test
    void tunnelsTlsThroughTheProxy() throws IOException, CertificateException {
        HttpServer server = https(localhost);
        int port = server.getAddress().getPort();

        assertThat(answer(Endpoint.parse("https://localhost:" + port), trusting(proxy(LOGIN))))
                .isEqualTo("hello");
        assertThat(proxy.requests()).containsExactly("CONNECT localhost:" + port + " HTTP/1.1");
        server.stop(0);
    }

    @Test
    void saysThatTheProxyRefusesTheLogin() throws IOException, CertificateException {
        HttpServer server = https(localhost);
        HttpProxy stranger = proxy("joe:wrong");

        assertThat(failure(endpoint(plain), new HttpRoute(TIMEOUT, TIMEOUT, null, stranger)))
                .hasMessage("the proxy refuses the login (407); check mirror.http.proxy");
        assertThat(failure(
                        Endpoint.parse(
                                "https://localhost:" + server.getAddress().getPort()),
                        trusting(stranger)))
                .hasMessageContaining("407");
        server.stop(0);
    }

    @Test
    void passesTheProxyByForTheHostsThatWantNone() throws IOException {
        HttpProxy bypassed = new HttpProxy("localhost", proxy.port(), "", "", List.of(".example.org", "127.0.0.1"));

        assertThat(answer(endpoint(plain), new HttpRoute(TIMEOUT, TIMEOUT, null, bypassed)))
                .isEqualTo("hello");
        assertThat(proxy.requests()).isEmpty();
        assertThat(bypassed.isDirect("s3.Example.org")).isTrue();
        assertThat(bypassed.isDirect("example.org.evil.com")).isFalse();
        assertThat(bypassed).asString().doesNotContain(LOGIN);
    }

    private HttpProxy proxy(String login) {
        String[] parts = login.split(":", 2);
        return new HttpProxy("localhost", proxy.port(), parts[0], parts[1], List.of());
    }

    private HttpRoute trusting(@Nullable HttpProxy by) throws IOException, CertificateException {
        return new HttpRoute(TIMEOUT, TIMEOUT, Trust.with(authority.certificate()), by);
    }

    private static HttpServer https(SSLContext identity) throws IOException {
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(identity));
        return started(server);
    }

    private static HttpServer started(HttpServer server) throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Endpoint endpoint(HttpServer server) {
        return Endpoint.parse("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static String answer(Endpoint endpoint, HttpRoute route) throws IOException {
        HttpCall call = new HttpCall("PUT", endpoint, "/a%20b")
                .body(new HttpBody(new ByteArrayInputStream("body".getBytes(UTF_8)), 4));
        try (HttpTransport transport = new HttpTransport(1, route);
                HttpReply reply = transport.send(call)) {
            return reply.errorText();
        }
    }

    private static IOException failure(Endpoint endpoint, HttpRoute route) {
        return catchThrowableOfType(IOException.class, () -> answer(endpoint, route));
    }
}
