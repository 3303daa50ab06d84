package org.multicloudmirror.driver.jclouds;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMultimap;
import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.io.IOException;
import java.util.Set;
import org.jclouds.http.HttpRequest;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpUtils;
import org.jclouds.http.IOExceptionRetryHandler;
import org.jclouds.http.handlers.DelegatingErrorHandler;
import org.jclouds.http.internal.BaseHttpCommandExecutorService;
import org.jclouds.http.internal.HttpWire;
import org.jclouds.io.ContentMetadataCodec;
import org.jclouds.io.Payload;
import org.jclouds.io.Payloads;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;

/** jclouds' own requests over the lean layer, so that trust, proxy and timeouts are the same for all. */
final class JcloudsHttp extends BaseHttpCommandExecutorService<HttpCall> {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    private final HttpTransport transport;
    private final DefaultRegion defaultRegion;
    private final UnderscoredHost host;

    @Inject
    JcloudsHttp(
            HttpUtils utils,
            ContentMetadataCodec codec,
            NoRedirects retries,
            IOExceptionRetryHandler failures,
            DelegatingErrorHandler errors,
            HttpWire wire,
            @Named("jclouds.idempotent-methods") String idempotentMethods,
            HttpTransport transport,
            DefaultRegion defaultRegion,
            UnderscoredHost host) {
        super(utils, codec, retries, failures, errors, wire, idempotentMethods);
        this.transport = transport;
        this.defaultRegion = defaultRegion;
        this.host = host;
    }

    @Override
    protected HttpCall convert(HttpRequest request) throws IOException {
        HttpCall call = HttpCall.to(request.getMethod(), request.getEndpoint(), host::real);
        request.getHeaders().forEach(call::foreignHeader);
        Payload payload = request.getPayload();
        if (payload != null) {
            contentMetadataCodec.toHeaders(payload.getContentMetadata()).forEach(call::foreignHeader);
            long length = requireNonNull(payload.getContentMetadata().getContentLength(), "the body's length");
            call.body(new HttpBody(payload.openStream(), length));
        } else if (WITH_BODY.contains(request.getMethod())) {
            call.body(HttpBody.NOTHING);
        }
        return call;
    }

    @Override
    protected HttpResponse invoke(HttpCall call) throws IOException {
        HttpReply reply = transport.send(call);
        ImmutableMultimap.Builder<String, String> headers = ImmutableMultimap.builder();
        reply.headersWithPrefix("").forEach(headers::put);
        Payload body = body(call, reply);
        contentMetadataCodec.fromHeaders(body.getContentMetadata(), headers.build());
        return HttpResponse.builder()
                .statusCode(reply.status())
                .message("")
                .headers(HttpUtils.filterOutContentHeaders(headers.build()))
                .payload(body)
                .build();
    }

    @Override
    protected void cleanup(@Nullable HttpCall call) {
        // a request whose answer is in holds nothing; one that failed has lost its connection
    }

    private Payload body(HttpCall call, HttpReply reply) throws IOException {
        if (!reply.isSuccess()) {
            // jclouds reads errors whole
            return Payloads.newInputStreamPayload(reply.answer(AnswerKind.CALL));
        }
        if (!call.target().endsWith("/tokens")) {
            return Payloads.newInputStreamPayload(reply.body());
        }
        try (reply) {
            byte[] answer = reply.answer(AnswerKind.LOGIN).readAllBytes();
            defaultRegion.read(answer);
            return Payloads.newByteArrayPayload(answer);
        }
    }
}
