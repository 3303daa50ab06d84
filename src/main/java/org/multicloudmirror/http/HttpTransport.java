package org.multicloudmirror.http;

import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A pool of kept-alive connections. It sends what it is given and returns what comes: no retry, no redirect, no
 * decoding, no cookie, no {@code Expect: 100-continue}.
 */
public final class HttpTransport implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Admission admission;
    private final CloseableHttpClient client;
    private final @Nullable ProxyRoutes proxied;

    /** Sends at once what it is given. */
    public HttpTransport(int connections, HttpRoute route) {
        this(connections, route, Admission.FREE);
    }

    /**
     * @param connections the most that are open to one host at a time
     * @param admission asked for each request
     */
    public HttpTransport(int connections, HttpRoute route, Admission admission) {
        this.admission = admission;
        Timeout connect = Timeout.of(route.connectTimeout());
        Timeout read = Timeout.of(route.readTimeout());
        // Swift sends and takes metadata as raw UTF-8; a byte that is none must not fail the whole reply.
        CharCodingConfig utf8 = CharCodingConfig.custom()
                .setCharset(StandardCharsets.UTF_8)
                .setMalformedInputAction(CodingErrorAction.REPLACE)
                .setUnmappableInputAction(CodingErrorAction.REPLACE)
                .build();
        PoolingHttpClientConnectionManagerBuilder pool = PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections * 2)
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setTcpNoDelay(true)
                        .setSoTimeout(read)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(read)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom().setBufferSize(BUFFER).build())
                        .charCodingConfig(utf8)
                        .build());
        pool.setTlsSocketStrategy(Trust.strategy(route.trust()));
        HttpClientBuilder builder = HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(pool.build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(read).build())
                .setUserAgent("multi-cloud-mirror")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement();
        HttpProxy proxy = route.proxy();
        this.proxied = proxy == null ? null : new ProxyRoutes(proxy);
        if (proxied == null) {
            builder.disableAuthCaching();
            if (!hasSystemProxy()) {
                // asking Java's proxy selector for each request costs more than writing the request
                builder.setRoutePlanner(new DefaultRoutePlanner(null));
                builder.replaceExecInterceptor(ChainElement.PROTOCOL.name(), new DirectExchange());
            }
        } else {
            builder.setRoutePlanner(proxied);
        }
        this.client = builder.build();
    }

    private static boolean hasSystemProxy() {
        return Boolean.getBoolean("java.net.useSystemProxies")
                || Stream.of("http.proxyHost", "https.proxyHost", "socksProxyHost")
                        .anyMatch(name -> System.getProperty(name) != null);
    }

    /**
     * Sends a request and returns when the reply's headers are in.
     *
     * @throws IOException when the other side cannot be reached, falls silent or breaks off
     */
    public HttpReply send(HttpCall call) throws IOException {
        admission.await();
        CancellableRequest request = new CancellableRequest(call.method(), call.target());
        for (HttpCall.Field field : call.fields()) {
            request.addHeader(field.name(), field.value());
        }
        HttpBody body = call.body();
        if (body != null) {
            request.setEntity(new WholeEntity(body));
        }
        Endpoint endpoint = call.endpoint();
        HttpHost host = new HttpHost(endpoint.scheme(), endpoint.host(), endpoint.port());
        request.setScheme(endpoint.scheme());
        request.setAuthority(endpoint.wireAuthority());
        HttpClientContext context = proxied == null ? null : proxied.context();
        HttpReply reply = new HttpReply(request, client.executeOpen(host, request, context));
        if (reply.status() == PROXY_AUTHENTICATION_REQUIRED) {
            reply.close();
            throw new IOException("the proxy refuses the login (407); check mirror.http.proxy");
        }
        return reply;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
