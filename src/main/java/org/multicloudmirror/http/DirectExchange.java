package org.multicloudmirror.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.EofSensorWatcher;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.net.URIAuthority;

/**
 * What the client does between the pool and the wire where no proxy is in the way: the stock step takes the path of each
 * request apart, looks for logins to answer with, and for a reply that asks for one. That is a fifth of the client's
 * CPU, and stores have logins of their own.
 */
final class DirectExchange implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        HttpRoute route = scope.route;
        if (request.getScheme() == null) {
            request.setScheme(route.getTargetHost().getSchemeName());
        }
        if (request.getAuthority() == null) {
            request.setAuthority(new URIAuthority(route.getTargetHost()));
        }
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.isStreaming()) {
            response.setEntity(new Body(entity, scope.execRuntime));
        }
        return response;
    }

    /** A body that gives its connection back at its end. */
    private static final class Body extends HttpEntityWrapper implements EofSensorWatcher {

        private final ExecRuntime connection;

        Body(HttpEntity entity, ExecRuntime connection) {
            super(entity);
            this.connection = connection;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new EofSensorInputStream(super.getContent(), this);
        }

        @Override
        public boolean eofDetected(InputStream wrapped) throws IOException {
            wrapped.close();
            connection.releaseEndpoint();
            return false;
        }

        @Override
        public boolean streamClosed(InputStream wrapped) {
            connection.discardEndpoint();
            return false;
        }

        @Override
        public boolean streamAbort(InputStream wrapped) {
            connection.discardEndpoint();
            return false;
        }
    }
}
