package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.servers.CertificateAuthority;
import org.multicloudmirror.testing.RawServer;

/** A server that answers while a body is still on its way. */
class HttpEarlyAnswerTest {

    private static final long LENGTH = 64L << 20;
    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\ndenied";

    private final HttpTransport transport =
            new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void takesTheAnswerOfAServerThatCloses() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            head(connection.getInputStream());
            RawServer.say(connection, REFUSAL);
        })) {
            assertThat(answer(server.endpoint())).isEqualTo("403 denied");
        }
    }

    @Test
    void takesTheAnswerToABodyOfLessThanAMebibyte() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            head(connection.getInputStream());
            RawServer.say(connection, REFUSAL);
            connection.shutdownOutput();
            connection.setSoLinger(true, 0);
        })) {
            assertThat(answer(server.endpoint(), 900_000)).isEqualTo("403 denied");
        }
    }

    @Test
    void takesTheAnswerOfAServerThatReadsOn() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            head(connection.getInputStream());
            RawServer.say(connection, REFUSAL);
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            CountedZeros body = new CountedZeros();

            assertThat(answer(transport, server.endpoint(), new HttpBody(body, 1L << 40)))
                    .isEqualTo("403 denied");
            assertThat(body.passed).isLessThan(1L << 36);
        }
    }

    @Test
    void takesTheAnswerOfAServerThatNeitherReadsNorCloses() throws IOException {
        CountDownLatch isOver = new CountDownLatch(1);
        try (RawServer server = new RawServer(connection -> {
            head(connection.getInputStream());
            RawServer.say(connection, REFUSAL);
            await(isOver);
        })) {
            assertThat(answer(server.endpoint())).isEqualTo("403 denied");
        } finally {
            isOver.countDown();
        }
    }

    @Test
    void takesTheAnswerOfAnEncryptedServer(@TempDir Path directory) throws IOException, CertificateException {
        CertificateAuthority authority = new CertificateAuthority(directory);
        SSLContext identity = authority.server("dns:localhost");
        HttpRoute route =
                new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(5), Trust.with(authority.certificate()), null);
        try (RawServer server = new RawServer(identity.getServerSocketFactory().createServerSocket(0), connection -> {
                    head(connection.getInputStream());
                    RawServer.say(connection, REFUSAL);
                    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                });
                HttpTransport encrypted = new HttpTransport(1, route)) {
            Endpoint endpoint = Endpoint.parse("https://localhost:" + server.port());

            assertThat(answer(encrypted, endpoint, new HttpBody(new CountedZeros(), 1L << 40)))
                    .isEqualTo("403 denied");
        }
    }

    @Test
    void goesOnWhereAnAnswerIsOnlyAnnounced() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            InputStream in = connection.getInputStream();
            head(in);
            RawServer.say(connection, "HTTP/1.1 100 Continue\r\n\r\n");
            in.skipNBytes(LENGTH / 2);
            RawServer.say(connection, "HTTP/1.1 102 Processing\r\n\r\n");
            in.skipNBytes(LENGTH / 2);
            RawServer.say(connection, "HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\ndone");
        })) {
            assertThat(answer(server.endpoint())).isEqualTo("201 done");
        }
    }

    @Test
    void believesNoSuccessThatComesBeforeTheBody() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            head(connection.getInputStream());
            RawServer.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            assertThatThrownBy(() -> answer(transport, server.endpoint(), new HttpBody(new CountedZeros(), 1L << 40)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the answer 200 came before the body was sent whole");
        }
    }

    @Test
    void sendsNothingMoreOverAConnectionThatHasTheRestOfABodyToCome() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            head(connection.getInputStream());
            RawServer.say(connection, REFUSAL);
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            for (int request = 0; request < 2; request++) {
                assertThat(answer(transport, server.endpoint(), new HttpBody(new CountedZeros(), 1L << 40)))
                        .isEqualTo("403 denied");
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void saysWhatBrokeWhereThereIsNoAnswer() throws IOException {
        try (RawServer server = new RawServer(connection -> head(connection.getInputStream()))) {
            assertThatThrownBy(() -> answer(server.endpoint()))
                    .isInstanceOf(IOException.class)
                    .satisfies(failure ->
                            assertThat(HttpFailure.words((IOException) failure)).startsWith("the connection broke: "));
        }
    }

    private String answer(Endpoint endpoint) throws IOException {
        return answer(endpoint, LENGTH);
    }

    private String answer(Endpoint endpoint, long length) throws IOException {
        return answer(transport, endpoint, new HttpBody(new CountedZeros(), length));
    }

    private static String answer(HttpTransport transport, Endpoint endpoint, HttpBody body) throws IOException {
        try (HttpReply reply = transport.send(new HttpCall("PUT", endpoint, "/").body(body))) {
            return reply.status() + " " + reply.errorText();
        }
    }

    private static String head(InputStream in) throws IOException {
        return RawServer.head(in);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class CountedZeros extends InputStream {

        private long passed;

        @Override
        public int read() {
            passed++;
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            passed += length;
            return length;
        }
    }
}
