package org.multicloudmirror.http;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What went wrong on the wire, in words for the person who set the endpoint. */
public final class HttpFailure {

    private HttpFailure() {}

    /** One line that names the endpoint and what happened; no header, no query. */
    public static String describe(URI endpoint, IOException failure) {
        String where = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        if (failure instanceof UnknownHostException) {
            return where + ": the host name is unknown; check the endpoint and the network";
        }
        if (failure instanceof NoHttpResponseException) {
            return where + ": the connection was closed without an answer";
        }
        if (failure instanceof ConnectionClosedException) {
            return where + ": the connection was cut off" + message;
        }
        return where
                + (failure instanceof SSLException
                        ? ": TLS failed"
                        : ": " + failure.getClass().getSimpleName())
                + message;
    }
}
