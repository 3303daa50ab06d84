package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The SDK's own calls over the lean layer, so that trust, proxy and timeouts are the same for all.
 *
 * @param transport not closed with this
 * @param readsObjects whether an answer may be as long as an object, or is read into memory
 */
public record SdkTransport(HttpTransport transport, boolean readsObjects) implements SdkHttpClient {

    /** For calls that are no objects. */
    public SdkTransport(HttpTransport transport) {
        this(transport, false);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Request(this, request);
    }

    @Override
    public void close() {
        // the connections are the store's
    }

    private record Request(SdkTransport over, HttpExecuteRequest request, AtomicReference<@Nullable HttpReply> reply)
            implements ExecutableHttpRequest {

        Request(SdkTransport over, HttpExecuteRequest request) {
            this(over, request, new AtomicReference<>());
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            HttpReply answer = over.transport().send(converted());
            reply.set(answer);
            Map<String, List<String>> headers = new LinkedHashMap<>();
            answer.headersWithPrefix("").forEach((name, value) -> headers.put(name, List.of(value)));
            return HttpExecuteResponse.builder()
                    .response(SdkHttpFullResponse.builder()
                            .statusCode(answer.status())
                            .headers(headers)
                            .build())
                    .responseBody(AbortableInputStream.create(
                            over.readsObjects() ? answer.body() : answer.answer(AnswerKind.CALL), this))
                    .build();
        }

        @Override
        public void abort() {
            HttpReply answer = reply.get();
            if (answer != null) {
                answer.close();
            }
        }

        private HttpCall converted() {
            SdkHttpRequest wanted = request.httpRequest();
            HttpCall call = HttpCall.to(wanted.method().name(), wanted.getUri());
            wanted.forEachHeader((name, values) -> values.forEach(value -> call.foreignHeader(name, value)));
            request.contentStreamProvider().ifPresent(content -> {
                long length = wanted.firstMatchingHeader("Content-Length")
                        .map(Long::parseLong)
                        .orElse(0L);
                call.body(new HttpBody(content.newStream(), length));
            });
            return call;
        }
    }
}
