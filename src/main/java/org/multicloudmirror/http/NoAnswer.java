package org.multicloudmirror.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Tells a server that said nothing from one that broke off. */
public final class NoAnswer {

    private NoAnswer() {}

    /** What it was, in words. */
    public static String words(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "the host name is unknown";
        }
        if (failure instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (failure instanceof NoHttpResponseException) {
            return "the connection was closed without an answer";
        }
        if (failure instanceof NoProgressException) {
            return "it makes no progress: " + failure.getMessage();
        }
        return (failure instanceof SSLException ? "TLS failed: " : "it cannot be reached: ") + failure.getMessage();
    }

    /**
     * Whether a request failed before its answer began: no name, no way, no connection, no TLS, or silence,
     * or next to it.
     */
    public static boolean is(IOException failure) {
        return failure instanceof UnknownHostException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof PortUnreachableException
                || failure instanceof SSLException
                || failure instanceof SocketTimeoutException
                || failure instanceof NoHttpResponseException
                || failure instanceof NoProgressException;
    }
}
