package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.testing.RawServer;

class HttpLengthTest {

    private final HttpTransport transport =
            new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(5)));

    @AfterEach
    void close() {
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc"
            })
    void doesNotKnowALengthThatIsNotTold(String answer) throws IOException {
        try (RawServer server = RawServer.closingAfter(answer);
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThat(reply.contentLength()).isEmpty();
            assertThat(reply.body()).hasContent("abc");
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 0, 0", "Content-Length: 5368709121, 5368709121"})
    void knowsTheLengthThatIsTold(String header, long length) throws IOException {
        try (RawServer server = RawServer.closingAfter("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n");
                HttpReply reply = transport.send(new HttpCall("HEAD", server.endpoint(), "/"))) {
            assertThat(reply.contentLength()).hasValue(length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: b", "Content-Length: -1", "Content-Length: many", "Content-Length:"})
    void knowsNoLengthThatIsNone(String header) throws IOException {
        try (RawServer server = RawServer.closingAfter("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n");
                HttpReply reply = transport.send(new HttpCall("HEAD", server.endpoint(), "/"))) {
            assertThat(reply.contentLength()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes 0-2/17, 17", "bytes */0, 0"})
    void knowsTheLengthOfTheWhole(String range, long length) throws IOException {
        try (RawServer server = RawServer.closingAfter("HTTP/1.1 206 Part\r\nContent-Range: " + range + "\r\n\r\nabc");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThat(reply.completeLength()).hasValue(length);
        }
    }

    @Test
    void doesNotKnowTheLengthOfAWholeThatIsNotTold() throws IOException {
        try (RawServer server = RawServer.closingAfter("HTTP/1.1 206 Part\r\nContent-Range: bytes 0-2/*\r\n\r\nabc");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThat(reply.completeLength()).isEmpty();
        }
    }

    @Test
    void failsAChunkedBodyThatBreaksOff() throws IOException {
        try (RawServer server =
                        RawServer.closingAfter("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThatThrownBy(() -> reply.body().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the body's chunks are broken: ");
        }
    }

    @Test
    void asksForWhatIsStored() throws IOException {
        StringBuilder heads = new StringBuilder();
        try (RawServer server = new RawServer(connection -> {
                    heads.append(RawServer.head(connection.getInputStream()));
                    RawServer.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                });
                HttpReply reply = transport.send(new HttpCall("HEAD", server.endpoint(), "/"))) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(heads).contains("Accept-Encoding: identity\r\n");
        }
    }
}
