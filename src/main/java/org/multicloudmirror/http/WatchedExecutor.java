package org.multicloudmirror.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Notes which connection a request goes over, so that its reply can be held to what it is. */
final class WatchedExecutor extends HttpRequestExecutor {

    private static final String CONNECTION = WatchedConnection.class.getName();
    private static final String EARLY = CONNECTION + ".early";

    /** The connection of the request that was sent last with a context; null when none was. */
    static @Nullable WatchedConnection connection(HttpContext context) {
        return (WatchedConnection) context.getAttribute(CONNECTION);
    }

    /** Whether that was answered before it was sent whole. */
    static boolean isAnsweredEarly(HttpContext context) {
        return Boolean.TRUE.equals(context.getAttribute(EARLY));
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        context.setAttribute(CONNECTION, connection);
        ClassicHttpResponse response = super.execute(request, connection, callback, context);
        // a connection whose answer has no body is another request's at once
        context.setAttribute(EARLY, connection instanceof WatchedConnection watched && watched.isAnsweredEarly());
        return response;
    }
}
