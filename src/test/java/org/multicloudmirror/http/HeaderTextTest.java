package org.multicloudmirror.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.RawServer;

class HeaderTextTest {

    @Test
    void readsUtf8() {
        assertThat(HeaderText.of(new String("grün 山".getBytes(UTF_8), ISO_8859_1)))
                .isEqualTo("grün 山");
    }

    @Test
    void readsWhatIsNoUtf8AsLatin1() {
        assertThat(HeaderText.of("caf\u00e9 \u00e4")).isEqualTo("café ä");
    }

    @Test
    void losesNoByteOfWhatIsBoth() {
        // a whole UTF-8 sequence and a byte that is none
        assertThat(HeaderText.of("\u00c3\u00a9\u00ff").getBytes(ISO_8859_1)).containsExactly(0xc3, 0xa9, 0xff);
    }

    @Test
    void readsEachValueForItself() throws IOException {
        String reply = String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Content-Length: 0",
                "x-amz-meta-a: caf\u00e9",
                "x-amz-meta-b: caf\u00c3\u00a9",
                "x-amz-meta-b: \u00fc",
                "Content-Disposition: attachment; filename=\"\u00e4.txt\"",
                "",
                "");
        try (RawServer server = RawServer.answering(reply);
                HttpTransport transport =
                        new HttpTransport(1, new HttpRoute(Duration.ofSeconds(5), Duration.ofSeconds(5)));
                HttpReply answer = transport.send(new HttpCall("HEAD", server.endpoint(), "/"))) {
            assertThat(answer.headersWithPrefix("x-amz-meta-"))
                    .containsEntry("a", "café")
                    .containsEntry("b", "café,ü");
            assertThat(answer.header("Content-Disposition")).contains("attachment; filename=\"ä.txt\"");
        }
    }
}
