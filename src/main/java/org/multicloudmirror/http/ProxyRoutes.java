package org.multicloudmirror.http;

import org.apache.hc.client5.http.auth.AuthCache;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicAuthCache;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Sends requests by a proxy, except for those to the hosts that are reached without it. */
final class ProxyRoutes extends DefaultRoutePlanner {

    private final HttpProxy proxy;
    private final HttpHost host;

    ProxyRoutes(HttpProxy proxy) {
        super(null);
        this.proxy = proxy;
        this.host = new HttpHost(proxy.host(), proxy.port());
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
        return proxy.isDirect(target.getHostName()) ? null : host;
    }

    /** A request's context with the login: a body that is sent once cannot wait for the proxy to ask for it. */
    HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        if (!proxy.user().isEmpty()) {
            BasicScheme login = new BasicScheme();
            login.initPreemptive(new UsernamePasswordCredentials(
                    proxy.user(), proxy.password().toCharArray()));
            AuthCache logins = new BasicAuthCache();
            logins.put(host, login);
            context.setAuthCache(logins);
        }
        return context;
    }
}
