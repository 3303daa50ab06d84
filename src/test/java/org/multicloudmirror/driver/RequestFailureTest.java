package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;

class RequestFailureTest {

    private static final Endpoint ENDPOINT = Endpoint.parse("https://s3.example.org");

    @ParameterizedTest
    @MethodSource
    void isUnreachableWhereNothingAnswers(IOException failure) {
        assertThat(RequestFailure.of(ENDPOINT, failure))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("https://s3.example.org: ");
    }

    static Stream<IOException> isUnreachableWhereNothingAnswers() {
        return Stream.of(
                new UnknownHostException("s3.example.org"),
                new ConnectException("Connection refused"),
                new NoRouteToHostException("No route to host"),
                new SocketTimeoutException("Read timed out"),
                new SSLHandshakeException("no protocol in common"),
                new NoHttpResponseException("nothing"));
    }

    /** Before an answer began. */
    @ParameterizedTest
    @ValueSource(strings = {"Connection reset", "Broken pipe"})
    void isAnOutageWhereTheConnectionIsReset(String message) {
        assertThat(RequestFailure.of(ENDPOINT, new SocketException(message)))
                .isExactlyInstanceOf(OutageException.class)
                .hasMessage("https://s3.example.org: the connection broke: " + message);
    }

    @ParameterizedTest
    @MethodSource
    void isReachedWhereAnAnswerBreaksOff(IOException failure) {
        assertThat(RequestFailure.of(ENDPOINT, failure)).isExactlyInstanceOf(TransientStoreException.class);
    }

    static Stream<IOException> isReachedWhereAnAnswerBreaksOff() {
        return Stream.of(new ConnectionClosedException("cut"), new IOException("the body ended after 3 of 5 bytes"));
    }

    @Test
    void tellsALimitOfAnAnswerInAPlainLine() {
        IOException deep = catchThrowableOfType(IOException.class, () -> {
            try (JsonParser json = AnswerJson.FACTORY.createParser("[".repeat(50))) {
                while (json.nextToken() != null) {
                    // on to the limit
                }
            }
        });

        assertThat(RequestFailure.broken("listing cf://c", deep).getMessage())
                .startsWith("listing cf://c: ")
                .contains("32")
                .doesNotContain("`", "StreamRead", "\n");
    }
}
