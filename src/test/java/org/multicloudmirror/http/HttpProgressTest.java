package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.RawServer;

/** A server that makes no progress, or next to none. */
class HttpProgressTest {

    private final CountDownLatch isOver = new CountDownLatch(1);
    private final HttpTransport transport =
            new HttpTransport(2, new HttpRoute(Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        isOver.countDown();
        transport.close();
    }

    @Test
    void givesUpWhoTakesNoBody() throws IOException {
        try (RawServer server = new RawServer(connection -> pause())) {
            HttpCall put = new HttpCall("PUT", server.endpoint(), "/").body(new HttpBody(zeros(), 1L << 40));

            IOException failure = catchThrowableOfType(IOException.class, () -> transport.send(put));

            assertThat(HttpFailure.words(failure))
                    .startsWith("the other side takes a request too slowly: ")
                    .endsWith(" in 1 s (mirror.http.min-rate is 128)");
        }
    }

    @Test
    void givesUpWhoSendsABodyInDrops() throws IOException {
        try (RawServer server = new RawServer(connection -> drip(connection, "HTTP/1.1 200 OK\r\n\r\n"));
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            IOException failure =
                    catchThrowableOfType(IOException.class, () -> reply.body().readAllBytes());

            assertThat(failure.getMessage()).startsWith("the other side sends a body too slowly: ");
        }
    }

    @Test
    void givesUpWhoSendsHeadersInDrops() throws IOException {
        try (RawServer server = new RawServer(connection -> drip(connection, "HTTP/1.1 200 OK\r\nx-a: "))) {
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> transport.send(new HttpCall("GET", server.endpoint(), "/")));

            assertThat(HttpFailure.words(failure))
                    .startsWith("the other side sends the headers of an answer too slowly: ");
        }
    }

    @Test
    void givesUpAHandshakeInDrops() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            // the beginning of a record of 16 KiB
            connection.getOutputStream().write(new byte[] {22, 3, 3, 0x3f, 0});
            drip(connection, "");
        })) {
            HttpCall call = new HttpCall("GET", Endpoint.parse("https://localhost:" + server.port()), "/");

            IOException failure = catchThrowableOfType(IOException.class, () -> transport.send(call));

            assertThat(HttpFailure.words(failure))
                    .isEqualTo("TLS failed: the handshake is not complete after 1 s (mirror.http.connect-timeout)");
        }
    }

    private static InputStream zeros() {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };
    }

    private void drip(Socket connection, String start) throws IOException {
        RawServer.say(connection, start);
        while (!isOver(50)) {
            RawServer.say(connection, "a");
        }
    }

    private void pause() {
        while (!isOver(1000)) {
            // the other side is to lose its patience
        }
    }

    private boolean isOver(long millis) {
        try {
            return isOver.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
