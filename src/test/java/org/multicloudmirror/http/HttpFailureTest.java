package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HttpFailureTest {

    static Stream<IOException> unreached() {
        return Stream.of(
                new UnknownHostException("s3.example"),
                new ConnectTimeoutException("timed out"),
                new ConnectException("Connection refused"));
    }

    @ParameterizedTest
    @MethodSource("unreached")
    void whoSetAProxyForOtherToolsIsToldTheSetting(IOException failure) {
        assertThat(HttpFailure.words(failure, Map.of("https_proxy", "http://proxy:3128", "HTTP_PROXY", "")))
                .endsWith("; https_proxy is not read here, mirror.http.proxy names a proxy");
        assertThat(HttpFailure.words(failure, Map.of())).doesNotContain("proxy");
    }
}
