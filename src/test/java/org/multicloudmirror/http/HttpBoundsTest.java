package org.multicloudmirror.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.testing.RawServer;

/** Answers without an end, and such that come packed. */
class HttpBoundsTest {

    private final HttpTransport transport =
            new HttpTransport(2, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(5)));

    @AfterEach
    void close() {
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nx-amz-meta-a: "})
    void readsNoLineWithoutAnEnd(String start) throws IOException {
        assertThat(failure(start, "a")).startsWith("an answer's headers are longer or more than are read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-a: b\r\n", " folded\r\n"})
    void readsNoHeadersWithoutAnEnd(String line) throws IOException {
        assertThat(failure("HTTP/1.1 200 OK\r\nx-amz-meta-a: b\r\n", line))
                .startsWith("an answer's headers are longer or more than are read: ");
    }

    /** Swift allows 90 metadata items; Ceph and proxies add some dozens of their own. */
    @Test
    void readsTheMostMetadataThatAnObjectHas() throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n");
        for (int i = 0; i < 90; i++) {
            head.append("X-Object-Meta-Item-")
                    .append(i)
                    .append(": ")
                    .append("x".repeat(256))
                    .append("\r\n");
        }
        head.append("X-Own: 1\r\n".repeat(60));
        try (RawServer server = RawServer.answering(head + "\r\n");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThat(reply.headersWithPrefix("x-object-meta-")).hasSize(90);
        }
    }

    @Test
    void readsNoTrailersWithoutAnEnd() throws IOException {
        try (RawServer server =
                        endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", "x: y\r\n");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThatThrownBy(() -> reply.body().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("an answer's headers are longer or more than are read: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 999999999999", "Transfer-Encoding: chunked", "Connection: close"})
    void readsNoAnswerWithoutAnEnd(String framing) throws IOException {
        String chunk = framing.startsWith("Transfer") ? "4\r\n    \r\n" : "    ";
        try (RawServer server = endless("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n", chunk);
                HttpReply reply = transport.send(new HttpCall("POST", server.endpoint(), "/"))) {
            assertThatThrownBy(reply::errorText)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the answer is longer than 65536 bytes, the most that is read of a short answer");
        }
    }

    @Test
    void readsTheBeginningOfAnErrorWithoutAnEnd() throws IOException {
        try (RawServer server = endless("HTTP/1.1 500 Oops\r\n\r\n", "text");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThat(reply.errorText()).startsWith("texttext").hasSizeLessThan(64 * 1024);
        }
    }

    @Test
    void keepsWhatCameOfAnErrorThatBreaksOff() throws IOException {
        try (RawServer server = RawServer.closingAfter(
                        "HTTP/1.1 403 No\r\nContent-Length: 999\r\n\r\n<Code>AccessDenied</Code>");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThat(reply.errorText()).isEqualTo("<Code>AccessDenied</Code>");
        }
    }

    @Test
    void unpacksAnAnswerThatWasNotToBePacked() throws IOException {
        try (RawServer server = packed("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n", "<ListBucketResult/>");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThat(reply.answer(AnswerKind.PAGE).readAllBytes()).isEqualTo("<ListBucketResult/>".getBytes(UTF_8));
        }
    }

    @Test
    void takesAManifestForWhatItIsWhateverItsObjectIs() throws IOException {
        for (String encoding : List.of("gzip", "br")) {
            try (RawServer server = RawServer.closingAfter(
                            "HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: 2\r\n\r\n[]");
                    HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
                assertThat(reply.answer(AnswerKind.MANIFEST)).hasContent("[]");
            }
        }
    }

    @Test
    void unpacksAnError() throws IOException {
        try (RawServer server = packed("HTTP/1.1 403 No\r\nContent-Encoding: GZIP\r\n", "<Code>AccessDenied</Code>");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThat(reply.errorText()).isEqualTo("<Code>AccessDenied</Code>");
        }
    }

    @Test
    void unpacksNoMoreThanItReads() throws IOException {
        try (RawServer server = packed("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n", " ".repeat((1 << 20) + 1));
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThatThrownBy(() -> reply.answer(AnswerKind.TAGS).readAllBytes())
                    .hasMessage("the answer is longer than 1048576 bytes, the most that is read of an object's tags");
        }
    }

    @Test
    void namesAnEncodingThatItDoesNotKnow() throws IOException {
        try (RawServer server =
                        RawServer.answering("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\na");
                HttpReply reply = transport.send(new HttpCall("GET", server.endpoint(), "/"))) {
            assertThatThrownBy(() -> reply.answer(AnswerKind.PAGE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the answer is packed as \"br\", which was not asked for");
        }
    }

    private String failure(String start, String repeated) throws IOException {
        try (RawServer server = endless(start, repeated)) {
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> transport.send(new HttpCall("GET", server.endpoint(), "/")));
            return HttpFailure.words(failure);
        }
    }

    private static RawServer endless(String start, String repeated) throws IOException {
        return new RawServer(connection -> {
            RawServer.head(connection.getInputStream());
            RawServer.say(connection, start);
            while (true) {
                RawServer.say(connection, repeated.repeat(1000));
            }
        });
    }

    private static RawServer packed(String head, String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return RawServer.closingAfter(
                head + "Content-Length: " + packed.size() + "\r\n\r\n" + packed.toString(ISO_8859_1));
    }
}
