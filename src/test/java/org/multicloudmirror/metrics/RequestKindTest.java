package org.multicloudmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpCall;

class RequestKindTest {

    private static final Endpoint SERVICE = Endpoint.parse("https://127.0.0.1:1");

    @ParameterizedTest
    @CsvSource({
        "GET, /b?list-type=2&prefix=a, LIST",
        "GET, /b?marker=a&max-keys=1000&prefix=, LIST",
        "GET, /v1/AUTH_a/c?format=json&limit=10000, LIST",
        "HEAD, /b/k, HEAD",
        "GET, /b/k, GET",
        "PUT, /b/k, PUT",
        "PUT, /b/delete, PUT",
        "DELETE, /b/k, DELETE",
        "POST, /b?delete=, BULK_DELETE",
        "POST, /v1/AUTH_a?bulk-delete, BULK_DELETE",
        "POST, /b/k?uploads=, UPLOAD",
        "POST, /b/k?uploadId=1, UPLOAD",
        "PUT, /b/k?partNumber=1&uploadId=1, PART",
        "PUT, /v1/AUTH_a/c/k?multipart-manifest=put, UPLOAD",
        "GET, /v1/AUTH_a/c/k?multipart-manifest=get, GET",
        "POST, /v1/AUTH_a/c/k, UPDATE",
        "GET, /b/k?tagging=, OTHER",
        "GET, /info, OTHER",
        "POST, /v3/auth/tokens, LOGIN",
        "POST, /v2.0/tokens, LOGIN",
        "POST, /?Action=AssumeRole, LOGIN"
    })
    void tellsWhatARequestIsFor(String method, String target, RequestKind kind) {
        assertThat(RequestKind.of(new HttpCall(method, SERVICE, target))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"x-amz-copy-source, COPY", "X-Copy-From, COPY", "X-Auth-Token, PUT", "X-Auth-Key, LOGIN"})
    void looksAtHeaders(String header, RequestKind kind) {
        HttpCall call = new HttpCall("PUT", SERVICE, "/b/k").header(header, "value");

        assertThat(RequestKind.of(call)).isEqualTo(kind);
    }
}
