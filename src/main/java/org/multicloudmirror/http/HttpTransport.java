package org.multicloudmirror.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A pool of kept-alive connections. It sends what it is given and returns what comes: no retry, no redirect, no
 * decoding, no cookie, no {@code Expect: 100-continue}. Who makes no progress is given up, and an answer that comes before
 * the request is sent whole is the answer.
 */
public final class HttpTransport implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /** In bytes: four times what servers take of one. */
    private static final int LONGEST_HEADER = 32 * 1024;

    private static final int MOST_HEADERS = 500;

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    /** From so many bytes on, native code hashes a body in less time than Java's own takes without being loaded. */
    private static final long LARGE = 8 << 20;

    private final Admission admission;
    private final @Nullable RequestObserver observer;
    private final ProgressWatch watch;
    private final CloseableHttpClient client;
    private final @Nullable ProxyRoutes proxied;
    private final PoolingHttpClientConnectionManager pool;
    private final @Nullable TrustedPool trusted;
    private final AtomicBoolean hasEncrypted = new AtomicBoolean();

    /** Sends at once what it is given. */
    public HttpTransport(int connections, HttpRoute route) {
        this(connections, route, Admission.FREE);
    }

    /**
     * @param connections the most that are open to one host at a time
     * @param admission asked for each request
     */
    public HttpTransport(int connections, HttpRoute route, Admission admission) {
        this(connections, route, admission, null);
    }

    /**
     * @param connections the most that are open to one host at a time
     * @param admission asked for each request
     * @param observer is told of each request; null where nobody watches
     */
    public HttpTransport(int connections, HttpRoute route, Admission admission, @Nullable RequestObserver observer) {
        this.admission = admission;
        this.observer = observer;
        Timeout connect = Timeout.of(route.connectTimeout());
        Timeout read = Timeout.of(route.readTimeout());
        this.watch = new ProgressWatch(new ProgressRule(route.readTimeout(), route.leastRate()));
        this.trusted = route.trust() == null ? null : new TrustedPool(route.trust(), watch);
        this.pool = PoolingHttpClientConnectionManagerBuilder.create()
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
                .setConnectionFactory(connections())
                .setTlsSocketStrategy(strategy(route))
                .build();
        HttpClientBuilder builder = HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(read).build())
                .setUserAgent("multi-cloud-mirror")
                .setRequestExecutor(new WatchedExecutor())
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

    private HttpConnectionFactory<ManagedHttpClientConnection> connections() {
        Http1Config limits = Http1Config.custom()
                .setBufferSize(BUFFER)
                .setMaxLineLength(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        AtomicLong count = new AtomicLong();
        return socket -> {
            WatchedConnection connection = new WatchedConnection("store-" + count.incrementAndGet(), limits, watch);
            if (socket != null) {
                connection.bind(socket);
            }
            return connection;
        };
    }

    private TlsSocketStrategy strategy(HttpRoute route) {
        TlsSocketStrategy strategy = ProgressWatch.inTime(noted(Trust.strategy(route.trust())), route.connectTimeout());
        return trusted == null ? strategy : trusted.renewing(strategy);
    }

    private TlsSocketStrategy noted(TlsSocketStrategy strategy) {
        return (socket, host, port, attachment, exchange) -> {
            hasEncrypted.set(true);
            return strategy.upgrade(socket, host, port, attachment, exchange);
        };
    }

    /** Whether a connection was to be encrypted. */
    public boolean hasEncrypted() {
        return hasEncrypted.get();
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
        return observer == null ? exchange(call) : observed(call, observer);
    }

    private HttpReply observed(HttpCall call, RequestObserver watching) throws IOException {
        watching.began(call);
        long began = System.nanoTime();
        int status = RequestObserver.NO_STATUS;
        try {
            HttpReply reply = exchange(call);
            status = reply.status();
            return reply;
        } finally {
            watching.ended(call, status, System.nanoTime() - began);
        }
    }

    private HttpReply exchange(HttpCall call) throws IOException {
        CancellableRequest request = new CancellableRequest(call.method(), call.target());
        for (HttpCall.Field field : call.fields()) {
            request.addHeader(field.name(), field.value());
        }
        if (!request.containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
            // what is stored is wanted; not signed, since what lies between may write its own
            request.addHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
        HttpBody body = call.body();
        if (body != null) {
            request.setEntity(new WholeEntity(body));
        }
        Endpoint endpoint = call.endpoint();
        HttpHost host = new HttpHost(endpoint.scheme(), endpoint.host(), endpoint.port());
        request.setScheme(endpoint.scheme());
        request.setAuthority(endpoint.wireAuthority());
        HttpClientContext context = proxied == null ? HttpClientContext.create() : proxied.context();
        ClassicHttpResponse response = executed(host, request, context);
        HttpReply reply = new HttpReply(request, response, WatchedExecutor.connection(context));
        if (reply.status() == PROXY_AUTHENTICATION_REQUIRED) {
            reply.close();
            throw new IOException("the proxy refuses the login (407); check mirror.http.proxy");
        }
        if (response.getEntity() != null && response.getEntity().getContentLength() >= LARGE) {
            NativeCrypto.install();
        }
        if (reply.isSuccess() && WatchedExecutor.isAnsweredEarly(context)) {
            reply.close();
            throw new IOException("the answer " + reply.status() + " came before the body was sent whole");
        }
        return reply;
    }

    private ClassicHttpResponse executed(HttpHost host, CancellableRequest request, HttpClientContext context)
            throws IOException {
        if (trusted == null) {
            return client.executeOpen(host, request, context);
        }
        trusted.refresh(pool);
        try {
            return client.executeOpen(host, request, context);
        } catch (TrustedPool.TrustReplacedException e) {
            trusted.refresh(pool);
            return client.executeOpen(host, request, context);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        watch.close();
    }
}
